import type { Node } from '@tiptap/pm/model'
import { type Editor, useEditor } from '@tiptap/react'
import { useEffect, useImperativeHandle, useRef, useState } from 'react'
import { bodyTransaction } from '@/components/desk/editor/commands/set-body'
import type { BodyEditorProps } from '@/components/desk/editor/contract'
import { editorOptions } from '@/components/desk/editor/editor-options'
import type { EditorHost } from '@/components/desk/editor/host'
import { showOnBlocks } from '@/components/desk/editor/plugins/shown-blocks'
import { editorWordsIn } from '@/components/desk/editor/words/words'

type Means = Pick<EditorHost, 'know' | 'say'>

/** The editor for as long as its component is shown, and what its plugins ask of the component. */
export function useBodyEditor(props: BodyEditorProps, means: Means): { editor: Editor | null; host: EditorHost } {
  const { ref, initial, textLanguage, isReadOnly = false, commented } = props
  // Plugins are made once and ask for what is there when they need it.
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const [{ host, options }] = useState(() => {
    const { language } = props
    const host: EditorHost = {
      language,
      words: editorWordsIn(language),
      upload: (files, tell) => latest.current.uploadPictures(files, tell),
      ...means,
    }
    return { host, options: editorOptions({ initial, textLanguage, isReadOnly, host }) }
  })
  const editor = useEditor(options)
  useAsLeft(editor)
  useEffect(() => {
    const told = () => latest.current.onChange(() => editor?.state.doc.toJSON())
    editor?.on('update', told)
    return () => void editor?.off('update', told)
  }, [editor])
  useEffect(() => {
    if (editor && editor.isEditable === isReadOnly) editor.setEditable(!isReadOnly, false)
  }, [editor, isReadOnly])
  useEffect(() => {
    if (editor) editor.view.dispatch(showOnBlocks(editor.state, { commented }))
  }, [editor, commented])
  useImperativeHandle(
    ref,
    () => ({
      setBody: (body) => editor?.view.dispatch(bodyTransaction(editor.state, body).setMeta('preventUpdate', true)),
      focus: () => editor?.view.focus(),
      body: () => editor?.state.doc.toJSON() ?? initial,
    }),
    [editor, initial],
  )
  return { editor, host }
}

/**
 * A page that is left may be kept out of sight, without its editor, and be shown again with a new one: that one goes on with the text as
 * it was left, and not with the one that the page began with.
 */
function useAsLeft(editor: Editor | null): void {
  const left = useRef<Node | null>(null)
  useEffect(() => {
    if (!editor) return
    if (left.current) editor.view.dispatch(bodyTransaction(editor.state, left.current.toJSON()).setMeta('preventUpdate', true))
    const note = () => {
      left.current = editor.state.doc
    }
    editor.on('transaction', note)
    return () => void editor.off('transaction', note)
  }, [editor])
}
