import type { Language } from '@/lib/languages'
import { apart, type Direction, isolated } from './foreign-words'
import { html, type Markup } from './markup'
import { sentence } from './sentence'
import { newsletterWordsIn } from './words/words'

const lists = new Map<Language, Intl.ListFormat>()

function listOf(language: Language): Intl.ListFormat {
  const made = lists.get(language) ?? new Intl.ListFormat(language)
  lists.set(language, made)
  return made
}

/** Who wrote an article, as the line over it says; empty where nobody is named. */
export function namesInWords(names: readonly string[], language: Language, direction: Direction): Markup | '' {
  if (names.length === 0) return ''
  const said = listOf(language)
    .formatToParts(names)
    .map(({ type, value }) => (type === 'element' ? apart(value, direction) : value))
  return sentence(newsletterWordsIn(language).by, { names: html`${said}` })
}

/** The same for plain text. */
export function namesInText(names: readonly string[], language: Language, direction: Direction): string {
  if (names.length === 0) return ''
  const said = listOf(language).format(names.map((name) => isolated(name, direction)))
  return newsletterWordsIn(language).by.replace('{names}', () => said)
}
