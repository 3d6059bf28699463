import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import type { Language } from '../../lib/languages'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { announce } from '../notices/commands'
import { decide, may } from '../people/rights'
import type { Actor } from '../people/rules'
import { findArrangement, findFrontState, findLastNumber, firstNumber, type SavedArrangement } from './arrangements'
import { findReviewContext } from './facts'
import { mergeArrangements } from './merge'
import { reviewArrangement } from './review'
import {
  type Arrangement,
  type ArrangementKind,
  type Banner,
  emptyArrangement,
  type FrontConflict,
  type FrontDraft,
  isSameArrangement,
  type Remark,
} from './rules'
import { frontArrangements, frontBanners, frontSlots, fronts } from './schema'
import { bannerOf, inOrderOfZones, type Slot, slotsOf } from './slots'

export type DraftOutcome =
  | { kind: 'not-allowed' }
  /** `number` is what the next save goes on from. */
  | { kind: 'saved'; number: number }
  /** Somebody saved since; both are in `arrangement` now, which is the draft, but for what clashes. */
  | { kind: 'merged'; number: number; arrangement: Arrangement; by: string; conflicts: FrontConflict[] }

/**
 * Saves a draft. If the front is no more at the draft's number, somebody has saved another one since, and what both did is brought together;
 * where they clash, what was saved first stands, and what comes second is set aside in the history.
 */
export async function saveDraft(actor: Actor, language: Language, draft: FrontDraft, now: Date): Promise<DraftOutcome> {
  if (!may(actor, 'front.edit')) return { kind: 'not-allowed' }
  return db.transaction(async (tx) => {
    const frontId = await lockFront(tx, language)
    const { current } = await findFrontState(language, tx)
    const [number, standing] = [current?.number ?? firstNumber, current?.arrangement ?? emptyArrangement]
    const write = (kind: ArrangementKind, arrangement: Arrangement) => keep(tx, actor, { frontId, kind, arrangement, now })
    if (number === draft.number) {
      const isNew = !isSameArrangement(draft.arrangement, standing)
      return { kind: 'saved', number: isNew ? await write('draft', draft.arrangement) : number }
    }
    const merged = mergeArrangements(draft.base, draft.arrangement, standing)
    if (merged.conflicts.length > 0) await write('set_aside', draft.arrangement)
    const isNew = !isSameArrangement(merged.arrangement, standing)
    return {
      kind: 'merged',
      number: isNew ? await write('draft', merged.arrangement) : number,
      by: current?.author ?? '',
      ...merged,
    }
  })
}

/** Makes an arrangement of the history the draft. What was the draft stays in the history. */
export async function restoreArrangement(
  actor: Actor,
  language: Language,
  number: number,
  now: Date,
): Promise<'restored' | 'unknown' | 'not-allowed'> {
  if (!may(actor, 'front.edit')) return 'not-allowed'
  return db.transaction(async (tx) => {
    const frontId = await lockFront(tx, language)
    const found = await findArrangement(language, number, tx)
    if (!found) return 'unknown'
    await keep(tx, actor, { frontId, kind: 'draft', arrangement: found.arrangement, restoredFrom: number, now })
    return 'restored'
  })
}

export type PublishOutcome =
  | { kind: 'not-allowed' | 'ask-again' | 'nothing-new' }
  | { kind: 'published'; number: number }
  /** Somebody saved since, so it is not what the publisher has seen. */
  | { kind: 'overtaken'; by: string }
  | { kind: 'faulty'; faults: Remark[] }

