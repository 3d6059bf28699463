import type { ReactNodeViewProps } from '@tiptap/react'

/** Changes one attribute of a block and leaves the selection where it is, which putting a new node there would not. */
export function setAttribute({ view, getPos }: Pick<ReactNodeViewProps, 'view' | 'getPos'>, name: string, value: unknown): void {
  const at = getPos()
  if (at !== undefined) view.dispatch(view.state.tr.setNodeAttribute(at, name, value))
}
