'use client'

import { useCallback, useState } from 'react'
import { ArticleDialog } from '@/components/desk/article/article-dialog'
import type { Choice } from '@/components/desk/article/choice-field'
import type { ArticleWords } from '@/components/desk/article/words/en'
import type { PictureFacts } from '@/components/desk/editor/contract'
import { PictureChooser } from '@/components/desk/media/picture-chooser'
import { usePictureChooser } from '@/components/desk/media/use-picture-chooser'
import type { Language } from '@/lib/languages'

type Around = { language: Language; textLanguage: Language; words: ArticleWords; pictures: Record<string, PictureFacts> }

/** What somebody chooses while they write, pictures and articles, with the dialogs in which they do. */
export function useChoosers({ language, textLanguage, words, pictures }: Around) {
  const { chooser, shown, ...ofPictures } = usePictureChooser(pictures)
  const article = useAnswer<Choice>()
  const { ask } = article
  const chooseArticle = useCallback(async () => {
    const chosen = await ask()
    return chosen && { id: chosen.id, headline: chosen.label }
  }, [ask])
  const dialogs = (
    <>
      <PictureChooser ref={chooser} language={language} />
      {article.isAsked && <ArticleDialog words={words} textLanguage={textLanguage} close={article.answer} />}
    </>
  )
  return { ...ofPictures, pictures: shown, chooseArticle, dialogs }
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
