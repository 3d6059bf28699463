import { z } from 'zod'
import { isTicked, reviewerId, said, toPublish, wallTime, withMoment } from '../articles/workflow-inputs'

const changeId = z.uuid('invalid')

/** What a change is for. */
export const beginInput = z.object({ articleId: z.uuid('invalid'), purpose: said(200).min(1, 'required') })

export const changeInput = z.object({ changeId })

/** A move on a change, and its newest revision that was seen. */
export const seenChangeInput = z.object({ changeId, headRevisionId: z.uuid('invalid') })

export const returnChangeInput = seenChangeInput.extend({ reason: said(2000).min(1, 'required') })

export const publishChangeInput = seenChangeInput.extend({ isUpdate: isTicked })

export function scheduleChangeInput(timeZone: string) {
  return publishChangeInput.extend(wallTime).transform(withMoment(timeZone)).transform(toPublish)
}

export function submitChangeInput(timeZone: string) {
  return seenChangeInput.extend({ reviewerId, ...wallTime }).transform(withMoment(timeZone))
}

const choices = z.object({
  fields: z.record(z.string().max(40), z.enum(['ours', 'theirs'])),
  blocks: z.record(z.string().max(100), z.enum(['ours', 'theirs', 'both'])),
})

/** What is decided where a change clashes with what readers have: `choices` as the form has them, in JSON. */
export const renewInput = z.object({ changeId, headRevisionId: z.uuid(), liveRevisionId: z.uuid(), choices })
