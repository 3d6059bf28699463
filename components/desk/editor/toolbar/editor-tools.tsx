import type { Editor } from '@tiptap/react'
import { blockToComment } from '@/components/desk/editor/plugins/shown-blocks'
import { BlockTools } from '@/components/desk/editor/toolbar/block-tools'
import { Icon } from '@/components/desk/editor/toolbar/icon'
import { InsertMenu } from '@/components/desk/editor/toolbar/insert-menu'
import { MarkTools } from '@/components/desk/editor/toolbar/mark-tools'
import { TableToolbar } from '@/components/desk/editor/toolbar/table-toolbar'
import { ToolButton } from '@/components/desk/editor/toolbar/tool-button'
import { Toolbar } from '@/components/desk/editor/toolbar/toolbar'
import type { InsertName, PanelName } from '@/components/desk/editor/tools'
import type { EditorWords } from '@/components/desk/editor/words/en'

type Props = {
  editor: Editor
  words: EditorWords
  panel: PanelName | null
  open: (panel: PanelName) => void
  insert: (name: InsertName) => void
  comment: ((blockId: string, quote: string) => void) | undefined
  isFocused: boolean
  setIsFocused: (isFocused: boolean) => void
}

/** Everything that can be done to the text, above it. */
export function EditorTools({ editor, words, panel, open, insert, comment, isFocused, setIsFocused }: Props) {
  return (
    <>
      <Toolbar label={words.toolbar} className="main-tools">
        <MarkTools editor={editor} words={words} panel={panel} open={open} />
        <span className="tools-gap" />
        <BlockTools editor={editor} words={words} />
        <span className="tools-gap" />
        <InsertMenu words={words} insert={insert} />
        <span className="tools-gap" />
        <ToolButton label={words.find} shortcut="find" isExpanded={panel === 'find'} onPress={() => open('find')}>
          <Icon name="find" />
        </ToolButton>
        {comment && (
          <ToolButton
            label={words.comment}
            shortcut="comment"
            onPress={() => {
              const block = blockToComment(editor.state)
              if (block) comment(block.id, block.quote)
            }}
          >
            <Icon name="comment" />
          </ToolButton>
        )}
        <ToolButton label={words.focusMode} shortcut="focusMode" isPressed={isFocused} onPress={() => setIsFocused(!isFocused)}>
          <Icon name="focusMode" />
        </ToolButton>
        <ToolButton label={words.help} shortcut="help" onPress={() => open('help')}>
          <Icon name="help" />
        </ToolButton>
      </Toolbar>
      <TableToolbar editor={editor} words={words} />
    </>
  )
}
