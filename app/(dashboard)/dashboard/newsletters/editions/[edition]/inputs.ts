import { z } from 'zod'
import { wallTime, withMoment } from '@/db/articles/workflow-inputs'

/** Which edition a move is about, whatever it says. */
export const editionInput = z.object({ editionId: z.uuid('invalid') })

/** Which edition a move is about, and the version of it that was seen. */
export const seenInput = editionInput.extend({ version: z.coerce.number('invalid').int('invalid') })

export const returnInput = seenInput.extend({ reason: z.string().trim().min(1, 'required').max(1000, 'too-long') })

/** When an edition is to be sent, by the publication's wall clock. */
export function scheduleInput(timeZone: string) {
  return seenInput
    .extend({ timing: z.enum(['absolute', 'recipient']).catch('absolute'), ...wallTime })
    .transform(withMoment(timeZone))
    .transform(({ moment, ...input }, context) => {
      if (moment) return { ...input, sendAt: moment }
      context.addIssue({ code: 'custom', message: 'required', path: ['time'] })
      return z.NEVER
    })
}
