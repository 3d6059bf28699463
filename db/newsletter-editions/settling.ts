import { eq, sql } from 'drizzle-orm'
import { db } from '../client'
import { countDone, countHarm } from '../deliveries/health'
import { breakerOf } from '../deliveries/rules'
import { stopEdition } from './freezing'
import { newsletterEditions } from './schema'

/** The editions that are being sent, those that have waited longest first, each with when it was last drawn. */
export async function listSending(): Promise<{ id: string; drawnAt: Date | null }[]> {
  return db
    .select({ id: newsletterEditions.id, drawnAt: newsletterEditions.drawnAt })
    .from(newsletterEditions)
    .where(eq(newsletterEditions.status, 'sending'))
    .orderBy(newsletterEditions.startedAt)
}

/** Stops an edition that does harm; tells whether it did. */
export async function stopHarm(editionId: string, now: Date): Promise<boolean> {
  const [accepted] = await db
    .select({ refused: newsletterEditions.acceptedRefusals, complained: newsletterEditions.acceptedComplaints })
    .from(newsletterEditions)
    .where(eq(newsletterEditions.id, editionId))
  const harms = await countHarm(db, editionId)
  // Counted against none that are done it looks worst: mostly that is little enough, and a whole audience need not be counted.
  if (!accepted || !breakerOf({ ...harms, done: 0 }, accepted)) return false
  const health = { ...harms, done: await countDone(db, editionId) }
  const harm = breakerOf(health, accepted)
  if (!harm) return false
  const { done: of, refused: bounced, complained } = health
  await stopEdition(
    editionId,
    harm === 'bounces' ? { kind: 'bounces', bounced, of } : { kind: 'complaints', complained, of },
    now,
  )
  return true
}

/**
 * Ends the sending of an edition of which nothing waits any more: it is completed, or somebody has to decide about those of which nobody knows whether
 * they arrived. Throws when not everybody in its audience ended in one state: that would be a fault of ours.
 */
export async function settleEdition(editionId: string, now: Date): Promise<'completed' | 'attention' | 'under-way'> {
  return db.transaction(async (tx) => {
    const [edition] = await tx.select().from(newsletterEditions).where(eq(newsletterEditions.id, editionId)).for('update')
    if (edition?.status !== 'sending') return 'under-way'
    const [waits] = await tx.execute(sql`
      select 1 from deliveries where edition_id = ${editionId} and status = 'queued'
      union all select 1 from deliveries where edition_id = ${editionId} and status in ('leased', 'sending') limit 1
    `)
    if (waits) return 'under-way'
    await tx.execute(sql`set local statement_timeout = '1min'`)
    const [count] = await tx.execute<{ all: number; uncertain: number }>(sql`
      select count(*)::int as all, count(*) filter (where status = 'uncertain')::int as uncertain
      from deliveries where edition_id = ${editionId}
    `)
    const { all = 0, uncertain = 0 } = count ?? {}
    if (all !== edition.frozenCount)
      throw new Error(`Newsletter edition ${editionId} was frozen for ${edition.frozenCount} and has ${all} deliveries.`)
    const isOver = uncertain === 0
    await tx
      .update(newsletterEditions)
      .set({
        status: isOver ? 'completed' : 'attention',
        attention: isOver ? null : { kind: 'uncertain', count: uncertain },
        endedAt: isOver ? now : null,
        updatedAt: now,
      })
      .where(eq(newsletterEditions.id, editionId))
    return isOver ? 'completed' : 'attention'
  })
}

/** Rows that are ended at once. */
const cancelledAtOnce = 20_000

/** Ends what still waits of cancelled editions; tells whether some is left. */
export async function endCancelled(): Promise<boolean> {
  const ended = await db.execute(sql`
    with waiting as (
      select d.id from newsletter_editions e join deliveries d on d.edition_id = e.id and d.status = 'queued'
      where e.status = 'cancelled' and e.frozen_at is not null and e.ended_at > now() - interval '30 days'
      limit ${cancelledAtOnce} for update of d skip locked
    )
    update deliveries d set status = 'cancelled', ended_at = now() from waiting where d.id = waiting.id
  `)
  return ended.count === cancelledAtOnce
}

/** Editions whose uncertain deliveries an editor has all decided about go on to their end. */
export async function takeUpDecided(): Promise<void> {
  await db.execute(sql`
    update newsletter_editions e set status = 'sending', attention = null, updated_at = now()
    where e.status = 'attention' and not exists (
      select from deliveries d where d.edition_id = e.id and d.status = 'uncertain'
    )
  `)
}
