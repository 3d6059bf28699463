import { z } from 'zod'

/** For how many days a link may be good. */
export const previewDays = [1, 3, 7, 14] as const

export const makePreviewInput = z.object({
  revisionId: z.uuid('invalid'),
  days: z.coerce.number().pipe(z.union(previewDays.map((days) => z.literal(days)))),
})

/** Minutes for which a page of the dashboard shows somebody's own preview; it opens another one after that. */
export const ownMinutes = 30

/** Days for which the end of a preview is told: after that its address is unknown. */
export const rememberedDays = 30

/** What a preview's address opens. */
export type PreviewAt = { kind: 'open'; revisionId: string; until: Date } | { kind: 'ended' } | { kind: 'unknown' }
