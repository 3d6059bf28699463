import assert from 'node:assert/strict'
import fc from 'fast-check'
import { checkBody } from '../body/nodes'
import type { AnyNode, Body } from '../body/rules'
import { arbitraryBlocks } from '../imports/export/arbitrary-body'
import { identifyBlocks } from '../imports/identity'
import type { ArticleContent } from './content'

/** What an article can refer to in these tests. */
export const references = {
  mediaIds: ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'],
  articleIds: ['33333333-3333-4333-8333-333333333333', '44444444-4444-4444-8444-444444444444'],
  topicIds: ['a', 'b', 'c', 'd', 'e'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`),
}

/** An article with something in every field and blocks of every kind in its body. */
export const arbitraryContent: fc.Arbitrary<ArticleContent> = fc
  .record({
    blocks: fc
      .array(arbitraryBlocks(references.mediaIds, references.articleIds), { minLength: 1, maxLength: 3 })
      .map((some) => some.flat()),
    hero: fc.option(
      fc.record(
        { mediaId: fc.constantFrom(...references.mediaIds), caption: fc.option(fc.string()), alt: fc.constant(null) },
        { noNullPrototype: true },
      ),
    ),
    topicIds: fc.uniqueArray(fc.constantFrom(...references.topicIds), { maxLength: 4 }),
    relatedIds: fc.uniqueArray(fc.constantFrom(...references.articleIds)),
  })
  .map(({ blocks, ...fields }) => ({
    sectionId: '55555555-5555-4555-8555-555555555555',
    slug: 'a-slug',
    headline: 'A headline',
    headlineShort: '',
    standfirst: 'A standfirst',
    kicker: '',
    seoHeadline: '',
    seoDescription: '',
    dateline: 'Beirut',
    bylines: [{ contributorId: null, role: 'reporter', creditedAs: 'Somebody' }],
    ...fields,
    body: checked(identifyBlocks(blocks, 'base')),
  }))

const kinds = [
  'type',
  'split',
  'join',
  'delete',
  'insert',
  'move',
  'box',
  'unbox',
  'mark',
  'attribute',
  'field',
  'hero',
  'list',
] as const

/** One thing somebody does to an article; `where` and `whither` choose a place among those that there are. */
export type Edit = { kind: (typeof kinds)[number]; where: number; whither: number }

export const arbitraryEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds),
  where: fc.nat(1000),
  whither: fc.nat(1000),
})

export const arbitraryEdits: fc.Arbitrary<Edit[]> = fc.array(arbitraryEdit, { maxLength: 8 })

/**
 * The article as one person leaves it. Whatever is typed is a word that occurs nowhere else, beginning with `who`; new blocks have
 * ids that begin so too.
 */
export function edited(content: ArticleContent, edits: readonly Edit[], who: string): ArticleContent {
  return edits.reduce((current, edit, number) => editOnce(current, edit, `${who}${number}x`), content)
}

/** The words that a person typed and left standing, wherever in the article. */
export function typedWords(content: unknown, who: string): string[] {
  return [...new Set(JSON.stringify(content).match(new RegExp(`${who}\\d+x`, 'g')) ?? [])]
}

function editOnce(content: ArticleContent, { kind, where, whither }: Edit, word: string): ArticleContent {
  switch (kind) {
    case 'field': {
      const field = (['headline', 'standfirst', 'kicker', 'seoDescription', 'slug', 'dateline'] as const)[where % 6] ?? 'headline'
      return { ...content, [field]: `${content[field]} ${word}` }
    }
    case 'hero': {
      if (!content.hero || where % 4 === 0)
        return { ...content, hero: { mediaId: at(references.mediaIds, whither), caption: word, alt: null } }
      const part = where % 2 === 0 ? 'caption' : 'alt'
      return { ...content, hero: { ...content.hero, [part]: `${content.hero[part] ?? ''} ${word}` } }
    }
    case 'list': {
      if (where % 3 === 0)
        return { ...content, bylines: [...content.bylines, { contributorId: null, role: 'photographer', creditedAs: word }] }
      const topic = at(references.topicIds, whither)
      const others = content.topicIds.filter((id) => id !== topic)
      return { ...content, topicIds: content.topicIds.includes(topic) ? others : [topic, ...others] }
    }
    default: {
      const blocks: AnyNode[] = structuredClone(content.body.content)
      editBlocks(blocks, kind, where, whither, word)
      return { ...content, body: checked(blocks) }
    }
  }
}

type BlockEdit = Exclude<Edit['kind'], 'field' | 'hero' | 'list'>

function editBlocks(blocks: AnyNode[], kind: BlockEdit, where: number, whither: number, word: string) {
  const place = where % blocks.length
  const block = at(blocks, place)
  const texts = textblocksOf({ type: 'doc', content: blocks })
  switch (kind) {
    case 'type':
      return texts.length > 0 ? typeInto(at(texts, where), whither, word) : undefined
    case 'insert':
      return blocks.splice(place, 0, paragraph(word, [{ type: 'text', text: word }]))
    case 'delete':
      return blocks.length > 1 ? blocks.splice(place, 1) : undefined
    case 'move':
      return blocks.splice(whither % blocks.length, 0, ...blocks.splice(place, 1))
    case 'split': {
      const content = block.type === 'paragraph' ? (block.content ?? []) : []
      const cut = whither % (content.length + 1)
      return content.length > 0 ? blocks.splice(place + 1, 0, paragraph(word, content.splice(cut))) : undefined
    }
    case 'join': {
      const next = blocks[place + 1]
      if (block.type !== 'paragraph' || next?.type !== 'paragraph') return
      block.content = [...(block.content ?? []), ...(next.content ?? [])]
      return blocks.splice(place + 1, 1)
    }
    case 'box': {
      if (block.type !== 'paragraph' || blocks.length < 2) return
      blocks.splice(place, 1)
      const box = blocks.find(({ type }) => type === 'factBox')
      if (box) return box.content?.push(block)
      return blocks.splice(whither % blocks.length, 0, {
        type: 'factBox',
        attrs: { id: `${word}0`, title: '' },
        content: [block],
      })
    }
    case 'unbox': {
      const box = blocks.find(({ type, content }) => type === 'factBox' && (content?.length ?? 0) > 1)
      return box?.content ? blocks.splice(place, 0, ...box.content.splice(0, 1)) : undefined
    }
    case 'mark':
      return markSome(blocks, where)
    case 'attribute':
      if (block.attrs && 'title' in block.attrs) block.attrs.title = word
      if (block.attrs && 'alt' in block.attrs) block.attrs.alt = word
      if (block.attrs && 'attribution' in block.attrs) block.attrs.attribution = word
  }
}

function typeInto(textblock: AnyNode, where: number, word: string) {
  const content = textblock.content ?? []
  const run = content[where % (content.length + 1)]
  if (run?.text === undefined) content.push({ type: 'text', text: ` ${word}` })
  else {
    // Between words: a word that another is typed into the middle of is no longer the word that was typed.
    const spaces = [...run.text.matchAll(/ |$/g)].map(({ index }) => index)
    const cut = at(spaces, where)
    run.text = `${run.text.slice(0, cut)} ${word} ${run.text.slice(cut)}`
  }
  textblock.content = content
}

function markSome(blocks: AnyNode[], where: number) {
  const runs = textblocksOf({ type: 'doc', content: blocks.filter(({ type }) => type === 'paragraph') }).flatMap(
    (block) => block.content ?? [],
  )
  const texts = runs.filter(({ text }) => text !== undefined)
  if (texts.length === 0) return
  const run = at(texts, where)
  run.marks = run.marks?.some(({ type }) => type === 'strong')
    ? run.marks.filter(({ type }) => type !== 'strong')
    : [{ type: 'strong' }]
}

function textblocksOf(node: AnyNode): AnyNode[] {
  const own = ['paragraph', 'heading', 'pullQuote', 'figure', 'gallery', 'tableCell', 'tableHeader']
  return [...(own.includes(node.type) ? [node] : []), ...(node.content ?? []).flatMap(textblocksOf)]
}

function paragraph(id: string, content: AnyNode[]): AnyNode {
  return { type: 'paragraph', attrs: { id: `${id}0` }, content }
}

function checked(blocks: readonly AnyNode[]): Body {
  const result = checkBody({ type: 'doc', content: blocks })
  assert.ok(result.ok, result.ok ? '' : result.reason)
  // The check gives attributes without a prototype; compared they would differ from what was copied.
  return structuredClone(result.body)
}

function at<Value>(values: readonly Value[], place: number): Value {
  const value = values[place % values.length]
  assert.ok(value !== undefined)
  return value
}
