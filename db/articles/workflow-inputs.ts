import { z } from 'zod'
import { momentsAt } from '../../lib/days'
import { type CheckName, checks } from './rules'

const articleId = z.uuid('invalid')
export const said = (most: number) => z.string().trim().max(most, 'too-long')

/** A move on an article, and the head that was seen. */
export const seenInput = z.object({ articleId, headRevisionId: z.uuid('invalid') })

export const returnInput = seenInput.extend({ reason: said(2000).min(1, 'required') })

export const isTicked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

export const publishInput = seenInput.extend({ isUpdate: isTicked })

/** A time on the wall clock of the publication, as a date field gives it; where it comes twice, which is meant. */
export const wallTime = {
  time: z.string().max(20).default(''),
  which: z.enum(['', 'first', 'second']).catch(''),
}

type WallTime = { time: string; which: '' | 'first' | 'second' }

/** Makes `time` and `which` a moment in a zone; null where no time was given. Where the clocks are put forward over it, it is a fault. */
export function withMoment(timeZone: string) {
  return <Input extends WallTime>({ time, which, ...input }: Input, context: z.RefinementCtx) => {
    const [first, second] = momentsAt(time, timeZone)
    if (first && (!second || which !== '')) return { ...input, moment: second && which === 'second' ? second : first }
    if (time === '') return { ...input, moment: null }
    const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(time) && !Number.isNaN(new Date(`${time}:00Z`).getTime())
    context.addIssue({ code: 'custom', message: first ? 'comes-twice' : isTime ? 'is-skipped' : 'no-time', path: ['time'] })
    return z.NEVER
  }
}

export const reviewerId = z.union([z.literal(''), z.uuid('invalid')]).transform((id) => id || null)

export function scheduleInput(timeZone: string) {
  return seenInput.extend(wallTime).transform(withMoment(timeZone)).transform(toPublish)
}

/** What is to be published at a moment; without one it is a fault. */
export function toPublish<Input extends { moment: Date | null }>({ moment, ...input }: Input, context: z.RefinementCtx) {
  if (moment) return { ...input, publishAt: moment }
  context.addIssue({ code: 'custom', message: 'required', path: ['time'] })
  return z.NEVER
}

export function submitInput(timeZone: string) {
  return seenInput.extend({ reviewerId, ...wallTime }).transform(withMoment(timeZone))
}

export function reviewerInput(timeZone: string) {
  return z.object({ articleId, reviewerId, ...wallTime }).transform(withMoment(timeZone))
}

export function embargoInput(timeZone: string) {
  return z.object({ articleId, note: said(300).default(''), ...wallTime }).transform(withMoment(timeZone))
}

export const ownerInput = z.object({ articleId, ownerId: z.uuid('required') })

export const articleInput = z.object({ articleId })

export const holdInput = z.object({ articleId, reason: said(2000).default('') })

/** What readers are told in the article's place. */
export const withdrawInput = z.object({
  articleId,
  kind: z.enum(['withdrawn', 'legal'], 'required'),
  note: said(1000).min(1, 'required'),
})

export const overrideInput = seenInput.extend({
  check: z.string().refine((name): name is CheckName => Object.hasOwn(checks, name), 'invalid'),
  /** The findings that are meant, joined by spaces. */
  keys: z
    .string()
    .max(20_000)
    .transform((keys) => keys.split(' ').filter(Boolean)),
  reason: said(1000).min(1, 'required'),
})

const address = z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'no-address' }).max(2000, 'too-long')])

/** What was there when the form was drawn, as it says in JSON itself. */
const seenParticulars = z
  .string()
  .max(20_000)
  .transform((json) => {
    try {
      return JSON.parse(json) as unknown
    } catch {
      return null
    }
  })
  .pipe(
    z.object({
      republishing: z.enum(['open', 'ask', 'never']),
      deskSlug: z.string(),
      notes: z.string(),
      sensitive: z.boolean(),
      doNotPublish: z.boolean(),
      canonicalUrl: z.string().nullable(),
    }),
  )

export const particularsInput = z
  .object({
    articleId,
    seen: seenParticulars,
    republishing: z.enum(['open', 'ask', 'never'], 'invalid'),
    deskSlug: said(100),
    notes: said(10_000),
    sensitive: isTicked,
    doNotPublish: isTicked,
    canonicalUrl: address.transform((url) => url || null),
  })
  .transform(({ articleId: id, seen, ...wanted }) => ({ articleId: id, seen, wanted }))
