import type { Command } from '@tiptap/pm/state'

/** Goes from the block at the selection into its settings: the next field that is drawn in it. */
export const goToSettings: Command = ({ selection }, _dispatch, view) => {
  if (!view) return false
  const { $from } = selection
  const places = [selection.from, ...Array.from({ length: $from.depth }, (_, above) => $from.before($from.depth - above))]
  for (const place of places) {
    const block = view.nodeDOM(place)
    const field =
      block instanceof HTMLElement ? block.querySelector<HTMLElement>('[data-settings] :is(input, select, button)') : null
    if (!field) continue
    field.focus()
    return true
  }
  return false
}
