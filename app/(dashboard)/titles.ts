import type { Metadata } from 'next'
import type { DeskWords } from '@/components/desk/words/en'
import { deskWordsIn } from '@/components/desk/words/words'
import type { Language } from '@/lib/languages'
import { readPublication } from './publication'
import { readLanguage } from './session'

/** A page's `generateMetadata`: its title in the language of whoever sees it. */
export function titled(choose: (words: DeskWords) => string): () => Promise<Metadata> {
  return () => titledBy((language) => choose(deskWordsIn(language)))
}

/** A page's title, by whoever knows it in the language that it is seen in. */
export async function titledBy(say: (language: Language) => string): Promise<Metadata> {
  const language = await readLanguage()
  return { title: `${say(language)} – ${await readPublication(language)}` }
}
