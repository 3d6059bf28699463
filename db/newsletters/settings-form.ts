import { z } from 'zod'
import { reservedNewsletterSlugs } from '../../lib/addresses'
import { languages } from '../../lib/languages'
import { slugFrom, slugInput } from '../articles/rules'
import { readAddress } from '../subscribers/addresses'
import { isListId } from './list-id'
import { type NewsletterSettings, newsletterFrequencies, weekdays } from './rules'

/** Words that stand in a header: on one line, so that none of them can begin another. */
export const headerWords = z
  .string()
  .trim()
  .max(100, 'too-long')
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'one-line')

/** An address that mail can be sent from or to, in one spelling; empty for none. */
export const mailAddress = z
  .string()
  .trim()
  .transform((typed, context) => {
    const read = typed === '' ? { address: '' } : readAddress(typed)
    if (read) return read.address
    context.addIssue({ code: 'custom', message: 'email' })
    return z.NEVER
  })

/** What names a list (RFC 2919); empty for what is proposed. */
export const listIdInput = z
  .string()
  .trim()
  .toLowerCase()
  .refine((typed) => typed === '' || isListId(typed), 'list-id')

/** An address of the post, over several lines. */
export const postalWords = z
  .string()
  .transform((typed) => typed.replace(/[^\P{Cc}\n]/gu, '').trim())
  .pipe(z.string().max(500, 'too-long'))

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'invalid')
  .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))

const text = z.object({
  language: z.enum(languages),
  name: headerWords,
  promise: z.string().trim().max(500, 'too-long'),
})

const settings = z.object({
  slug: slugInput,
  language: z.enum(languages, 'required'),
  frequency: z.enum(newsletterFrequencies, 'required'),
  isOpen: z.boolean(),
  featuredIn: z.array(z.enum(languages)),
  sectionIds: z.array(z.uuid()),
  texts: z.array(text).min(1, 'required'),
  senderName: headerWords,
  senderAddress: mailAddress,
  replyTo: mailAddress,
  listId: listIdInput,
  postalAddress: postalWords,
  isArchiveIndexed: z.boolean(),
  countsClicks: z.boolean(),
  draft: z
    .object({
      sectionId: z.union([z.uuid(), z.literal('').transform(() => null)], 'invalid'),
      weekdays: z.array(z.int()),
      minute: clock,
      length: z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(30, 'invalid'),
    })
    .refine((draft) => draft.sectionId === null || draft.weekdays.length > 0, { path: ['weekdays'], error: 'required' }),
})

/**
 * What a form says of a newsletter, each field one text: its name and promise by language, and a field for each thing that is ticked. Without a
 * slug one is made of its name.
 */
export const newsletterForm = z
  .record(z.string(), z.string().max(2000, 'too-long'))
  .transform((typed, context): NewsletterSettings => {
    const read = settings.safeParse(settingsTyped(typed))
    if (!read.success) {
      for (const { path, message } of read.error.issues)
        context.addIssue({ code: 'custom', path: [fieldOf(path, typed)], message })
      return z.NEVER
    }
    const { texts, language, slug } = read.data
    const name = texts.find((one) => one.language === language)?.name ?? texts[0]?.name ?? ''
    const own = slug || slugFrom(name)
    if (reservedNewsletterSlugs.has(own)) context.addIssue({ code: 'custom', path: ['slug'], message: 'reserved' })
    return { ...read.data, slug: own }
  })

function settingsTyped(typed: Record<string, string>) {
  const said = (name: string) => typed[name] ?? ''
  const isTicked = (name: string) => typed[name] === 'on'
  return {
    ...{ slug: said('slug'), language: said('language'), frequency: said('frequency'), isOpen: isTicked('isOpen') },
    featuredIn: languages.filter((language) => isTicked(`featured-${language}`)),
    sectionIds: Object.keys(typed).flatMap((name) => (name.startsWith('section-') ? name.slice('section-'.length) : [])),
    texts: namedLanguages(typed).map((language) => ({
      language,
      name: said(`name-${language}`),
      promise: said(`promise-${language}`),
    })),
    ...{ senderName: said('senderName'), senderAddress: said('senderAddress'), replyTo: said('replyTo') },
    ...{ listId: said('listId'), postalAddress: said('postalAddress').replace(/\r\n?/g, '\n') },
    ...{ isArchiveIndexed: isTicked('isArchiveIndexed'), countsClicks: isTicked('countsClicks') },
    draft: {
      sectionId: said('draftSection'),
      weekdays: weekdays.filter((day) => isTicked(`weekday-${day}`)),
      minute: said('draftTime') || '06:00',
      length: said('draftLength') || '5',
    },
  }
}

function namedLanguages(typed: Record<string, string>) {
  return languages.filter((language) => (typed[`name-${language}`] ?? '').trim() !== '')
}

const draftFields: Record<string, string> = {
  sectionId: 'draftSection',
  weekdays: 'weekdays',
  minute: 'draftTime',
  length: 'draftLength',
}

/** The form's field that a fault lies in. */
function fieldOf([first, second, third]: PropertyKey[], typed: Record<string, string>): string {
  if (first === 'draft') return draftFields[String(second)] ?? 'draftSection'
  if (first !== 'texts') return String(first)
  const language = typeof second === 'number' ? namedLanguages(typed)[second] : undefined
  return language ? `${String(third)}-${language}` : `name-${typed.language || languages[0]}`
}
