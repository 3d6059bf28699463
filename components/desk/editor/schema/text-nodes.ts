import { blockIdOf } from '@/components/desk/editor/block-id'
import { nodeOf } from '@/components/desk/editor/schema/from-grammar'

const headings = [1, 2, 3, 4, 5, 6]

/** The nodes that running text is made of. */
export const textNodes = [
  nodeOf('doc', {}),
  nodeOf('paragraph', { reads: { p: blockIdOf }, draws: (node) => ['p', { 'data-id': node.attrs.id }, 0] }),
  nodeOf('heading', {
    // The article's headline is the only heading of the first level.
    reads: Object.fromEntries(
      headings.map((level) => [
        `h${level}`,
        (element: HTMLElement) => ({ ...blockIdOf(element), level: Math.min(4, Math.max(2, level)) }),
      ]),
    ),
    draws: (node) => [`h${node.attrs.level}`, { 'data-id': node.attrs.id }, 0],
    behaviour: { defining: true },
  }),
  nodeOf('bulletList', { reads: { ul: blockIdOf }, draws: (node) => ['ul', { 'data-id': node.attrs.id }, 0] }),
  nodeOf('orderedList', {
    reads: { ol: (element) => ({ ...blockIdOf(element), start: startOf(element) }) },
    draws: (node) => ['ol', { 'data-id': node.attrs.id, start: node.attrs.start === 1 ? null : node.attrs.start }, 0],
  }),
  nodeOf('listItem', { reads: { li: () => ({}) }, draws: () => ['li', 0], behaviour: { defining: true } }),
  nodeOf('blockquote', {
    reads: { blockquote: blockIdOf },
    draws: (node) => ['blockquote', { 'data-id': node.attrs.id }, 0],
    behaviour: { defining: true },
  }),
]

function startOf(element: HTMLElement): number {
  const start = Number(element.getAttribute('start') ?? 1)
  return Number.isInteger(start) && start >= 0 && start < 100_000 ? start : 1
}
