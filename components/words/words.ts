import type { Language } from '../../lib/languages'
import { ar } from './ar'
import { en, type Words } from './en'
import { fr } from './fr'

const wordsByLanguage: Record<Language, Words> = { en, fr, ar }

/** The interface's own words in a language. What the publication says of itself is in its settings. */
export function wordsIn(language: Language): Words {
  return wordsByLanguage[language]
}

/** Chooses the plural form that a number takes in a language and puts the number into it, in the language's digits. */
export function counted(
  language: Language,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other
  return form.replace('#', new Intl.NumberFormat(language).format(count))
}

/** Puts values into a sentence: `{name}` becomes `values.name`. */
export function filled(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
}
