import { z } from 'zod'

/** What an editor's tab sends to save. */
export const savingInput = z.object({
  baseRevisionId: z.uuid(),
  content: z.unknown(),
  reason: z.string().max(300),
  copy: z.object({ tab: z.uuid(), sequence: z.int().positive() }),
})

/** What it says of itself meanwhile. */
export const reportInput = z.object({
  tab: z.uuid(),
  copy: z.object({ baseRevisionId: z.uuid(), content: z.unknown(), sequence: z.int().positive() }).nullable(),
})
