import { gt, sql } from 'drizzle-orm'
import { db, type Reader } from '../client'
import { signUpHours } from './request-schema'
import { type Breaker, breakerOf, usualHours } from './sign-up-rules'

const hourMs = 3_600_000

/** Counts one more of these in the hour of `now`. */
export async function countSignUp(reader: Reader, what: 'requested' | 'asked' | 'confirmed', now: Date): Promise<void> {
  const hour = new Date(Math.floor(now.getTime() / hourMs) * hourMs)
  await reader
    .insert(signUpHours)
    .values({ hour, [what]: 1 })
    .onConflictDoUpdate({ target: signUpHours.hour, set: { [what]: sql`${signUpHours[what]} + 1` } })
}

/** Whether sign-ups are unusual now. While they are, everybody may ask less often, and the desk sees an alarm. */
export async function findBreaker(now: Date, reader: Reader = db): Promise<Breaker> {
  const hours = await reader
    .select()
    .from(signUpHours)
    .where(gt(signUpHours.hour, new Date(now.getTime() - (usualHours + 1) * hourMs)))
  return breakerOf(hours, now)
}
