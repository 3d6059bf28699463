import type { Command } from '@tiptap/pm/state'
import { type Editor, useEditorState } from '@tiptap/react'
import {
  addColumn,
  addRow,
  cellPlace,
  deleteColumn,
  deleteRow,
  deleteTable,
  hasHeaderRow,
  toggleHeaderRow,
} from '@/components/desk/editor/commands/tables'
import { ToolButton } from '@/components/desk/editor/toolbar/tool-button'
import { Toolbar } from '@/components/desk/editor/toolbar/toolbar'
import { run } from '@/components/desk/editor/tools'
import type { EditorWords } from '@/components/desk/editor/words/en'

const commands: [keyof EditorWords['tableTools'], Command][] = [
  ['rowBefore', addRow('before')],
  ['rowAfter', addRow('after')],
  ['columnBefore', addColumn('before')],
  ['columnAfter', addColumn('after')],
  ['headerRow', toggleHeaderRow],
  ['deleteRow', deleteRow],
  ['deleteColumn', deleteColumn],
  ['deleteTable', deleteTable],
]

type Props = { editor: Editor; words: EditorWords }

/** What can be done to the table that the caret is in; not there without one. */
export function TableToolbar({ editor, words }: Props) {
  const { isInTable, hasHeader } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const place = cellPlace(state.selection.$from)
      return { isInTable: place !== null, hasHeader: place !== null && hasHeaderRow(place.table) }
    },
  })
  if (!isInTable) return null
  return (
    <Toolbar label={words.table} className="table-tools">
      {commands.map(([name, command]) => (
        <ToolButton
          key={name}
          label={words.tableTools[name]}
          isPressed={name === 'headerRow' ? hasHeader : undefined}
          onPress={() => run(editor, command)}
        >
          {words.tableTools[name]}
        </ToolButton>
      ))}
    </Toolbar>
  )
}
