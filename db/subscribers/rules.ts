import { z } from 'zod'
import { isLanguage } from '../../lib/languages'
import type { SuppressionReason } from './suppression-rules'

/** What a consent event tells beside its columns. */
export type ConsentDetails = Record<string, string | number | boolean | null>

/** The most newsletters anybody is taken to choose at once. */
const mostChosen = 50

/** Where a sign-up form stands. */
const signUpSources = ['article', 'home', 'newsletter_page'] as const
export type SignUpSource = (typeof signUpSources)[number]

/** Name of the field that nobody sees: what fills it in is no reader. */
export const trapField = 'website'

/** Name of the box that chooses a newsletter in a form. */
export function choiceField(newsletterId: string): string {
  return `newsletter-${newsletterId}`
}

/** The newsletters whose boxes are ticked. */
export function chosenIn(typed: Record<string, unknown>): string[] {
  const ids = Object.keys(typed).flatMap((name) => (name.startsWith('newsletter-') ? [name.slice('newsletter-'.length)] : []))
  return ids.filter((id) => z.uuid().safeParse(id).success).slice(0, mostChosen)
}

/** A path of ours, or nothing where it is none. */
function pathOr(text = ''): string {
  return /^\/(?!\/)[^\s\\\p{Cc}]{0,900}$/u.test(text) ? text : ''
}

const fields = z.record(z.string().max(100), z.string().max(2000, 'too-long'))
const address = z.string('required').trim().min(1, 'required').max(320, 'too-long')
const language = z.string().refine(isLanguage, 'invalid')

/** What a sign-up form says, at its first step and at its second, which brings the `stamp` that the first was answered with. */
export const signUpForm = fields.transform((typed, context) => {
  const read = z
    .object({ email: address, language, source: z.enum(signUpSources).catch('newsletter_page') })
    .safeParse({ email: typed.email, language: typed.language, source: typed.source })
  if (!read.success) {
    for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  }
  return {
    ...read.data,
    newsletterIds: chosenIn(typed),
    sourcePath: pathOr(typed.sourcePath),
    stamp: typed.stamp ?? '',
    proof: typed.proof ?? '',
    isTrapped: (typed[trapField] ?? '') !== '',
  }
})
export type SignUpInput = z.infer<typeof signUpForm>

/** What a form says that asks for a link to the preferences. */
export const linkForm = z
  .object({ email: address, language, [trapField]: z.string().default('') })
  .transform(({ email, language: said, [trapField]: trap }) => ({ email, language: said, isTrapped: trap !== '' }))

/** What a button sends that stands on a page which a link opens: the link, and the language of the page. */
export const linkHolder = z.object({ link: z.string().max(300), language })

/** What a confirmation says: the newsletters that are ticked. */
export const confirmForm = linkHolder
  .catchall(fields.valueType)
  .transform(({ link, language: spoken, ...typed }) => ({ link, language: spoken, newsletterIds: chosenIn(typed) }))

/** What is said to have everything erased. */
export const eraseForm = linkHolder
  .extend({ sure: z.string().optional() })
  .transform(({ sure, ...holder }) => ({ ...holder, isSure: sure === 'on' }))

/**
 * What the preferences say: `spoken` is the language of the page, `language` the one that is chosen, `pausedUntil` a day or empty, `timeZone` an
 * IANA name or empty.
 */
export const preferencesForm = linkHolder
  .extend({ spoken: language, pausedUntil: z.string().trim().default(''), timeZone: z.string().trim().default('') })
  .catchall(fields.valueType)
  .transform(({ link, spoken, language: chosen, pausedUntil, timeZone, ...typed }) => ({
    link,
    spoken,
    language: chosen,
    pausedUntil,
    timeZone,
    newsletterIds: chosenIn(typed),
  }))
export type PreferencesInput = Omit<z.infer<typeof preferencesForm>, 'link' | 'spoken'>

/** Whether it names a time zone that this program knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Za-z]/.test(name)
  } catch {
    return false
  }
}

/**
 * What a suppression means for somebody who asks for newsletters themself. It always stops editions and imports.
 *
 * `asked`: whether anybody who types the address has one mail sent to it that asks for confirmation. To whom it would do harm, it is not: who
 * complained or forbade it does not hear from us because somebody else typed their address, and a dead address hurts whoever writes to it.
 * `ends`: whether it ends when the person confirms by a mail of ours, which only they can: who was erased may come back of their own will. Who
 * pressed "never again" takes that back at the same address, which only that mail tells (`allowAgain`). The others ask the staff, who can release
 * them.
 */
export const suppressionEffects: Record<SuppressionReason, { asked: boolean; ends: boolean }> = {
  erased: { asked: true, ends: true },
  soft_bounces: { asked: true, ends: true },
  never_again: { asked: false, ends: false },
  hard_bounce: { asked: false, ends: false },
  complaint: { asked: false, ends: false },
  staff: { asked: false, ends: false },
}

/** Days for which a confirmation can be given, and minutes for which a link to the preferences is good. */
export const confirmationDays = 7
export const linkMinutes = 60
