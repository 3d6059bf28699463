import { z } from 'zod'

export const erasureKinds = ['person', 'reader'] as const

/** One line of the journal, and one row of the table. */
export const erasureSchema = z.object({
  id: z.uuid(),
  kind: z.enum(erasureKinds),
  subject: z.string().min(1).max(100),
  erasedAt: z.coerce.date(),
})

export type Erasure = z.infer<typeof erasureSchema>

/** What an erased person's address becomes: theirs alone, and no mail ever arrives there. */
export function erasedAddress(personId: string): string {
  return `erased-${personId}@erased.invalid`
}

/** One spelling for an address, whichever it was written in. */
export const addressInput = z.string().trim().toLowerCase().pipe(z.email().max(254))
