import { baseKeymap, chainCommands } from '@tiptap/pm/commands'
import { redo, undo } from '@tiptap/pm/history'
import { undoInputRule } from '@tiptap/pm/inputrules'
import { keymap } from '@tiptap/pm/keymap'
import type { Command, Plugin } from '@tiptap/pm/state'
import { leaveCaption, selectCaptioned } from '@/components/desk/editor/commands/captions'
import { liftItem, liftItemAtStart, sinkItem, splitItem, toggleList } from '@/components/desk/editor/commands/lists'
import { toggleNamed } from '@/components/desk/editor/commands/marks'
import { moveBlock } from '@/components/desk/editor/commands/move-block'
import { toggleQuotation } from '@/components/desk/editor/commands/quotation'
import { goToSettings } from '@/components/desk/editor/commands/settings'
import { cellBelow, emptyCells, nextCell, previousCell } from '@/components/desk/editor/commands/tables'
import { turnInto } from '@/components/desk/editor/commands/turn-into'
import { shortcuts } from '@/components/desk/editor/shortcuts'

const insertHardBreak: Command = (state, dispatch) => {
  const { hardBreak } = state.schema.nodes
  if (!hardBreak || !state.selection.$from.parent.inlineContent) return false
  dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView())
  return true
}

/** What the keys do in the text. */
export function keys(): Plugin[] {
  return [
    keymap({
      [shortcuts.strong]: toggleNamed('strong'),
      [shortcuts.em]: toggleNamed('em'),
      [shortcuts.sub]: toggleNamed('sub'),
      [shortcuts.sup]: toggleNamed('sup'),
      [shortcuts.paragraph]: turnInto('paragraph'),
      [shortcuts.heading2]: turnInto('heading', { level: 2 }),
      [shortcuts.heading3]: turnInto('heading', { level: 3 }),
      [shortcuts.heading4]: turnInto('heading', { level: 4 }),
      [shortcuts.bulletList]: toggleList('bulletList'),
      [shortcuts.orderedList]: toggleList('orderedList'),
      [shortcuts.blockquote]: toggleQuotation,
      [shortcuts.undo]: undo,
      [shortcuts.redo]: redo,
      'Mod-y': redo,
      [shortcuts.hardBreak]: insertHardBreak,
      [shortcuts.sink]: chainCommands(nextCell, sinkItem),
      [shortcuts.lift]: chainCommands(previousCell, liftItem),
      [shortcuts.moveUp]: moveBlock('start'),
      [shortcuts.moveDown]: moveBlock('end'),
      [shortcuts.settings]: goToSettings,
      Enter: chainCommands(leaveCaption, cellBelow, splitItem),
      Backspace: chainCommands(undoInputRule, emptyCells, selectCaptioned, liftItemAtStart),
      Delete: emptyCells,
    }),
    keymap(baseKeymap),
  ]
}
