import { and, eq } from 'drizzle-orm'
import { tagsAround } from '../articles/listing'
import { remark } from '../articles/remarks'
import type { CorrectionType, Verdict } from '../articles/rules'
import { articles } from '../articles/schema'
import { mayReview } from '../articles/staff'
import { tellStaff } from '../articles/tell-staff'
import { holdGroup } from '../articles/translation-group'
import { type HeldArticle, holdForMove } from '../articles/workflow-facts'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { announce } from '../notices/commands'
import type { Actor } from '../people/rules'
import { lapseOffers, mayTakeOffer, offerToTranslations, reopenOffers, takeOffer } from './offers'
import { listSeenRevisions } from './revisions'
import { type CorrectionAct, hasAppeared, judgeCorrection, mayPropose } from './rules'
import { corrections } from './schema'

/** What is proposed. `pair` is null where the text was not changed; `offerId` names the correction of another edition that it follows. */
export type Proposal = {
  type: CorrectionType
  text: string
  pair: { beforeId: string; afterId: string } | null
  approverId: string | null
  offerId: string | null
}

type Proposed =
  | { outcome: 'proposed'; correctionId: string }
  | { outcome: 'not-live' | 'unfit-pair' | 'unfit-approver' | 'offer-gone' | 'not-allowed' | 'unknown' }

/** Proposes to tell readers what was wrong or is now clearer. Who is asked to approve it is told. */
export async function proposeCorrection(actor: Actor, articleId: string, proposal: Proposal, now: Date): Promise<Proposed> {
  const { type, text, pair, approverId, offerId } = proposal
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return { outcome: 'unknown' }
    if (!mayPropose(actor, held.article)) return { outcome: 'not-allowed' }
    if (!hasAppeared(held.article, now)) return { outcome: 'not-live' }
    if (pair && !(await isFitPair(tx, articleId, pair))) return { outcome: 'unfit-pair' }
    if (!(await isFitApprover(tx, actor, held, approverId))) return { outcome: 'unfit-approver' }
    if (offerId && !(await mayTakeOffer(tx, offerId, articleId))) return { outcome: 'offer-gone' }
    const [row] = await tx
      .insert(corrections)
      .values({
        ...{ articleId, type, text, approverId, proposedById: actor.personId, createdAt: now },
        ...{ beforeRevisionId: pair?.beforeId ?? null, afterRevisionId: pair?.afterId ?? null },
      })
      .returning({ id: corrections.id })
    if (!row) throw new Error('An insert returned no row.')
    if (offerId) await takeOffer(tx, actor, { offerId, correctionId: row.id }, now)
    const event = { action: 'article.correction-proposed' as const, subjectId: articleId, revisionId: pair?.afterId ?? null }
    await record(tx, actor, { ...event, details: { correctionId: row.id, type, offerId }, at: now })
    await tell(tx, actor, held, 'correction-proposed', approverId, now)
    return { outcome: 'proposed', correctionId: row.id }
  })
}

/** Why something is not done with a correction. */
export type CorrectionRefusal = Exclude<Verdict, 'allowed'> | 'unknown'

/**
 * Approves a correction: from now on it stands on the article, in the list and the feeds of corrections, and dates the article's last change. The
 * article's translations are offered it.
 */
export async function approveCorrection(actor: Actor, correctionId: string, now: Date): Promise<'approved' | CorrectionRefusal> {
  return act(actor, correctionId, 'approve', now, async (tx, { held, correction }) => {
    const { id: articleId, updatedAt } = held.article
    const decision = { status: 'approved' as const, decidedById: actor.personId, decidedAt: now }
    await tx
      .update(corrections)
      .set({ ...decision, correctedAt: now, updatedAtBefore: updatedAt })
      .where(eq(corrections.id, correctionId))
    await tx.update(articles).set({ updatedAt: now, modifiedAt: now }).where(eq(articles.id, articleId))
    await announce(tx, 'change', await tagsAround(tx, [articleId]))
    const event = { action: 'article.corrected' as const, subjectId: articleId, revisionId: correction.afterRevisionId }
    await record(tx, actor, { ...event, details: { correctionId, type: correction.type }, at: now })
    await offerToTranslations(tx, actor, { correctionId, articleId }, now)
    await tell(tx, actor, held, 'correction-approved', correction.proposedById, now)
    return 'approved'
  })
}

/** Refuses a proposed correction; who proposed it is told that. What it followed is open again. */
export async function refuseCorrection(
  actor: Actor,
  correctionId: string,
  reason: string,
  now: Date,
): Promise<'refused' | CorrectionRefusal> {
  return act(actor, correctionId, 'refuse', now, async (tx, { held, correction }) => {
    const decision = { status: 'refused' as const, decidedById: actor.personId, decidedAt: now, reason }
    await tx.update(corrections).set(decision).where(eq(corrections.id, correctionId))
    await reopenOffers(tx, correctionId)
    const event = {
      action: 'article.correction-refused' as const,
      subjectId: held.article.id,
      details: { correctionId },
      at: now,
    }
    await remark(tx, actor, event, reason)
    await tell(tx, actor, held, 'correction-refused', correction.proposedById, now)
    return 'refused'
  })
}

