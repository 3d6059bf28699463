import { baseKeymap, chainCommands } from '@tiptap/pm/commands'
import { redo, undo } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import type { Command, Plugin } from '@tiptap/pm/state'
import { leaveCaption, selectCaptioned } from '@/components/desk/editor/commands/captions'
import { liftItem, liftItemAtStart, sinkItem, splitItem, toggleList } from '@/components/desk/editor/commands/lists'
import { toggleNamed } from '@/components/desk/editor/commands/marks'
import { turnInto } from '@/components/desk/editor/commands/turn-into'

const insertHardBreak: Command = (state, dispatch) => {
  const { hardBreak } = state.schema.nodes
  if (!hardBreak || !state.selection.$from.parent.inlineContent) return false
  dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView())
  return true
}

/** What the keys do in the text. The help sheet lists them. */
export function keys(): Plugin[] {
  return [
    keymap({
      'Mod-b': toggleNamed('strong'),
      'Mod-i': toggleNamed('em'),
      'Mod-,': toggleNamed('sub'),
      'Mod-.': toggleNamed('sup'),
      'Mod-Alt-0': turnInto('paragraph'),
      'Mod-Alt-2': turnInto('heading', { level: 2 }),
      'Mod-Alt-3': turnInto('heading', { level: 3 }),
      'Mod-Alt-4': turnInto('heading', { level: 4 }),
      'Mod-Shift-7': toggleList('orderedList'),
      'Mod-Shift-8': toggleList('bulletList'),
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Shift-Enter': insertHardBreak,
      Enter: chainCommands(leaveCaption, splitItem),
      Tab: sinkItem,
      'Shift-Tab': liftItem,
      Backspace: chainCommands(selectCaptioned, liftItemAtStart),
    }),
    keymap(baseKeymap),
  ]
}
