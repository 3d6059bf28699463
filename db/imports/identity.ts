import { createHash } from 'node:crypto'
import { isUuid } from '../../lib/checks'
import type { SourceBlock } from './rules'

const unidentified: ReadonlySet<string> = new Set([
  'doc',
  'listItem',
  'tableRow',
  'tableCell',
  'tableHeader',
  'text',
  'hardBreak',
])

/** The id of the row that a name in a source gets, the same in every run, so that what refers to it need not wait for it. */
export function idFor(kind: 'article' | 'section-group' | 'page-group', name: string): string {
  // What was exported under its own id keeps it.
  if (isUuid(name)) return name
  const hash = createHash('sha256').update(`${kind}\0${name}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/**
 * Gives every block an id made of the source, what the block says and how often it was said before: an unchanged block of an
 * unchanged source keeps its id, wherever other blocks come and go.
 */
export function identifyBlocks(blocks: readonly SourceBlock[], sourceId: string): SourceBlock[] {
  const seen = new Map<string, number>()
  const identify = (block: SourceBlock): SourceBlock => {
    const content = block.content?.map(identify)
    const whole = content ? { ...block, content } : block
    if (unidentified.has(block.type)) return whole
    const said = JSON.stringify([block.type, block.attrs, block.content])
    const times = seen.get(said) ?? 0
    seen.set(said, times + 1)
    const hash = createHash('sha256').update(`${sourceId}\0${times}\0${said}`).digest()
    const id = hash.readBigUInt64BE().toString(36).padStart(10, '0').slice(-10)
    return { ...whole, attrs: { ...block.attrs, id } }
  }
  return blocks.map(identify)
}

/** The same blocks under the ids that equal blocks of an earlier version have: comments and deep links hold on to those. */
export function keepIds<Kept extends SourceBlock>(blocks: readonly Kept[], earlier: readonly Kept[]): Kept[] {
  const known = new Map<string, Kept[]>()
  for (const block of earlier) {
    const said = saying(block)
    known.set(said, [...(known.get(said) ?? []), block])
  }
  const kept = blocks.map((block) => known.get(saying(block))?.shift() ?? null)
  const used = new Set(kept.flatMap((block) => (block ? idsIn(block) : [])))
  return blocks.map((block, index) => kept[index] ?? (idsIn(block).some((id) => used.has(id)) ? renamed(block) : block))
}

function idsIn(block: SourceBlock): unknown[] {
  return [...(block.attrs?.id === undefined ? [] : [block.attrs.id]), ...(block.content ?? []).flatMap(idsIn)]
}

/** An editor may have changed a block under the id that the source's own words would have. */
function renamed<Kept extends SourceBlock>(block: Kept): Kept {
  const attrs = block.attrs?.id === undefined ? block.attrs : { ...block.attrs, id: `${String(block.attrs.id)}n` }
  return { ...block, ...(attrs && { attrs }), ...(block.content && { content: block.content.map(renamed) }) }
}

/** What a block, a body or a list of them says, without the ids: equal for equal content, whatever the order of attributes. */
export function saying(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === 'id') return undefined
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
