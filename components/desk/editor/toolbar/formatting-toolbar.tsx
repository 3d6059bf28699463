import { redo, undo } from '@tiptap/pm/history'
import type { Command } from '@tiptap/pm/state'
import { type Editor, useEditorState } from '@tiptap/react'
import { listAround, toggleList } from '@/components/desk/editor/commands/lists'
import { hasMark, type SimpleMark, toggleNamed } from '@/components/desk/editor/commands/marks'
import { isInQuotation, toggleQuotation } from '@/components/desk/editor/commands/quotation'
import { areAllBlocks, turnInto } from '@/components/desk/editor/commands/turn-into'
import { Icon } from '@/components/desk/editor/toolbar/icon'
import { ToolButton } from '@/components/desk/editor/toolbar/tool-button'
import { Toolbar } from '@/components/desk/editor/toolbar/toolbar'
import type { EditorWords } from '@/components/desk/editor/words/en'

const simpleMarks: [SimpleMark, string, string][] = [
  ['strong', 'Mod-b', 'B'],
  ['em', 'Mod-i', 'I'],
  ['sub', 'Mod-,', 'x₂'],
  ['sup', 'Mod-.', 'x²'],
]

const levels = [2, 3, 4] as const

type Props = { editor: Editor; words: EditorWords }

/** Marks, headings, lists and quotations of what is selected, and going back. */
export function FormattingToolbar({ editor, words }: Props) {
  const state = useEditorState({ editor, selector: standing })
  const run = (command: Command) => () => {
    command(editor.state, editor.view.dispatch, editor.view)
    editor.view.focus()
  }
  return (
    <Toolbar label={words.toolbar}>
      {simpleMarks.map(([name, shortcut, sign]) => (
        <ToolButton
          key={name}
          label={words[name]}
          shortcut={shortcut}
          isPressed={state.marks[name]}
          isDisabled={!state.allows[name]}
          onPress={run(toggleNamed(name))}
        >
          <span className={`sign sign-${name}`}>{sign}</span>
        </ToolButton>
      ))}
      <span className="tools-gap" />
      {levels.map((level) => (
        <ToolButton
          key={level}
          label={words[`heading${level}`]}
          shortcut={`Mod-Alt-${level}`}
          isPressed={state.level === level}
          onPress={run(turnInto('heading', { level }))}
        >
          <span className="sign">H{level}</span>
        </ToolButton>
      ))}
      <span className="tools-gap" />
      <ToolButton
        label={words.bulletList}
        shortcut="Mod-Shift-8"
        isPressed={state.list === 'bulletList'}
        onPress={run(toggleList('bulletList'))}
      >
        <Icon name="bulletList" />
      </ToolButton>
      <ToolButton
        label={words.orderedList}
        shortcut="Mod-Shift-7"
        isPressed={state.list === 'orderedList'}
        onPress={run(toggleList('orderedList'))}
      >
        <Icon name="orderedList" />
      </ToolButton>
      <ToolButton label={words.blockquote} shortcut="Mod-Shift-9" isPressed={state.isQuoted} onPress={run(toggleQuotation)}>
        <Icon name="blockquote" />
      </ToolButton>
      <span className="tools-gap" />
      <ToolButton label={words.undo} shortcut="Mod-z" isDisabled={!state.canUndo} onPress={run(undo)}>
        <Icon name="undo" />
      </ToolButton>
      <ToolButton label={words.redo} shortcut="Mod-Shift-z" isDisabled={!state.canRedo} onPress={run(redo)}>
        <Icon name="redo" />
      </ToolButton>
    </Toolbar>
  )
}

/** What the buttons show of a selection. Compared by value: typing on changes none of it, so nothing is drawn again. */
function standing({ editor: { state } }: { editor: Editor }) {
  return {
    marks: byMark((name) => hasMark(state, name)),
    allows: byMark((name) => toggleNamed(name)(state)),
    level: levels.find((level) => areAllBlocks(state, 'heading', { level })) ?? null,
    list: listAround(state.selection.$from)?.node.type.name ?? null,
    isQuoted: isInQuotation(state),
    canUndo: undo(state),
    canRedo: redo(state),
  }
}

function byMark(ask: (name: SimpleMark) => boolean): Record<SimpleMark, boolean> {
  return { strong: ask('strong'), em: ask('em'), sub: ask('sub'), sup: ask('sup') }
}
