import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkBody } from '../body/nodes'
import type { Block, Body, Inline, Mark } from '../body/rules'
import { arbitraryContent, arbitraryEdits, edited, references, typedWords } from './arbitrary-edits'
import type { ArticleContent } from './content'
import { diffContents } from './diff'
import { diffTexts } from './diff-words'
import type { BlockDifference, Difference, Run } from './differences'
import { isSame, isSameBlock } from './same'

const [mediaId = '', otherMediaId = ''] = references.mediaIds
const link = (href: string): Mark => ({ type: 'link', attrs: { href, articleId: null } })
const text = (words: string, ...marks: Mark[]): Inline => ({ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) })
const paragraph = (id: string, ...content: Inline[]): Block => ({ type: 'paragraph', attrs: { id }, content })

function bodyOf(...blocks: Block[]): Body {
  const checked = checkBody({ type: 'doc', content: blocks })
  assert.ok(checked.ok, checked.ok ? '' : checked.reason)
  return checked.body
}

function articleOf(...blocks: Block[]): ArticleContent {
  return {
    sectionId: '55555555-5555-4555-8555-555555555555',
    slug: 'a-slug',
    headline: 'Twelve ships left',
    headlineShort: '',
    standfirst: '',
    kicker: '',
    seoHeadline: '',
    seoDescription: '',
    dateline: '',
    hero: { mediaId, caption: 'A quay', alt: null },
    bylines: [{ contributorId: null, role: 'reporter', creditedAs: 'Rim Haddad' }],
    topicIds: ['t1', 't2'],
    relatedIds: [],
    body: bodyOf(...(blocks.length > 0 ? blocks : [paragraph('same', text('Same.'))])),
  }
}

/** Runs on one line: what is gone as -this-, what has come as +this+, a link as (its address). */
function shown(runs: readonly Run[]): string {
  return runs
    .map(({ kind, text: words, marks }) => {
      const marked = marks.reduce((inner, mark) => `${inner}(${mark.type === 'link' ? mark.attrs.href : mark.type})`, words)
      return kind === 'same' ? marked : kind === 'inserted' ? `+${marked}+` : `-${marked}-`
    })
    .join('')
}

function shownBlock({ blockId, kind, moved, attributes, lines }: BlockDifference): string {
  const told = attributes.map((attribute) => `[${shownDifference(attribute)}]`)
  const said = lines.map(({ kind: beginning, was, role, runs }) => {
    const start = was ? `{${was.type}>${role.type}}` : beginning === 'inserted' ? '+¶+' : beginning === 'deleted' ? '-¶-' : ''
    return start + shown(runs)
  })
  return [`${blockId} ${kind}${moved ? ' moved' : ''}`, ...told, ...said].join(' | ')
}

function shownDifference(difference: Difference<string>): string {
  switch (difference.kind) {
    case 'words':
      return `${difference.name}: ${shown(difference.runs)}`
    case 'value':
      return `${difference.name}: ${difference.before} > ${difference.after}`
    case 'list': {
      const signs = { same: '', inserted: '+', deleted: '-' }
      const things = difference.things.map(({ kind, moved, thing }) => {
        const name = thing.type === 'byline' ? `${thing.creditedAs}/${thing.role}` : thing.id.slice(0, 4)
        return `${signs[kind]}${name}${moved ? '~' : ''}`
      })
      return `${difference.name}: ${things.join(' ')}`
    }
  }
}

function bodyDiff(before: Block[], after: Block[]): string[] {
  return diffContents(articleOf(...before), articleOf(...after)).blocks.map(shownBlock)
}