/** Drops what one has proposed. What it followed is open again. */
export async function dropCorrection(actor: Actor, correctionId: string, now: Date): Promise<'dropped' | CorrectionRefusal> {
  return act(actor, correctionId, 'drop', now, async (tx, { held }) => {
    const decision = { status: 'dropped' as const, decidedById: actor.personId, decidedAt: now }
    await tx.update(corrections).set(decision).where(eq(corrections.id, correctionId))
    await reopenOffers(tx, correctionId)
    const event = {
      action: 'article.correction-dropped' as const,
      subjectId: held.article.id,
      details: { correctionId },
      at: now,
    }
    await record(tx, actor, event)
    return 'dropped'
  })
}

/**
 * Takes back a correction that should not have been published: it is kept with who, when and why, and is gone from readers. The article's public date
 * is again what it was; offers that nobody has answered lapse.
 */
export async function takeBackCorrection(
  actor: Actor,
  correctionId: string,
  reason: string,
  now: Date,
): Promise<'taken-back' | CorrectionRefusal> {
  return act(actor, correctionId, 'take-back', now, async (tx, { held, correction }) => {
    const { id: articleId, updatedAt } = held.article
    const { correctedAt, updatedAtBefore } = correction
    const end = { status: 'taken_back' as const, takenBackById: actor.personId, takenBackAt: now, reason }
    await tx.update(corrections).set(end).where(eq(corrections.id, correctionId))
    if (correctedAt) {
      // A later correction found this one's date: should that one go too, the date before both is the right one.
      const isNext = and(eq(corrections.articleId, articleId), eq(corrections.updatedAtBefore, correctedAt))
      await tx.update(corrections).set({ updatedAtBefore }).where(isNext)
    }
    const isDated = updatedAt?.getTime() === correctedAt?.getTime()
    await tx
      .update(articles)
      .set({ modifiedAt: now, ...(isDated && { updatedAt: updatedAtBefore }) })
      .where(eq(articles.id, articleId))
    await lapseOffers(tx, actor, correctionId, now)
    await announce(tx, 'withdrawal', await tagsAround(tx, [articleId]))
    const event = { action: 'article.correction-taken-back' as const, subjectId: articleId, details: { correctionId }, at: now }
    await remark(tx, actor, event, reason)
    return 'taken-back'
  })
}

type Held = { held: HeldArticle; correction: typeof corrections.$inferSelect }

/** Does something with a correction, if that may be, while its article and those in other languages are held. */
async function act<Done extends string>(
  actor: Actor,
  correctionId: string,
  name: CorrectionAct,
  now: Date,
  make: (tx: Transaction, held: Held) => Promise<Done>,
): Promise<Done | CorrectionRefusal> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ articleId: corrections.articleId })
      .from(corrections)
      .where(eq(corrections.id, correctionId))
    if (!found) return 'unknown'
    await holdGroup(tx, found.articleId)
    const held = await holdForMove(tx, found.articleId, now)
    const [correction] = await tx.select().from(corrections).where(eq(corrections.id, correctionId))
    if (!held || !correction) return 'unknown'
    const { article, settings } = held
    const verdict = judgeCorrection(actor, name, correction, { article, fourEyes: settings.fourEyes, now })
    return verdict === 'allowed' ? make(tx, { held, correction }) : verdict
  })
}

/** Whether both are revisions of the article that readers have seen, the earlier first. */
async function isFitPair(tx: Transaction, articleId: string, { beforeId, afterId }: NonNullable<Proposal['pair']>) {
  const seen = await listSeenRevisions(tx, articleId)
  const before = seen.find(({ id }) => id === beforeId)
  const after = seen.find(({ id }) => id === afterId)
  return before !== undefined && after !== undefined && before.number < after.number
}

async function isFitApprover(tx: Transaction, actor: Actor, { article, settings }: HeldArticle, approverId: string | null) {
  const { ownerId, sectionId } = article
  const asked = { ownerId, sectionId, authorId: actor.personId, fourEyes: settings.fourEyes }
  return approverId === null || mayReview(tx, approverId, asked)
}

async function tell(
  tx: Transaction,
  actor: Actor,
  { article, head }: HeldArticle,
  kind: 'correction-proposed' | 'correction-approved' | 'correction-refused',
  to: string | null,
  now: Date,
) {
  await tellStaff(tx, actor, { kind, articleId: article.id, headline: head.headline, to: [to], page: '/corrections', now })
}
