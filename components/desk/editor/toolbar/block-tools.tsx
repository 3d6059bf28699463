import { redo, undo } from '@tiptap/pm/history'
import { type Editor, useEditorState } from '@tiptap/react'
import { listAround, toggleList } from '@/components/desk/editor/commands/lists'
import { isInQuotation, toggleQuotation } from '@/components/desk/editor/commands/quotation'
import { areAllBlocks, turnInto } from '@/components/desk/editor/commands/turn-into'
import { Icon } from '@/components/desk/editor/toolbar/icon'
import { ToolButton } from '@/components/desk/editor/toolbar/tool-button'
import { run } from '@/components/desk/editor/tools'
import type { EditorWords } from '@/components/desk/editor/words/en'

const levels = [2, 3, 4] as const
const lists = ['bulletList', 'orderedList'] as const

type Props = { editor: Editor; words: EditorWords }

/** What paragraphs can be, and going back. */
export function BlockTools({ editor, words }: Props) {
  const state = useEditorState({ editor, selector: standing })
  return (
    <>
      {levels.map((level) => (
        <ToolButton
          key={level}
          label={words[`heading${level}`]}
          sign={`H${level}`}
          shortcut={`heading${level}`}
          isPressed={state.level === level}
          onPress={() => run(editor, turnInto('heading', { level }))}
        />
      ))}
      {lists.map((name) => (
        <ToolButton
          key={name}
          label={words[name]}
          shortcut={name}
          isPressed={state.list === name}
          onPress={() => run(editor, toggleList(name))}
        >
          <Icon name={name} />
        </ToolButton>
      ))}
      <ToolButton
        label={words.blockquote}
        shortcut="blockquote"
        isPressed={state.isQuoted}
        onPress={() => run(editor, toggleQuotation)}
      >
        <Icon name="blockquote" />
      </ToolButton>
      <span className="tools-gap" />
      <ToolButton label={words.undo} shortcut="undo" isDisabled={!state.canUndo} onPress={() => run(editor, undo)}>
        <Icon name="undo" />
      </ToolButton>
      <ToolButton label={words.redo} shortcut="redo" isDisabled={!state.canRedo} onPress={() => run(editor, redo)}>
        <Icon name="redo" />
      </ToolButton>
    </>
  )
}

function standing({ editor: { state } }: { editor: Editor }) {
  return {
    level: levels.find((level) => areAllBlocks(state, 'heading', { level })) ?? null,
    list: listAround(state.selection.$from)?.node.type.name ?? null,
    isQuoted: isInQuotation(state),
    canUndo: undo(state),
    canRedo: redo(state),
  }
}
