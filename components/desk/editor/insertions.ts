import type { Node } from '@tiptap/pm/model'
import type { Editor } from '@tiptap/react'
import { insertBlocks, insertDivider } from '@/components/desk/editor/commands/insert-blocks'
import { newTable } from '@/components/desk/editor/commands/tables'
import { turnInto } from '@/components/desk/editor/commands/turn-into'
import { type InsertName, run } from '@/components/desk/editor/tools'
import type { AroundText } from '@/components/desk/editor/views/around'

type Means = Pick<AroundText, 'choosePicture' | 'chooseArticle' | 'knowPictures' | 'knowArticle'> & {
  askForFiles: () => void
  askForAddress: () => void
}

/** Puts a block of this kind into the text, after asking what it needs to be one. */
export async function insert(name: InsertName, editor: Editor, means: Means): Promise<void> {
  const { schema } = editor
  const put = (node: Node) => {
    editor.view.dispatch(insertBlocks(editor.state, [node]))
    editor.view.focus()
  }
  switch (name) {
    case 'picture':
    case 'gallery': {
      const chosen = await means.choosePicture()
      if (!chosen) return editor.view.focus()
      means.knowPictures([chosen])
      return put(
        name === 'picture' ? schema.node('figure', { mediaId: chosen.id }) : schema.node('gallery', { mediaIds: [chosen.id] }),
      )
    }
    case 'relatedArticle': {
      const chosen = await means.chooseArticle()
      if (!chosen) return editor.view.focus()
      means.knowArticle(chosen)
      return put(schema.node('relatedArticle', { articleId: chosen.id }))
    }
    case 'upload':
      return means.askForFiles()
    case 'embed':
      return means.askForAddress()
    case 'pullQuote':
      return run(editor, turnInto('pullQuote'))
    case 'factBox':
      return put(schema.node('factBox', null, schema.node('paragraph')))
    case 'table':
      return put(newTable(editor.state, 3, 2))
    case 'divider':
      return run(editor, (state, dispatch) => {
        const tr = insertDivider(state)
        if (tr) dispatch?.(tr)
        return tr !== null
      })
  }
}
