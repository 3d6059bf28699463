import type { EditorState, Transaction } from '@tiptap/pm/state'
import { markHere } from '@/components/desk/editor/commands/marks'
import { directionOf } from '@/lib/languages'

/** The languages that words in a text are most often of. */
export const runLanguages = [
  'ar',
  'ckb',
  'de',
  'en',
  'es',
  'fa',
  'fr',
  'he',
  'it',
  'ku',
  'la',
  'nl',
  'pt',
  'ru',
  'tr',
  'uk',
  'ur',
  'zh',
] as const

/** Says of what language the selected words are, or those typed next; with null, that they are of the article's. */
export function setRunLanguage(state: EditorState, lang: string | null): Transaction | null {
  const type = state.schema.marks.lang
  if (!type) return null
  const { from, to, empty } = state.selection
  const mark = lang === null ? null : type.create({ lang, dir: directionOf(lang) })
  if (empty) return mark ? state.tr.addStoredMark(mark) : state.tr.removeStoredMark(type)
  const tr = state.tr.removeMark(from, to, type)
  return mark ? tr.addMark(from, to, mark) : tr
}

export function runLanguage(state: EditorState): string | null {
  const lang: unknown = markHere(state, 'lang')?.lang
  return typeof lang === 'string' ? lang : null
}
