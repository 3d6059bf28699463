'use client'

import { EditorContent } from '@tiptap/react'
import { useMemo, useState } from 'react'
import type { BodyEditorProps, ChosenArticle, ChosenPicture, PictureFacts } from '@/components/desk/editor/contract'
import { EditorFrame } from '@/components/desk/editor/editor-frame'
import { useBodyEditor } from '@/components/desk/editor/use-body-editor'
import { useNamedBlock } from '@/components/desk/editor/use-named-block'
import { type AroundText, AroundTextContext } from '@/components/desk/editor/views/around'
import { WordCount } from '@/components/desk/editor/word-count'
import { editorWordsIn } from '@/components/desk/editor/words/words'

/** Where the text of an article or a page is written. */
export function BodyEditor(props: BodyEditorProps) {
  const { language } = props
  const [note, say] = useState<string | null>(null)
  const around = useAround(props)
  const { editor, host } = useBodyEditor(props, { know: around.knowPictures, say })
  useNamedBlock(editor, around.isReadOnly)
  if (!editor) return <div className="body-editor" />
  return (
    <EditorFrame
      editor={editor}
      host={host}
      around={around}
      comment={props.onComment}
      note={note}
      say={say}
      count={<WordCount editor={editor} language={language} words={around.words} />}
    >
      <AroundTextContext value={around}>
        <EditorContent editor={editor} />
      </AroundTextContext>
    </EditorFrame>
  )
}

/** What was chosen here is known from then on, whether or not the page knows it too. */
function useAround(props: BodyEditorProps): AroundText {
  const { language, isReadOnly = false, pictures, articles, choosePicture, chooseArticle } = props
  const [chosen, setChosen] = useState<Pick<AroundText, 'pictures' | 'articles'>>({ pictures: {}, articles: {} })
  return useMemo(
    () => ({
      language,
      words: editorWordsIn(language),
      isReadOnly,
      choosePicture,
      chooseArticle,
      pictures: { ...chosen.pictures, ...pictures },
      articles: { ...chosen.articles, ...articles },
      knowPictures: (more: ChosenPicture[]) =>
        setChosen((before) => ({ ...before, pictures: { ...before.pictures, ...byId(more) } })),
      knowArticle: (more: ChosenArticle) =>
        setChosen((before) => ({ ...before, articles: { ...before.articles, [more.id]: more } })),
    }),
    [language, isReadOnly, choosePicture, chooseArticle, chosen, pictures, articles],
  )
}

function byId(pictures: ChosenPicture[]): Record<string, PictureFacts> {
  return Object.fromEntries(pictures.map((picture) => [picture.id, picture]))
}
