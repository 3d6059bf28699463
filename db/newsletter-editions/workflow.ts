import { eq } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import type { EventAction, EventDetails } from '../events/rules'
import type { Actor } from '../people/rules'
import { findSettings } from '../settings/queries'
import { type EditionRow, holdEdition } from './editing'
import { listItems } from './items'
import { judgeMove } from './moves'
import { firstMoment, listGaps, listProblems } from './problems'
import type { EditionInput, EditionMove, EditionProblem, EditionTiming, EditionVerdict } from './rules'
import { newsletterEditions } from './schema'

export type EditionRefusal = Exclude<EditionVerdict, 'allowed'> | 'unknown' | 'changed-meanwhile'
export type Moved = { outcome: 'done' | EditionRefusal } | { outcome: 'problems'; problems: EditionProblem[] }

/** Which edition, and the version of it that was seen. */
export type SeenEdition = { editionId: string; version: number }

/** Hands a draft in to be approved. */
export function submitEdition(actor: Actor, seen: SeenEdition, now: Date): Promise<Moved> {
  return move(actor, 'submit', seen, now, async (tx, edition, content) => {
    const problems = listGaps(content)
    if (problems.length > 0) return { outcome: 'problems', problems }
    return change(tx, actor, edition, now, {
      values: { status: 'review', submittedById: actor.personId, returnReason: '' },
      action: 'newsletter-edition.submitted',
    })
  })
}

/** Gives an edition back as a draft, with the reason. */
export function returnEdition(actor: Actor, seen: SeenEdition, reason: string, now: Date): Promise<Moved> {
  return move(actor, 'return', seen, now, (tx, edition) =>
    change(tx, actor, edition, now, {
      values: { status: 'draft', returnReason: reason, ...unapproved },
      action: 'newsletter-edition.returned',
    }),
  )
}

/** Finds exactly the version that was seen good. With the newsroom's rule of four eyes it takes another person than changed it last. */
export function approveEdition(actor: Actor, seen: SeenEdition, now: Date): Promise<Moved> {
  return move(actor, 'approve', seen, now, async (tx, edition, content) => {
    const problems = listGaps(content)
    if (problems.length > 0) return { outcome: 'problems', problems }
    return change(tx, actor, edition, now, {
      values: { status: 'approved', approvedById: actor.personId, approvedVersion: edition.version, approvedAt: now },
      action: 'newsletter-edition.approved',
    })
  })
}

/** When an edition is to be sent, and how big its HTML was measured to be. */
export type SendingWish = { sendAt: Date; timing: EditionTiming; htmlBytes: number }

const longestAhead = 366 * 86_400_000

/** Has an approved edition sent at a moment ahead. The senders take it over then. */
export async function scheduleEdition(
  actor: Actor,
  seen: SeenEdition,
  wish: SendingWish,
  now: Date,
): Promise<Moved | { outcome: 'in-the-past' | 'too-far' }> {
  if (wish.sendAt <= now) return { outcome: 'in-the-past' }
  if (wish.sendAt.getTime() > now.getTime() + longestAhead) return { outcome: 'too-far' }
  return move(actor, 'schedule', seen, now, (tx, edition, content) => promise(tx, actor, { edition, content, ...wish }, now))
}

/** Has an approved edition sent as soon as a sender takes it. */
export function sendEditionNow(actor: Actor, seen: SeenEdition, htmlBytes: number, now: Date): Promise<Moved> {
  return move(actor, 'send', seen, now, (tx, edition, content) =>
    promise(tx, actor, { edition, content, sendAt: now, timing: 'absolute', htmlBytes }, now),
  )
}

/** Takes an edition off the schedule; it stays approved. */
export function unscheduleEdition(actor: Actor, seen: SeenEdition, now: Date): Promise<Moved> {
  return move(actor, 'unschedule', seen, now, (tx, edition) =>
    change(tx, actor, edition, now, {
      values: { status: 'approved', sendAt: null, timing: 'absolute' },
      action: 'newsletter-edition.unscheduled',
    }),
  )
}

const unapproved = { approvedById: null, approvedVersion: null, approvedAt: null }

type Act = (tx: Transaction, edition: EditionRow, content: EditionInput) => Promise<Moved>

/** A move on the version that was seen, while nobody else moves it. */
async function move(actor: Actor, name: EditionMove, { editionId, version }: SeenEdition, now: Date, act: Act): Promise<Moved> {
  return db.transaction(async (tx) => {
    const edition = await holdEdition(tx, editionId)
    if (!edition) return { outcome: 'unknown' }
    const { fourEyes } = await findSettings(tx)
    const verdict = judgeMove(actor, name, edition, { fourEyes, now })
    if (verdict !== 'allowed') return { outcome: verdict }
    if (edition.version !== version) return { outcome: 'changed-meanwhile' }
    const { subject, preheader } = edition
    return act(tx, edition, { subject, preheader, items: await listItems(tx, editionId) })
  })
}

type Change = {
  values: Partial<typeof newsletterEditions.$inferInsert>
  action: EventAction
  details?: EventDetails
}

async function change(
  tx: Transaction,
  actor: Actor,
  { id, version }: EditionRow,
  now: Date,
  { values, action, details }: Change,
): Promise<Moved> {
  await tx
    .update(newsletterEditions)
    .set({ ...values, updatedAt: now })
    .where(eq(newsletterEditions.id, id))
  await record(tx, actor, { action, subjectId: id, details: { version, ...details }, at: now })
  return { outcome: 'done' }
}

type Promised = SendingWish & { edition: EditionRow; content: EditionInput }

async function promise(
  tx: Transaction,
  actor: Actor,
  { edition, content, sendAt, timing, htmlBytes }: Promised,
  now: Date,
): Promise<Moved> {
  const { timeZone } = await findSettings(tx)
  const first = firstMoment(sendAt, timing, timeZone)
  const at = first > now ? first : now
  const problems = await listProblems(tx, { newsletterId: edition.newsletterId, content, htmlBytes, at })
  if (problems.length > 0) return { outcome: 'problems', problems }
  return change(tx, actor, edition, now, {
    values: { status: 'scheduled', sendAt, timing, htmlBytes },
    action: 'newsletter-edition.scheduled',
    details: { sendAt: sendAt.toISOString(), timing },
  })
}
