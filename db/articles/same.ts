import type { AnyNode } from '../body/rules'

/** Whether two values say the same, whatever the order of their attributes: storage and editor do not agree about that. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || spelled(one) === spelled(other)
}

/** Whether two blocks are the same: ids, words, marks and attributes, however their text is cut into runs. */
export function isSameBlock(one: AnyNode | null, other: AnyNode | null): boolean {
  if (one === other) return true
  return one !== null && other !== null && spelled(plain(one)) === spelled(plain(other))
}

/** One spelling for a value: attributes in one order, those that are null or missing left out. */
export function spelled(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => {
      if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
      const given = Object.entries(part).filter(([, inner]) => inner !== null && inner !== undefined)
      return Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)))
    }) ?? ''
  )
}

/** The node with neighbouring runs of the same marks as one, marks in one order, and nothing empty. */
function plain(node: AnyNode): AnyNode {
  const content: AnyNode[] = []
  for (const child of node.content ?? []) {
    const next = plain(child)
    const last = content.at(-1)
    if (last?.text !== undefined && next.text !== undefined && spelled(last.marks) === spelled(next.marks))
      content[content.length - 1] = { ...last, text: last.text + next.text }
    else content.push(next)
  }
  const marks = [...(node.marks ?? [])].sort((one, other) => (one.type < other.type ? -1 : 1))
  return {
    type: node.type,
    ...(node.text === undefined ? {} : { text: node.text }),
    ...(node.attrs ? { attrs: node.attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
    ...(marks.length > 0 ? { marks } : {}),
  }
}
