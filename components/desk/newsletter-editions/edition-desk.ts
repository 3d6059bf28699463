import type { Known } from '@/components/desk/newsletter-editions/item-name'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import type { WrittenEdition } from '@/components/desk/newsletter-editions/written-edition'
import type { ItemArticle } from '@/db/newsletter-editions/rules'
import type { Language } from '@/lib/languages'

/** What everything on the page of an edition is about, and may do to it. */
export type EditionDesk = {
  editionId: string
  words: EditionWords
  /** Of the interface, and of the newsletter. */
  language: Language
  written: Language
  timeZone: string
  edition: WrittenEdition
  /** The edition of this very moment, for what happens between two drawings. */
  present: () => WrittenEdition
  change: (edition: WrittenEdition) => void
  known: Known
  learn: (articles: readonly ItemArticle[]) => void
  choosePicture: () => Promise<{ id: string } | null>
  /** Has a sentence read out. */
  say: (sentence: string) => void
  isReadOnly: boolean
}
