import { eq, sql } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { db, type Transaction } from '../client'
import { countHarm } from '../deliveries/health'
import { record } from '../events/commands'
import type { EventAction } from '../events/rules'
import { announce } from '../notices/commands'
import { decide } from '../people/rights'
import type { Actor } from '../people/rules'
import type { NewsletterEditionStatus } from './rules'
import { newsletterEditions } from './schema'

/** Why sending was not interfered with. */
type Refusal = 'unknown' | 'not-allowed' | 'ask-again' | 'wrong-state'
type Edition = typeof newsletterEditions.$inferSelect

/** Stops sending: what is being handed over at this moment is finished, nothing else begins. */
export function pauseEdition(actor: Actor, editionId: string, now: Date): Promise<'done' | Refusal> {
  return interfere(actor, { editionId, from: ['sending'], action: 'newsletter-edition.paused' }, now, (tx, { id }) =>
    set(tx, id, { status: 'paused', attention: { kind: 'by-hand' }, updatedAt: now }),
  )
}

/**
 * Goes on. Whatever stopped it counts as known: an article that was corrected is sent as it stands now, one that readers may no longer see is left
 * out, and the bounces or complaints there were stop it no second time.
 */
export function resumeEdition(actor: Actor, editionId: string, now: Date): Promise<'done' | Refusal> {
  return interfere(
    actor,
    { editionId, from: ['paused'], action: 'newsletter-edition.resumed' },
    now,
    async (tx, { id, attention, frozenAt }) => {
      const { refused, complained } = await countHarm(tx, id)
      const isToBeDrawn = frozenAt === null || attention?.kind === 'items'
      await set(tx, id, {
        ...{
          status: isToBeDrawn ? 'freezing' : 'sending',
          attention: attention?.kind === 'items' ? attention : null,
          updatedAt: now,
        },
        ...{ acceptedRefusals: refused, acceptedComplaints: complained },
      })
    },
  )
}

/** Ends sending for good: who has it keeps it, nobody else gets it. */
export function cancelEdition(actor: Actor, editionId: string, now: Date): Promise<'done' | Refusal> {
  const from: NewsletterEditionStatus[] = ['scheduled', 'freezing', 'sending', 'paused']
  return interfere(actor, { editionId, from, action: 'newsletter-edition.cancelled' }, now, (tx, { id }) =>
    set(tx, id, { status: 'cancelled', attention: null, endedAt: now, updatedAt: now }),
  )
}

/** What an editor decides about deliveries of which nobody knows whether they arrived: all of them, or these. */
export type UncertainChoice = { deliveryIds: number[] | 'all'; way: 'send-again' | 'leave' }

/** Sends uncertain deliveries again, on the editor's own account, or leaves them as they are. */
export function decideUncertain(actor: Actor, editionId: string, choice: UncertainChoice, now: Date): Promise<'done' | Refusal> {
  const { deliveryIds, way } = choice
  const which = deliveryIds === 'all' ? sql`true` : sql`id = any(${`{${deliveryIds.join(',')}}`}::bigint[])`
  const change =
    way === 'send-again'
      ? sql`status = 'queued', next_at = ${now.toISOString()}, sender_id = null`
      : sql`status = 'closed', ended_at = ${now.toISOString()}`
  const from: NewsletterEditionStatus[] = ['sending', 'paused', 'attention']
  const details = { way, deliveries: deliveryIds === 'all' ? 'all' : deliveryIds.length }
  return interfere(
    actor,
    { editionId, from, action: 'newsletter-edition.uncertain-decided', details },
    now,
    async (tx, { id, status }) => {
      await tx.execute(sql`set local statement_timeout = '1min'`)
      await tx.execute(sql`update deliveries set ${change} where edition_id = ${id} and status = 'uncertain' and ${which}`)
      if (status === 'attention') await set(tx, id, { status: 'sending', attention: null, updatedAt: now })
    },
  )
}

type Interference = {
  editionId: string
  from: readonly NewsletterEditionStatus[]
  action: EventAction
  details?: Record<string, string | number>
}

async function interfere(
  actor: Actor,
  { editionId, from, action, details }: Interference,
  now: Date,
  change: (tx: Transaction, edition: Edition) => Promise<unknown>,
): Promise<'done' | Refusal> {
  const decision = decide(actor, 'newsletter.send', now)
  if (decision !== 'allowed') return decision
  return db.transaction(async (tx) => {
    const [edition] = await tx.select().from(newsletterEditions).where(eq(newsletterEditions.id, editionId)).for('update')
    if (!edition) return 'unknown'
    if (!from.includes(edition.status)) return 'wrong-state'
    await change(tx, edition)
    await record(tx, actor, { action, subjectId: editionId, details: details ?? {}, at: now })
    await announce(tx, 'change', [tagOf.newsletterArchive(edition.newsletterId)])
    return 'done'
  })
}

function set(tx: Transaction, editionId: string, values: Partial<typeof newsletterEditions.$inferInsert>) {
  return tx.update(newsletterEditions).set(values).where(eq(newsletterEditions.id, editionId))
}