/** Puts the draft up for readers, if it is the one numbered `number` still and nothing is wrong with it. */
export async function publishFront(actor: Actor, language: Language, number: number, now: Date): Promise<PublishOutcome> {
  const decision = decide(actor, 'front.publish', now)
  if (decision !== 'allowed') return { kind: decision }
  return db.transaction(async (tx): Promise<PublishOutcome> => {
    const frontId = await lockFront(tx, language)
    const { current, hasDraft } = await findFrontState(language, tx)
    if (current && current.number !== number) return { kind: 'overtaken', by: current.author }
    if (!current || !hasDraft) return { kind: 'nothing-new' }

    const { arrangement } = current
    const faults = reviewArrangement(arrangement, await findReviewContext(tx, language, arrangement, now), now).filter(
      ({ weight }) => weight === 'fault',
    )
    if (faults.length > 0) return { kind: 'faulty', faults }
    await putUp(tx, frontId, language, arrangement)
    return { kind: 'published', number: await keep(tx, actor, { frontId, kind: 'published', arrangement, now }) }
  })
}

export type NewSlot = Pick<Slot, 'zone' | 'articleId'> & Partial<Slot>

/**
 * Replaces the live front of an edition, as part of the caller's transaction and with nobody's name; the order within a zone is the order
 * given. For imports: what editors had drafted stays in the history.
 */
export async function arrangeFront(
  tx: Transaction,
  language: Language,
  slots: readonly NewSlot[],
  banner: Banner | null = null,
): Promise<void> {
  const frontId = await lockFront(tx, language)
  const placements = inOrderOfZones(slots).map(
    ({ zone, articleId, headline = '', kicker = '', mediaId = null, startsAt, endsAt }) => ({
      ...{ id: randomUUID(), zone, articleId, headline, kicker, mediaId },
      startsAt: startsAt?.toISOString() ?? null,
      endsAt: endsAt?.toISOString() ?? null,
    }),
  )
  await keep(tx, null, { frontId, kind: 'published', arrangement: { placements, banner }, now: new Date() })
  await putUp(tx, frontId, language, { placements, banner })
}

/** Whoever changes a front goes on from what the one before has left. */
async function lockFront(tx: Transaction, language: Language): Promise<string> {
  const [front] = await tx
    .insert(fronts)
    .values({ language })
    .onConflictDoUpdate({ target: fronts.language, set: { language } })
    .returning({ id: fronts.id })
  if (!front) throw new Error('An upsert returned no row.')
  return front.id
}

type NewArrangement = {
  frontId: string
  kind: ArrangementKind
  arrangement: Arrangement
  restoredFrom?: SavedArrangement['number']
  now: Date
}

/** Writes an arrangement into the history; gives its number. */
async function keep(tx: Transaction, actor: Actor | null, { frontId, kind, arrangement, restoredFrom, now }: NewArrangement) {
  const number = (await findLastNumber(tx, frontId)) + 1
  const { placements, banner } = arrangement
  await tx.insert(frontArrangements).values({
    ...{ frontId, number, kind, placements, banner },
    authorId: actor?.personId ?? null,
    restoredFrom: restoredFrom ?? null,
    createdAt: now,
    publishedAt: kind === 'published' ? now : null,
  })
  const action = kind === 'published' ? 'front.published' : 'front.saved'
  const details = { number, kind, ...(restoredFrom !== undefined && { restoredFrom }) }
  if (actor) await record(tx, actor, { action, subjectId: frontId, details, at: now })
  return number
}

/** Writes what readers see, and tells every front. */
async function putUp(tx: Transaction, frontId: string, language: Language, arrangement: Arrangement): Promise<void> {
  const slots = slotsOf(arrangement)
  await tx.delete(frontSlots).where(eq(frontSlots.frontId, frontId))
  if (slots.length > 0) await tx.insert(frontSlots).values(slots.map((slot, position) => ({ frontId, position, ...slot })))

  const before = await tx.delete(frontBanners).where(eq(frontBanners.frontId, frontId)).returning()
  const banner = bannerOf(arrangement)
  if (banner) await tx.insert(frontBanners).values({ frontId, ...banner })
  const hasBanner = before.length > 0 || banner !== null
  await announce(tx, 'change', [tagOf.front(language), ...(hasBanner ? [tagOf.banner(language)] : [])])
}
