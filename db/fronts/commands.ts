import { eq } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import type { Language } from '../../lib/languages'
import type { Transaction } from '../client'
import { announce } from '../notices/commands'
import type { FrontZone } from './rules'
import { frontSlots, fronts } from './schema'

export type NewSlot = {
  zone: FrontZone
  articleId: string
  headline?: string
  kicker?: string
  startsAt?: Date | null
  endsAt?: Date | null
}

/** Replaces the curated places of an edition's home, as part of the caller's transaction; their order within a zone is the order given. */
export async function arrangeFront(tx: Transaction, language: Language, slots: readonly NewSlot[]): Promise<void> {
  const [front] = await tx
    .insert(fronts)
    .values({ language })
    .onConflictDoUpdate({ target: fronts.language, set: { language } })
    .returning({ id: fronts.id })
  if (!front) throw new Error('An upsert returned no row.')
  await tx.delete(frontSlots).where(eq(frontSlots.frontId, front.id))
  if (slots.length > 0)
    await tx.insert(frontSlots).values(slots.map((slot, position) => ({ frontId: front.id, position, ...slot })))
  await announce(tx, 'change', [tagOf.front(language)])
}
