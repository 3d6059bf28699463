import type { AnyNode, Block, Body } from '../body/rules'

/** Every id in these blocks, those of blocks within blocks too. */
export function idsWithin(blocks: readonly Block[]): Set<string> {
  return new Set(blocks.flatMap((block) => [block.attrs.id, ...[...inside(block)].map(idOf)]).filter((id) => id !== ''))
}

/** Which ids stand within these blocks only, not at the top. */
export function nestedIds(blocks: readonly Block[]): Set<string> {
  return new Set(blocks.flatMap((block) => [...inside(block)].map(idOf)).filter((id) => id !== ''))
}

/**
 * A body of these blocks with no id twice, and with an empty paragraph if there are none. A block at the top keeps its id before
 * those within others, the first before the second; the others get ids made of theirs, the same in every run and none of `taken`.
 */
export function soundBody(blocks: readonly Block[], taken: readonly string[]): Body {
  const reserved = new Set([...taken, ...idsWithin(blocks)])
  const seen = new Set<string>()
  const unique = (id: string) => {
    const own = seen.has(id) ? freshId(id, reserved) : id
    reserved.add(own)
    seen.add(own)
    return own
  }
  const atTop = blocks.map((block) => unique(block.attrs.id))
  const content = blocks.map((block, place) => {
    const copy = structuredClone(block)
    copy.attrs.id = atTop[place] ?? copy.attrs.id
    for (const node of inside(copy)) if (node.attrs && idOf(node) !== '') node.attrs.id = unique(idOf(node))
    return copy
  })
  if (content.length === 0) content.push({ type: 'paragraph', attrs: { id: freshId('empty', reserved) } })
  return { type: 'doc', content }
}

function freshId(id: string, reserved: ReadonlySet<string>): string {
  let number = 2
  while (reserved.has(`${id.slice(0, 34)}-${number}`)) number += 1
  return `${id.slice(0, 34)}-${number}`
}

function* inside(node: AnyNode): Generator<AnyNode> {
  for (const child of node.content ?? []) {
    yield child
    yield* inside(child)
  }
}

function idOf(node: AnyNode): string {
  return typeof node.attrs?.id === 'string' ? node.attrs.id : ''
}
