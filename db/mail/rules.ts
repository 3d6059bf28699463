import { z } from 'zod'
import { languages } from '../../lib/languages'
import { staffRoles } from '../people/rules'

/** An address of ours without the origin: nothing in it ends a line, or leads to another host. */
const path = z
  .string()
  .max(1000)
  .regex(/^\/(?!\/)[^\s\\\p{Cc}]*$/u)

/** Words on one line. */
const line = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u)

/** What the staff are told about an article that is theirs to do something about. */
export const deskLetters = [
  'review-asked',
  'review-returned',
  'article-approved',
  'article-given',
  'article-commented',
  'change-stopped',
  'correction-proposed',
  'correction-approved',
  'correction-refused',
  'correction-offered',
] as const

/** What a mail of the outbox says, by kind; `path` is an address of ours without the origin. Nothing in it was typed by a visitor. */
export const letterShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sign-in'), path, minutes: z.int().positive() }),
  /** `invitedBy` is empty when nobody with a name did. */
  z.object({ kind: z.literal('invitation'), path, role: z.enum(staffRoles), invitedBy: line, days: z.int().positive() }),
  /** `newsletters` are their names, as the staff gave them. */
  z.object({ kind: z.literal('newsletter-confirmation'), path, newsletters: line.array().max(50), days: z.int().positive() }),
  z.object({ kind: z.literal('newsletter-already'), path, newsletters: line.array().max(50) }),
  z.object({ kind: z.literal('newsletter-preferences'), path, minutes: z.int().positive() }),
  /** `by` is who did it; `due` until when something is asked for, ISO, or null. */
  z.object({ kind: z.enum(deskLetters), path, headline: line, by: line, due: z.iso.datetime().nullable() }),
])
export type Letter = z.infer<typeof letterShape>

/** One address: nothing that ends a line, names another recipient, or is a name before the address. Letters of all scripts (RFC 6531). */
const recipient = z
  .string()
  .max(254)
  .regex(/^[^\s@<>()[\]\\,;:"\p{Cc}]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/iu)

/** A mail to one person: to whom, in which language, what it says, and when it would be of no use any more. */
export const mailInput = z.object({
  to: recipient,
  language: z.enum(languages),
  letter: letterShape,
  uselessAfter: z.date().nullable(),
})
export type MailInput = z.infer<typeof mailInput>

/** Lower goes first: whoever signs in sits and waits. */
export const priorities: Record<Letter['kind'], number> = {
  'sign-in': 1,
  'newsletter-preferences': 2,
  'newsletter-confirmation': 3,
  'newsletter-already': 5,
  'review-asked': 4,
  'change-stopped': 4,
  invitation: 5,
  'review-returned': 6,
  'article-approved': 6,
  'article-given': 6,
  'article-commented': 7,
  'correction-proposed': 4,
  'correction-approved': 6,
  'correction-refused': 6,
  'correction-offered': 6,
}

/** Words that somebody typed, as a letter can hold them: on one line, and no longer than it needs. */
export function onOneLine(words: string): string {
  const line = words.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return [...line].length > 150 ? `${[...line].slice(0, 149).join('')}…` : line
}

/** Times a mail is tried: the waits of `retries` between them come to about a day. */
export const mostAttempts = 30

/** Seconds for which an attempt is one worker's own: longer than it may take, and no longer than the first wait before the next. */
export const claimSeconds = 60

/** Days after which nobody tries a waiting mail any more, whatever became of its job: jobs are kept for fewer. */
const forgottenDays = 15

/** Days for which the address of a mail is kept after its end. */
const addressDays = 30

export const mailStatuses = ['waiting', 'sent', 'abandoned'] as const
export type MailStatus = (typeof mailStatuses)[number]

/** As much of a mail as decides what is to be done with it. */
type Progress = {
  status: MailStatus
  attempts: number
  /** Why the last attempt failed; empty while one is under way. */
  fault: string
  triedAt: Date | null
  uselessAfter: Date | null
}

/** What a worker that was given a mail does with it. */
type Step = 'nothing' | 'wait' | 'abandon' | 'try'

/** Decides the next step. An attempt that was begun and never told how it ended counts as failed when its claim is over. */
export function nextStep(mail: Progress, now: Date): Step {
  if (mail.status !== 'waiting') return 'nothing'
  const isUnderWay = mail.triedAt !== null && mail.fault === '' && now.getTime() < mail.triedAt.getTime() + claimSeconds * 1000
  if (isUnderWay) return 'wait'
  const isUseless = mail.uselessAfter !== null && mail.uselessAfter <= now
  return isUseless || mail.attempts >= mostAttempts ? 'abandon' : 'try'
}

/** Why an attempt failed, and whether another would fail alike. */
export type Failure = { fault: string; isPermanent: boolean }

/** Whether a mail is given up after its `attempt`-th attempt failed. */
export function isGivenUp(attempt: number, { isPermanent }: Failure): boolean {
  return isPermanent || attempt >= mostAttempts
}

/** The moments before which a sweep looks for what is over. */
export function sweepLimits(now: Date): { uselessBefore: Date; untouchedBefore: Date; endedBefore: Date } {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  return { uselessBefore: daysAgo(1), untouchedBefore: daysAgo(forgottenDays), endedBefore: daysAgo(addressDays) }
}
