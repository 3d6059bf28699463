import { readWeights } from './weights'

/** The languages the interface speaks. A publication's editions are a choice of these, made in its settings. */
export const languages = ['en', 'fr', 'ar'] as const

export type Language = (typeof languages)[number]

/** The edition that stands at the root of the site; the others stand under their code (`/fr`, `/ar`). */
export const rootLanguage: Language = 'en'

export function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value)
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|he|fa|ur|ckb|syr|ps|yi)(-|$)/.test(language) ? 'rtl' : 'ltr'
}

/** The language of ours that a browser's `Accept-Language` likes best (RFC 9110, 12.5.4). */
export function languageWished(accepted: string | null): Language {
  const wishes = [...readWeights(accepted ?? '')].filter(([, weight]) => weight > 0).sort(([, one], [, other]) => other - one)
  return wishes.map(([range]) => range.split('-')[0] ?? '').find(isLanguage) ?? rootLanguage
}
