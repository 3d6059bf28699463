import type { Metadata } from 'next'
import type { DeskWords } from '@/components/desk/words/en'
import { deskWordsIn } from '@/components/desk/words/words'
import { readPublication } from './publication'
import { readLanguage } from './session'

/** A page's `generateMetadata`: its title in the language of whoever sees it. */
export function titled(choose: (words: DeskWords) => string): () => Promise<Metadata> {
  return async () => {
    const language = await readLanguage()
    return { title: `${choose(deskWordsIn(language))} – ${await readPublication(language)}` }
  }
}
