import { blockNodes } from '@/components/desk/editor/schema/block-nodes'
import type { NodeName, NodeView } from '@/components/desk/editor/schema/from-grammar'
import { marks } from '@/components/desk/editor/schema/marks'
import { textNodes } from '@/components/desk/editor/schema/text-nodes'

/** The grammar of text as the editor wants it; a test says that it is the grammar. */
export function bodyExtensions(views: Partial<Record<NodeName, NodeView>> = {}) {
  return [...textNodes, ...blockNodes(views), ...marks]
}
