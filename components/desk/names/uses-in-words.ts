import { nameWordsIn } from '@/components/desk/names/words/words'
import { counted } from '@/components/words/words'
import type { Language } from '@/lib/languages'

/** How many articles name it, in a sentence; of earlier revisions only where no present one does. */
export function usesInWords({ articles, earlier }: { articles: number; earlier: number }, language: Language): string {
  const words = nameWordsIn(language)
  return articles > 0 ? counted(language, articles, words.inUse) : counted(language, earlier, words.inUseEarlier)
}