test('words change whole, in Latin and in Arabic script', () => {
  const cases: [string, string, string][] = [
    ['Twelve ships left.', 'Fourteen ships left.', '-Twelve-+Fourteen+ ships left.'],
    ['It cost 7,850 dollars', 'It cost 7,950 dollars', 'It cost -7,850-+7,950+ dollars'],
    ['the old words stood', 'the new ones stood', 'the -old words-+new ones+ stood'],
    ['one two', 'one two three', 'one two+ three+'],
    ['l’Alger de nos pères', 'l’Oran de nos pères', '-l’Alger-+l’Oran+ de nos pères'],
    ['غادرت اثنتا عشرة سفينة المرفأ', 'غادرت أربع عشرة سفينة المرفأ', 'غادرت -اثنتا-+أربع+ عشرة سفينة المرفأ'],
    ['كَتَبَ الولد', 'كُتِبَ الولد', '-كَتَبَ-+كُتِبَ+ الولد'],
    ['كتـــاب جديد', 'كتاب جديد', '-كتـــاب-+كتاب+ جديد'],
    ['“Yes,” he said', '“No,” he said', '“-Yes-+No+,” he said'],
    ['', 'new', '+new+'],
    ['same', 'same', 'same'],
  ]
  for (const [before, after, expected] of cases) assert.equal(shown(diffTexts(before, after)), expected)
})

test('a few changes far apart in a long text are shown as they are, not as one', () => {
  const words = Array.from({ length: 3000 }, (_, place) => `w${(place * 7919) % 2003}`)
  const changed = words.map((word, place) => (place % 300 === 7 ? `new${place}` : word))
  const runs = diffTexts(words.join(' '), changed.join(' '))
  assert.equal(runs.filter(({ kind }) => kind === 'inserted').length, 10)
  assert.equal(runs.filter(({ kind }) => kind === 'deleted').length, 10)
})

test('marks and what they carry are seen: bold, a link added, taken away, led elsewhere, a language', () => {
  const plain = paragraph('para', text('See the report here.'))
  const linked = (href: string) => paragraph('para', text('See '), text('the report', link(href)), text(' here.'))
  const cases: [Block, Block, string][] = [
    [plain, linked('https://a.example/'), 'See -the report-+the report(https://a.example/)+ here.'],
    [linked('https://a.example/'), plain, 'See -the report(https://a.example/)-+the report+ here.'],
    [
      linked('https://a.example/'),
      linked('https://b.example/'),
      'See -the report(https://a.example/)-+the report(https://b.example/)+ here.',
    ],
    [
      plain,
      paragraph('para', text('See the '), text('report', { type: 'strong' }), text(' here.')),
      'See the -report-+report(strong)+ here.',
    ],
    [
      plain,
      paragraph('para', text('See the '), text('report', { type: 'lang', attrs: { lang: 'fr', dir: 'ltr' } }), text(' here.')),
      'See the -report-+report(lang)+ here.',
    ],
  ]
  for (const [before, after, expected] of cases) assert.deepEqual(bodyDiff([before], [after]), [`para changed | ${expected}`])
  assert.deepEqual(bodyDiff([plain], [paragraph('para', text('See the '), text('report here.'))]), [
    'para same | See the report here.',
  ])
})

test('a picture, its caption, its alt and its size are seen', () => {
  const figure = (attrs: object, caption: string): Block => ({
    type: 'figure',
    attrs: { id: 'figu', mediaId, alt: null, size: 'column', ...attrs },
    content: [text(caption)],
  })
  const before = figure({ alt: 'A quay at night' }, 'The port of Beirut')
  const cases: [Block, string][] = [
    [figure({ alt: 'A quay at night' }, 'The port of Tripoli'), 'figu changed | The port of -Beirut-+Tripoli+'],
    [
      figure({ alt: 'A quay at dawn' }, 'The port of Beirut'),
      'figu changed | [alt: A quay at -night-+dawn+] | The port of Beirut',
    ],
    [figure({ alt: null }, 'The port of Beirut'), 'figu changed | [alt: -A quay at night-] | The port of Beirut'],
    [
      figure({ alt: 'A quay at night', mediaId: otherMediaId }, 'The port of Beirut'),
      'figu changed | [mediaId: -1111 +2222] | The port of Beirut',
    ],
    [
      figure({ alt: 'A quay at night', size: 'full' }, 'The port of Beirut'),
      'figu changed | [size: column > full] | The port of Beirut',
    ],
  ]
  for (const [after, expected] of cases) assert.deepEqual(bodyDiff([before], [after]), [expected])
  assert.deepEqual(bodyDiff([figure({}, 'x')], [figure({ alt: '' }, 'x')]), ['figu changed | [alt: null > ] | x'])
})

