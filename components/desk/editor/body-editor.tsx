'use client'

import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { bodyTransaction } from '@/components/desk/editor/commands/set-body'
import type { BodyEditorProps } from '@/components/desk/editor/contract'
import { editorOptions } from '@/components/desk/editor/editor-options'
import { FormattingToolbar } from '@/components/desk/editor/toolbar/formatting-toolbar'
import { AroundTextContext } from '@/components/desk/editor/views/around'
import { WordCount } from '@/components/desk/editor/word-count'
import { editorWordsIn } from '@/components/desk/editor/words/words'

/** Where the text of an article or a page is written. */
export function BodyEditor(props: BodyEditorProps) {
  const { language, isReadOnly = false, pictures, articles, choosePicture, chooseArticle } = props
  const words = editorWordsIn(language)
  const editor = useBodyEditor(props)
  const around = useMemo(
    () => ({ words, pictures, articles, isReadOnly, choosePicture, chooseArticle }),
    [words, pictures, articles, isReadOnly, choosePicture, chooseArticle],
  )
  if (!editor) return <div className="body-editor" />
  return (
    <div className="body-editor">
      {!isReadOnly && <FormattingToolbar editor={editor} words={words} />}
      <AroundTextContext value={around}>
        <EditorContent editor={editor} />
      </AroundTextContext>
      <WordCount editor={editor} language={language} words={words} />
    </div>
  )
}

function useBodyEditor({ ref, initial, language, textLanguage, isReadOnly = false, onChange }: BodyEditorProps): Editor | null {
  const [options] = useState(() => editorOptions({ initial, textLanguage, label: editorWordsIn(language).text, isReadOnly }))
  const editor = useEditor(options)
  const change = useRef(onChange)
  useEffect(() => {
    change.current = onChange
  })
  useEffect(() => {
    const told = () => change.current(() => editor?.state.doc.toJSON())
    editor?.on('update', told)
    return () => void editor?.off('update', told)
  }, [editor])
  useEffect(() => {
    if (editor && editor.isEditable === isReadOnly) editor.setEditable(!isReadOnly, false)
  }, [editor, isReadOnly])
  useImperativeHandle(
    ref,
    () => ({
      setBody: (body) => editor?.view.dispatch(bodyTransaction(editor.state, body).setMeta('preventUpdate', true)),
      focus: () => editor?.view.focus(),
      body: () => editor?.state.doc.toJSON() ?? initial,
    }),
    [editor, initial],
  )
  return editor
}
