import { z } from 'zod'
import { type EditionMove, type EditionVerdict, newsletterEditionStatuses } from '@/db/newsletter-editions/rules'

/** In which state an edition is, what whoever looks can do with it, and what it said before: as the server told it last. */
export const toldEdition = z.object({
  standing: z.object({
    status: z.enum(newsletterEditionStatuses),
    verdicts: z.custom<Record<EditionMove, EditionVerdict>>((value) => typeof value === 'object' && value !== null),
    sendAt: z.coerce.date().nullable(),
    /** The same on the publication's wall clock; empty for none. */
    sendTime: z.string(),
    timing: z.enum(['absolute', 'recipient']),
    returnReason: z.string(),
    changedBy: z.string(),
    approvedBy: z.string(),
    isSent: z.boolean(),
  }),
  versions: z.array(z.object({ version: z.number(), at: z.coerce.date(), by: z.string() })),
})
export type ToldEdition = z.infer<typeof toldEdition>
export type EditionStanding = ToldEdition['standing']