test('the address of an embed, the article of a teaser and the title of a box are seen', () => {
  const embed = (url: string): Block => ({ type: 'embed', attrs: { id: 'embe', provider: 'Films', url, title: '' } })
  assert.deepEqual(bodyDiff([embed('https://a.example/')], [embed('https://b.example/')]), [
    'embe changed | [url: https://a.example/ > https://b.example/]',
  ])
  const teaser = (articleId: string): Block => ({ type: 'relatedArticle', attrs: { id: 'rela', articleId } })
  const [one = '', other = ''] = references.articleIds
  assert.deepEqual(bodyDiff([teaser(one)], [teaser(other)]), ['rela changed | [articleId: -3333 +4444]'])
  const box = (title: string): Block => ({
    type: 'factBox',
    attrs: { id: 'fact', title },
    content: [{ type: 'paragraph', attrs: { id: 'inin' }, content: [text('Fact')] }],
  })
  assert.deepEqual(bodyDiff([box('In brief')], [box('In short')]), ['fact changed | [title: In -brief-+short+] | Fact'])
})

test('within lists, boxes and tables it is the line and the word', () => {
  const list = (...items: string[]): Block => ({
    type: 'bulletList',
    attrs: { id: 'list' },
    content: items.map((words) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', attrs: { id: `it-${words.slice(0, 3).trim()}xx` }, content: [text(words)] }],
    })),
  })
  assert.deepEqual(bodyDiff([list('one', 'two', 'three')], [list('one', 'two and more', 'four', 'three')]), [
    'list changed | one | two+ and more+ | +¶++four+ | three',
  ])
  assert.deepEqual(bodyDiff([list('One went', 'Two went')], [list('One went', 'Another sank', 'Two went')]), [
    'list changed | One went | +¶++Another sank+ | Two went',
  ])
  assert.deepEqual(bodyDiff([list('One went', 'Another sank', 'Two went')], [list('One went', 'Two went')]), [
    'list changed | One went | -¶--Another sank- | Two went',
  ])
  const table = (...cells: string[]): Block => ({
    type: 'table',
    attrs: { id: 'tabl' },
    content: [{ type: 'tableRow', content: cells.map((words) => ({ type: 'tableCell', content: [text(words)] })) }],
  })
  assert.deepEqual(bodyDiff([table('a', 'b', 'c')], [table('a', 'B', 'c')]), ['tabl changed | a | -b-+B+ | c'])
  const box = (inner: 'paragraph' | 'heading'): Block => ({
    type: 'factBox',
    attrs: { id: 'fact', title: '' },
    content: [
      inner === 'heading'
        ? { type: 'heading', attrs: { id: 'inin', level: 3 }, content: [text('Fact')] }
        : { type: 'paragraph', attrs: { id: 'inin' }, content: [text('Fact')] },
    ],
  })
  assert.deepEqual(bodyDiff([box('paragraph')], [box('heading')]), ['fact changed | {paragraph>heading}Fact'])
})

test('blocks come, go, move and become another kind', () => {
  const [one, two, three] = [
    paragraph('onee', text('First one')),
    paragraph('twoo', text('Second two')),
    paragraph('thre', text('Third three')),
  ]
  assert.deepEqual(bodyDiff([one, two, three], [one, paragraph('newn', text('Wholly other')), three]), [
    'onee same | First one',
    'twoo deleted | -¶--Second two-',
    'newn inserted | +¶++Wholly other+',
    'thre same | Third three',
  ])
  assert.deepEqual(bodyDiff([one, two, three], [three, one, two]), [
    'thre same moved | Third three',
    'onee same | First one',
    'twoo same | Second two',
  ])
  assert.deepEqual(bodyDiff([one], [{ type: 'heading', attrs: { id: 'onee', level: 2 }, content: [text('First one')] }]), [
    'onee changed | [type: paragraph > heading] | [level: null > 2] | First one',
  ])
})

test('a text that was pasted anew is known by its words', () => {
  const before = [paragraph('old1', text('The ships left the port at dawn')), paragraph('old2', text('Nobody knew where to'))]
  const after = [paragraph('new1', text('The ships left the port at noon')), paragraph('new2', text('Nobody knew where to'))]
  assert.deepEqual(bodyDiff(before, after), [
    'new1 changed | The ships left the port at -dawn-+noon+',
    'new2 same | Nobody knew where to',
  ])
})

