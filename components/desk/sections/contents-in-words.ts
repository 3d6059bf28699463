import { sectionWordsIn } from '@/components/desk/sections/words/words'
import { counted } from '@/components/words/words'
import type { Language } from '@/lib/languages'

/** What keeps a section from being removed, in a sentence. */
export function contentsInWords({ articles, earlier }: { articles: number; earlier: number }, language: Language): string {
  const words = sectionWordsIn(language)
  return articles > 0 ? counted(language, articles, words.inTheWay) : counted(language, earlier, words.earlier)
}
