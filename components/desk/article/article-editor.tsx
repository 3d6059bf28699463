'use client'

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { ArticleDialog } from '@/components/desk/article/article-dialog'
import { ArticleDraft, type DraftOptions } from '@/components/desk/article/article-draft'
import { ArticleFields, type Names } from '@/components/desk/article/article-fields'
import type { Choice } from '@/components/desk/article/choice-field'
import { DraftNotes } from '@/components/desk/article/draft-notes'
import { HeadlineFields } from '@/components/desk/article/headline-fields'
import { HeroField } from '@/components/desk/article/hero-field'
import { articleWordsIn } from '@/components/desk/article/words/words'
import { BodyEditor } from '@/components/desk/editor/body-editor'
import type { BodyEditorHandle, PictureFacts } from '@/components/desk/editor/contract'
import { PictureChooser } from '@/components/desk/media/picture-chooser'
import { usePictureChooser } from '@/components/desk/media/use-picture-chooser'
import type { Language } from '@/lib/languages'

type Props = DraftOptions & {
  language: Language
  textLanguage: Language
  timeZone: string
  isReadOnly: boolean
  sections: readonly { id: string; name: string }[]
  names: Names
  pictures: Record<string, PictureFacts>
}

/** Where an article is written: the text as readers see it, what belongs to it beside, and how it is kept above. */
export function ArticleEditor({ language, textLanguage, timeZone, isReadOnly, sections, names, pictures, ...options }: Props) {
  const words = articleWordsIn(language)
  const { draft, state } = useDraft(options)
  const { known, learn } = useNames(names)
  const articles = useMemo(() => headlinesOf(known), [known])
  const article = useAnswer<Choice>()
  const editor = useRef<BodyEditorHandle>(null)

  useEffect(() => {
    draft.showBody = (body) => editor.current?.setBody(body)
    return isReadOnly ? undefined : draft.start()
  }, [draft, isReadOnly])

  const chooseArticle = useCallback(async () => {
    const chosen = await article.ask()
    return chosen && { id: chosen.id, headline: chosen.label }
  }, [article.ask])
  const { chooser, shown, choosePicture, uploadPictures } = usePictureChooser(pictures)

  return (
    <div className="article-editor">
      <DraftNotes
        language={language}
        textLanguage={textLanguage}
        timeZone={timeZone}
        isReadOnly={isReadOnly}
        draft={draft}
        state={state}
        sections={sections}
        names={known}
        pictures={pictures}
      />
      <div className="write" lang={textLanguage} dir={textLanguage === 'ar' ? 'rtl' : 'ltr'}>
        <HeadlineFields words={words} fields={state.fields} change={(part) => draft.changeFields(part)} isReadOnly={isReadOnly} />
        <BodyEditor
          ref={editor}
          language={language}
          textLanguage={textLanguage}
          initial={options.base.content.body}
          onChange={(read) => draft.changeBody(read)}
          uploadPictures={uploadPictures}
          choosePicture={choosePicture}
          chooseArticle={chooseArticle}
          pictures={pictures}
          articles={articles}
          commented={noBlocks}
          onComment={() => {}}
          isReadOnly={isReadOnly || state.keeper === null}
        />
      </div>
      <ArticleFields
        words={words}
        textLanguage={textLanguage}
        fields={state.fields}
        sections={sections}
        names={known}
        learn={learn}
        change={(part) => draft.changeFields(part)}
        isReadOnly={isReadOnly}
        hero={
          <HeroField
            words={words}
            hero={state.fields.hero}
            pictures={shown}
            choosePicture={choosePicture}
            change={(hero) => draft.changeFields({ hero })}
          />
        }
      />
      <PictureChooser ref={chooser} language={language} />
      {article.isAsked && <ArticleDialog words={words} textLanguage={textLanguage} close={article.answer} />}
    </div>
  )
}

const noBlocks: ReadonlySet<string> = new Set()

function headlinesOf({ articles }: Names): Record<string, { headline: string }> {
  return Object.fromEntries(Object.entries(articles).map(([id, headline]) => [id, { headline }]))
}

function useDraft(options: DraftOptions) {
  const [draft] = useState(() => new ArticleDraft(options))
  const state = useSyncExternalStore(
    draft.subscribe,
    () => draft.state,
    () => draft.state,
  )
  return { draft, state }
}

/** Names of what is referred to, those learned by choosing included. */
function useNames(given: Names) {
  const [known, setKnown] = useState(given)
  const learn = useCallback((kind: keyof Names, id: string, name: string) => {
    setKnown((old) => ({ ...old, [kind]: { ...old[kind], [id]: name } }))
  }, [])
  return { known, learn }
}

/** A question that a dialog answers: `ask` waits for what `answer` is called with. */
function useAnswer<Answer>() {
  const [waiting, setWaiting] = useState<((answer: Answer | null) => void) | null>(null)
  const ask = useCallback(() => new Promise<Answer | null>((resolve) => setWaiting(() => resolve)), [])
  const answer = (given: Answer | null) => {
    waiting?.(given)
    setWaiting(null)
  }
  return { ask, answer, isAsked: waiting !== null }
}
