import { createContext, useContext } from 'react'
import type { BodyEditorProps, ChosenArticle, ChosenPicture, PictureFacts } from '@/components/desk/editor/contract'
import type { EditorWords } from '@/components/desk/editor/words/en'
import type { Language } from '@/lib/languages'

/** What blocks need that is not in them. */
export type AroundText = Pick<BodyEditorProps, 'choosePicture' | 'chooseArticle'> & {
  language: Language
  words: EditorWords
  pictures: Record<string, PictureFacts>
  articles: Record<string, { headline: string }>
  knowPictures: (pictures: ChosenPicture[]) => void
  knowArticle: (article: ChosenArticle) => void
  isReadOnly: boolean
}

export const AroundTextContext = createContext<AroundText | null>(null)

export function useAroundText(): AroundText {
  const around = useContext(AroundTextContext)
  if (!around) throw new Error('A block was drawn outside of the editor.')
  return around
}
