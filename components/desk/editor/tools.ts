import type { Command } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'

/** What can be open beside the text, one at a time. */
export type PanelName = 'link' | 'lang' | 'embed' | 'find' | 'help'

export type InsertName =
  | 'picture'
  | 'upload'
  | 'gallery'
  | 'pullQuote'
  | 'factBox'
  | 'table'
  | 'embed'
  | 'relatedArticle'
  | 'divider'

/** Does something with the text and goes on writing. */
export function run(editor: Editor, command: Command): void {
  command(editor.state, editor.view.dispatch, editor.view)
  editor.view.focus()
}
