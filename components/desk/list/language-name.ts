import type { Language } from '@/lib/languages'

/** A language's name in a language. */
export function languageName(language: Language, spoken: Language): string {
  return new Intl.DisplayNames(spoken, { type: 'language' }).of(language) ?? language
}
