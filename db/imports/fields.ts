import { z } from 'zod'
import { isSafeLink } from '../../lib/checks'
import { languages } from '../../lib/languages'
import { parseMoment } from './moments'

/** A text of one field. YAML reads `headline: 1948` as a number; here it is words again. */
export const words = z
  .union([z.string(), z.number(), z.boolean()], 'must be text')
  .transform((value) => String(value).replaceAll('\0', '').trim())

export const filledWords = words.refine((value) => value !== '', 'must not be empty')

export const optionalWords = words.nullish().transform((value) => value ?? '')

/** A moment, told in `timeZone` when it has no offset. */
export function moment(timeZone: string) {
  return words.transform((text, context) => {
    const parsed = parseMoment(text, timeZone)
    if (parsed) return parsed
    context.addIssue({ code: 'custom', message: `"${text.slice(0, 40)}" is not a date such as 2015-10-12T18:40:00+03:00` })
    return z.NEVER
  })
}

export const webAddress = words.refine((value) => /^https?:/.test(value) && isSafeLink(value), 'must be a web address')

export const language = z.enum(languages, `must be one of ${languages.join(', ')}`)

/** Texts by language. */
export const byLanguage = z.partialRecord(language, words)
