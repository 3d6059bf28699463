import type { NodeName, NodeView } from '@/components/desk/editor/schema/from-grammar'
import { FigureView } from '@/components/desk/editor/views/figure-view'

/** The blocks that are more than their text. */
export const bodyViews: Partial<Record<NodeName, NodeView>> = { figure: FigureView }
