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
  const wishes = (accepted ?? '').split(',').map((one) => {
    const [range = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase())
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    return { language: range.split('-')[0] ?? '', weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
  })
  const best = wishes.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight)
  return best.map(({ language }) => language).find(isLanguage) ?? rootLanguage
}