test('every field is seen, and those that did not change are not told', () => {
  const before = articleOf()
  const after: ArticleContent = {
    ...before,
    sectionId: '66666666-6666-4666-8666-666666666666',
    slug: 'another-slug',
    headline: 'Fourteen ships left',
    headlineShort: 'Ships',
    standfirst: 'They left',
    kicker: 'Lebanon',
    seoHeadline: 'Ships left',
    seoDescription: 'How',
    dateline: 'Beirut',
    hero: { mediaId: otherMediaId, caption: 'A pier', alt: '' },
    bylines: [
      { contributorId: null, role: 'photographer', creditedAs: 'Jo' },
      { contributorId: null, role: 'reporter', creditedAs: 'Rim Haddad' },
    ],
    topicIds: ['t2', 't3', 't1'],
    relatedIds: ['a111'],
  }
  assert.deepEqual(diffContents(before, after).fields.map(shownDifference), [
    'kicker: +Lebanon+',
    'headline: -Twelve-+Fourteen+ ships left',
    'headlineShort: +Ships+',
    'standfirst: +They left+',
    'bylines: +Jo/photographer Rim Haddad/reporter',
    'dateline: +Beirut+',
    'heroPicture: -1111 +2222',
    'heroCaption: A -quay-+pier+',
    'heroAlt: null > ',
    'sectionId: -5555 +6666',
    'topicIds: t2~ +t3 t1',
    'relatedIds: +a111',
    'slug: a-slug > another-slug',
    'seoHeadline: +Ships left+',
    'seoDescription: +How+',
  ])
  assert.deepEqual(
    diffContents(before, { ...before, hero: before.hero && { ...before.hero, alt: '' } }).fields.map(shownDifference),
    ['heroAlt: null > '],
  )
  assert.deepEqual(diffContents(before, before).fields, [])
})

const pair = fc
  .tuple(arbitraryContent, arbitraryEdits)
  .map(([before, edits]) => ({ before, after: edited(before, edits, 'new') }))

test('both versions can be read from the difference, every typed word is marked as new, and nothing differs from itself', () => {
  fc.assert(
    fc.property(pair, ({ before, after }) => {
      const { fields, blocks } = diffContents(before, after)
      assert.deepEqual(linesOf(blocks, 'deleted').sort(), linesOf(diffContents(before, before).blocks, 'deleted').sort())
      assert.deepEqual(linesOf(blocks, 'inserted'), linesOf(diffContents(after, after).blocks, 'inserted'))
      const fresh = JSON.stringify([fields, blocks], (_key, part) => (part?.kind === 'same' && 'marks' in part ? null : part))
      for (const word of typedWords([after.body, { ...after, body: null }], 'new'))
        assert.ok(isId(after, word) || fresh.includes(word), word)
      const { body: oldBody, ...oldFields } = before
      const { body: newBody, ...newFields } = after
      const isUntouched = isSame(oldFields, newFields) && isSameBlock(withoutIds(oldBody), withoutIds(newBody))
      assert.ok(isUntouched || fields.length > 0 || blocks.some(({ kind, moved }) => kind !== 'same' || moved))
      const itself = diffContents(after, after)
      assert.deepEqual(itself.fields, [])
      assert.ok(itself.blocks.every(({ kind, moved }) => kind === 'same' && !moved))
    }),
    { numRuns: 300 },
  )
})

/** The text of one side, block for block: all runs but those of the other side. */
function linesOf(blocks: readonly BlockDifference[], side: 'inserted' | 'deleted'): string[] {
  return blocks
    .filter(({ kind }) => kind === 'same' || kind === 'changed' || kind === side)
    .map(({ lines }) =>
      lines
        .flatMap(({ runs }) => runs)
        .filter(({ kind }) => kind === 'same' || kind === side)
        .map((run) => run.text)
        .join(''),
    )
}

function withoutIds(body: Body): Body {
  return JSON.parse(JSON.stringify(body, (key, part) => (key === 'id' ? 'idid' : part)))
}

/** Whether a word is only the id of a new block. */
function isId(content: ArticleContent, word: string): boolean {
  return !JSON.stringify(content, (key, part) => (key === 'id' ? undefined : part)).includes(word)
}
