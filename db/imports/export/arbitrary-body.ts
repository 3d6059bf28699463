import fc from 'fast-check'
import { directionOf } from '../../../lib/languages'
import type { AnyNode } from '../../body/rules'

type Arbitrary = fc.Arbitrary<AnyNode>

/** Characters that mean something in Markdown, HTML or YAML, between ordinary ones of several scripts. */
const characters = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abz 09.,-éßعربي中🙂’“\u00a0') },
  { weight: 4, arbitrary: fc.constantFrom(...'\\`*_{}[]()#+-.!|~<>&:="\'@^/$%;? ') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ':sub[',
      ':br[]',
      '&amp;',
      '&#65;',
      '**',
      '::',
      ':::',
      '---',
      '1. ',
      '<b>',
      '](x)',
      'http://x.y',
      '![',
      '\t',
    ),
  },
)

const text = fc.array(characters, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))

const mark = (ids: readonly string[]) =>
  fc.oneof(
    fc.constantFrom({ type: 'strong' }, { type: 'em' }, { type: 'sub' }, { type: 'sup' }),
    fc.constantFrom('ar', 'fr', 'tr').map((lang) => ({ type: 'lang', attrs: { lang, dir: directionOf(lang) } })),
    fc
      .constantFrom('https://example.com/a_(b)*?x=1&amp=2#c', '/news/x|y', 'mailto:a@example.com', 'https://e.example/<x>[]!')
      .map((href) => ({ type: 'link', attrs: { href, articleId: null } })),
    fc.constantFrom(...ids).map((articleId) => ({ type: 'link', attrs: { href: null, articleId } })),
  )

function runs(ids: readonly string[], allowed: readonly string[]): fc.Arbitrary<AnyNode[]> {
  const marks = fc
    .uniqueArray(mark(ids), { maxLength: 3, selector: ({ type }) => (type === 'sup' ? 'sub' : type) })
    .map((some) => some.filter(({ type }) => allowed.includes(type)))
  const run = fc
    .tuple(text, marks)
    .map(([words, some]): AnyNode => ({ type: 'text', text: words, ...(some.length ? { marks: some } : {}) }))
  return fc.array(fc.oneof({ weight: 5, arbitrary: run }, { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) }), {
    minLength: 1,
    maxLength: 5,
  })
}

const all = ['strong', 'em', 'sub', 'sup', 'lang', 'link']
const inHeadings = all.filter((type) => type !== 'strong')

/** Bodies of every kind of block, with the ids of pictures and articles they may refer to; without block ids. */
export function arbitraryBlocks(mediaIds: readonly string[], articleIds: readonly string[]): fc.Arbitrary<AnyNode[]> {
  const words = runs(articleIds, all)
  const caption = fc.oneof(words, fc.constant<AnyNode[]>([]))
  const attribute = fc.oneof(
    fc.constant(''),
    text.map((value) => value.slice(0, 60)),
  )
  const paragraph: Arbitrary = words.map((content) => ({ type: 'paragraph', content }))
  const lists = (depth: number): Arbitrary => {
    const inner = depth > 0 ? fc.array(fc.oneof(paragraph, lists(depth - 1)), { maxLength: 2 }) : fc.constant<AnyNode[]>([])
    const filled = fc.tuple(paragraph, inner).map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] }))
    const empty = { type: 'listItem', content: [{ type: 'paragraph' }] }
    const items = fc.array(fc.oneof({ weight: 4, arbitrary: filled }, { weight: 1, arbitrary: fc.constant<AnyNode>(empty) }), {
      minLength: 1,
      maxLength: 3,
    })
    return fc.oneof(
      items.map((content) => ({ type: 'bulletList', content })),
      fc
        .tuple(fc.integer({ min: 0, max: 999 }), items)
        .map(([start, content]) => ({ type: 'orderedList', attrs: { start }, content })),
    )
  }
  const heading: Arbitrary = fc
    .tuple(fc.constantFrom(2, 3, 4), runs(articleIds, inHeadings))
    .map(([level, content]) => ({ type: 'heading', attrs: { level }, content }))
  const flow = fc.array(fc.oneof(paragraph, lists(2)), { minLength: 1, maxLength: 3 })
  const block: Arbitrary = fc.oneof(
    paragraph,
    heading,
    lists(2),
    flow.map((content) => ({ type: 'blockquote', content })),
    fc
      .tuple(attribute, runs(articleIds, ['em', 'lang']))
      .map(([attribution, content]) => ({ type: 'pullQuote', attrs: { attribution }, content })),
    fc
      .tuple(fc.constantFrom(...mediaIds), fc.option(attribute), fc.constantFrom('column', 'wide', 'full'), caption)
      .map(([mediaId, alt, size, content]) => ({ type: 'figure', attrs: { mediaId, alt, size }, content })),
    fc
      .tuple(fc.uniqueArray(fc.constantFrom(...mediaIds), { minLength: 1 }), caption)
      .map(([ids, content]) => ({ type: 'gallery', attrs: { mediaIds: ids }, content })),
    fc
      .tuple(
        fc.constantFrom('https://www.youtube.com/watch?v=a"b&c', 'https://e.example/'),
        fc.constantFrom('', 'YouTube', 'Somebody "else"'),
        attribute,
      )
      .map(([url, provider, title]) => ({ type: 'embed', attrs: { url: url.replaceAll('"', '%22'), provider, title } })),
    arbitraryTable(words),
    fc
      .tuple(attribute, fc.array(fc.oneof(paragraph, heading, lists(1)), { minLength: 1, maxLength: 3 }))
      .map(([title, content]) => ({ type: 'factBox', attrs: { title }, content })),
    fc.constantFrom(...articleIds).map((articleId) => ({ type: 'relatedArticle', attrs: { articleId } })),
    fc.constant({ type: 'divider' }),
  )
  return fc.array(block, { minLength: 1, maxLength: 5 })
}

function arbitraryTable(words: fc.Arbitrary<AnyNode[]>): Arbitrary {
  const size = fc.record({
    width: fc.integer({ min: 1, max: 3 }),
    height: fc.integer({ min: 1, max: 3 }),
    byRow: fc.boolean(),
    byColumn: fc.boolean(),
  })
  return size.chain(({ width, height, byRow, byColumn }) =>
    fc
      .array(fc.oneof(words, fc.constant<AnyNode[]>([])), { minLength: width * height, maxLength: width * height })
      .map((cells) => ({
        type: 'table',
        content: Array.from({ length: height }, (_, y) => ({
          type: 'tableRow',
          content: Array.from({ length: width }, (__, x) => ({
            type: (byRow && y === 0) || (byColumn && x === 0) ? 'tableHeader' : 'tableCell',
            content: cells[y * width + x] ?? [],
          })),
        })),
      })),
  )
}
