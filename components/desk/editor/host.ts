import type { ChosenPicture } from '@/components/desk/editor/contract'
import type { EditorWords } from '@/components/desk/editor/words/en'
import type { Language } from '@/lib/languages'

/** What the text's own machinery asks of whoever shows it. */
export type EditorHost = {
  language: Language
  words: EditorWords
  upload: (files: File[], tell: (share: number) => void) => Promise<ChosenPicture[] | null>
  /** Pictures that the text refers to from now on. */
  know: (pictures: ChosenPicture[]) => void
  /** Tells whoever writes something that they would not see otherwise. */
  say: (note: string) => void
}
