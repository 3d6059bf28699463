import { eq } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { remark } from './remarks'
import { mayUse } from './rights'
import { articles } from './schema'
import { mayOwn, mayReview } from './staff'
import { tellStaff } from './tell-staff'
import { type HeldArticle, holdForMove, type Refusal, refusalOf } from './workflow-facts'

/** Who is asked to review, and until when; nobody named means whoever takes it up. */
export type ReviewWish = { reviewerId: string | null; dueAt: Date | null }

/** Hands a draft in. The reviewer, if one is named, is told. */
export async function submitArticle(
  actor: Actor,
  articleId: string,
  wish: ReviewWish & { headRevisionId: string },
  now: Date,
): Promise<'submitted' | 'unfit-reviewer' | 'unknown' | Refusal> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return 'unknown'
    const refusal = refusalOf(actor, 'submit', held, { headRevisionId: wish.headRevisionId, now })
    if (refusal) return refusal
    if (!(await isFitReviewer(tx, wish.reviewerId, held))) return 'unfit-reviewer'
    const { reviewerId, dueAt } = wish
    await tx.update(articles).set({ status: 'in_review', reviewerId, dueAt, modifiedAt: now }).where(eq(articles.id, articleId))
    const details = { reviewerId, dueAt: dueAt?.toISOString() ?? null }
    await record(tx, actor, { action: 'article.submitted', subjectId: articleId, revisionId: held.head.id, details, at: now })
    await askReviewer(tx, actor, held, wish, now)
    return 'submitted'
  })
}

/** Gives an article back to its owner as a draft, with the reason. */
export async function returnArticle(
  actor: Actor,
  articleId: string,
  { headRevisionId, reason }: { headRevisionId: string; reason: string },
  now: Date,
): Promise<'returned' | 'unknown' | Refusal> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return 'unknown'
    const refusal = refusalOf(actor, 'return', held, { headRevisionId, now })
    if (refusal) return refusal
    await tx
      .update(articles)
      .set({ status: 'draft', reviewerId: null, dueAt: null, approvedById: null, approvedRevisionId: null, modifiedAt: now })
      .where(eq(articles.id, articleId))
    const event = { action: 'article.returned' as const, subjectId: articleId, revisionId: held.head.id, at: now }
    await remark(tx, actor, event, reason)
    await tell(tx, actor, held, 'review-returned', now)
    return 'returned'
  })
}

/** Notes that a second pair of eyes has found exactly this revision good. What was in review is ready then. */
export async function approveArticle(
  actor: Actor,
  articleId: string,
  { headRevisionId }: { headRevisionId: string },
  now: Date,
): Promise<'approved' | 'unknown' | Refusal> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return 'unknown'
    const refusal = refusalOf(actor, 'approve', held, { headRevisionId, now })
    if (refusal) return refusal
    const isReviewed = held.article.status === 'in_review'
    await tx
      .update(articles)
      .set({
        approvedById: actor.personId,
        approvedRevisionId: held.head.id,
        ...(isReviewed && { status: 'ready' as const, reviewerId: null, dueAt: null }),
        modifiedAt: now,
      })
      .where(eq(articles.id, articleId))
    await record(tx, actor, { action: 'article.approved', subjectId: articleId, revisionId: held.head.id, at: now })
    await tell(tx, actor, held, 'article-approved', now)
    return 'approved'
  })
}

/** Asks somebody else to review, takes the review up oneself, or changes until when; a time that is not named stays. */
export async function assignReviewer(
  actor: Actor,
  articleId: string,
  wish: { reviewerId: string | null; dueAt?: Date | null },
  now: Date,
): Promise<'assigned' | 'unfit-reviewer' | 'not-allowed' | 'not-now' | 'unknown'> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return 'unknown'
    const { article } = held
    const isOwners = article.ownerId === actor.personId && mayUse(actor, 'article.submit', article)
    if (!isOwners && !mayUse(actor, 'article.review', article)) return 'not-allowed'
    if (article.status !== 'in_review') return 'not-now'
    if (!(await isFitReviewer(tx, wish.reviewerId, held))) return 'unfit-reviewer'
    const { reviewerId, dueAt = article.dueAt } = wish
    await tx.update(articles).set({ reviewerId, dueAt, modifiedAt: now }).where(eq(articles.id, articleId))
    const details = { as: 'reviewer', personId: reviewerId, before: article.reviewerId, dueAt: dueAt?.toISOString() ?? null }
    await record(tx, actor, { action: 'article.assigned', subjectId: articleId, revisionId: held.head.id, details, at: now })
    if (reviewerId !== article.reviewerId) await askReviewer(tx, actor, held, { reviewerId, dueAt }, now)
    return 'assigned'
  })
}

/** Gives an article to another owner, who is told. */
export async function giveArticle(
  actor: Actor,
  articleId: string,
  ownerId: string,
  now: Date,
): Promise<'given' | 'unfit-owner' | 'not-allowed' | 'unknown'> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return 'unknown'
    const { article } = held
    if (!mayUse(actor, article.ownerId === actor.personId ? 'article.write' : 'article.review', article)) return 'not-allowed'
    const [owner] = await tx.select({ role: people.role, isActive: people.isActive }).from(people).where(eq(people.id, ownerId))
    if (!owner || !mayOwn(owner)) return 'unfit-owner'
    await tx.update(articles).set({ ownerId, modifiedAt: now }).where(eq(articles.id, articleId))
    const details = { as: 'owner', personId: ownerId, before: article.ownerId }
    await record(tx, actor, { action: 'article.assigned', subjectId: articleId, revisionId: held.head.id, details, at: now })
    await tellStaff(tx, actor, { kind: 'article-given', articleId, headline: held.head.headline, to: [ownerId], now })
    return 'given'
  })
}

async function isFitReviewer(tx: Transaction, reviewerId: string | null, held: HeldArticle): Promise<boolean> {
  const { ownerId, sectionId } = held.article
  const reviewed = { ownerId, sectionId, authorId: held.head.authorId, fourEyes: held.settings.fourEyes }
  return reviewerId === null || mayReview(tx, reviewerId, reviewed)
}

async function askReviewer(tx: Transaction, actor: Actor, held: HeldArticle, { reviewerId, dueAt }: ReviewWish, now: Date) {
  const { article, head } = held
  const news = { kind: 'review-asked' as const, articleId: article.id, headline: head.headline, page: '/publish' as const }
  await tellStaff(tx, actor, { ...news, to: [reviewerId], due: dueAt, now })
}

/** The owner, and whoever wrote the head if that was another. */
async function tell(
  tx: Transaction,
  actor: Actor,
  { article, head }: HeldArticle,
  kind: 'review-returned' | 'article-approved',
  now: Date,
) {
  const to = [article.ownerId, head.authorId]
  await tellStaff(tx, actor, { kind, articleId: article.id, headline: head.headline, to, page: '/publish', now })
}
