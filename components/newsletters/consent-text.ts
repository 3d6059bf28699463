import type { Language } from '@/lib/languages'
import { filled } from '../words/words'
import { newsletterWordsIn } from './words/words'

/** The words that somebody agrees to by signing up, exactly as they stand beside the button. */
export function consentText(language: Language, publication: string): string {
  return filled(newsletterWordsIn(language).consent, { publication })
}
