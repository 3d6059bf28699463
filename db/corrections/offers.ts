import { and, eq, ne, sql } from 'drizzle-orm'
import { remark } from '../articles/remarks'
import { articles, revisions } from '../articles/schema'
import { tellStaff } from '../articles/tell-staff'
import { holdForMove } from '../articles/workflow-facts'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import type { Actor } from '../people/rules'
import { hasAppeared, mayPropose } from './rules'
import { correctionOffers } from './schema'

/**
 * Offers an approved correction to every translation that readers have seen, as part of the caller's transaction, which holds them; the owners are
 * told. What was taken from an offer itself is not offered on: who was offered that was offered the same.
 */
export async function offerToTranslations(
  tx: Transaction,
  actor: Actor,
  { correctionId, articleId }: { correctionId: string; articleId: string },
  now: Date,
): Promise<void> {
  const [taken] = await tx.select().from(correctionOffers).where(eq(correctionOffers.takenAsId, correctionId))
  if (taken) return
  for (const { id, ownerId, headline } of await listTranslations(tx, articleId, now)) {
    await tx.insert(correctionOffers).values({ correctionId, articleId: id, createdAt: now })
    const event = { action: 'article.correction-offered' as const, subjectId: id, details: { correctionId }, at: now }
    await record(tx, actor, event)
    const news = { kind: 'correction-offered' as const, articleId: id, headline, to: [ownerId] }
    await tellStaff(tx, actor, { ...news, page: '/corrections', now })
  }
}

async function listTranslations(tx: Transaction, articleId: string, now: Date) {
  const rows = await tx
    .select({
      id: articles.id,
      ownerId: articles.ownerId,
      headline: revisions.headline,
      status: articles.status,
      firstPublishedAt: articles.firstPublishedAt,
      publishAt: articles.publishAt,
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .where(
      and(
        eq(articles.translationGroupId, sql`(select o.translation_group_id from articles o where o.id = ${articleId})`),
        ne(articles.id, articleId),
      ),
    )
  return rows.filter((row) => hasAppeared(row, now))
}

/** Whether an offer to this article is still open. Nobody else answers it until the transaction ends. */
export async function mayTakeOffer(tx: Transaction, offerId: string, articleId: string): Promise<boolean> {
  const [offer] = await tx
    .select({ status: correctionOffers.status })
    .from(correctionOffers)
    .where(and(eq(correctionOffers.id, offerId), eq(correctionOffers.articleId, articleId)))
    .for('update')
  return offer?.status === 'open'
}

/** Notes that an offer was taken, and what it became. */
export async function takeOffer(
  tx: Transaction,
  actor: Actor,
  { offerId, correctionId }: { offerId: string; correctionId: string },
  now: Date,
): Promise<void> {
  const settled = { status: 'taken' as const, settledById: actor.personId, settledAt: now, takenAsId: correctionId }
  await tx.update(correctionOffers).set(settled).where(eq(correctionOffers.id, offerId))
}

/** Opens again what a correction was taken from, because nothing came of it; unless the original has been taken back meanwhile. */
export async function reopenOffers(tx: Transaction, correctionId: string): Promise<void> {
  await tx.execute(sql`
    update correction_offers o set taken_as_id = null,
      status = case when c.status = 'approved' then 'open' else 'lapsed' end::correction_offer_status,
      settled_by_id = case when c.status = 'approved' then null else o.settled_by_id end,
      settled_at = case when c.status = 'approved' then null else o.settled_at end
    from corrections c where c.id = o.correction_id and o.taken_as_id = ${correctionId}`)
}

/** Ends what nobody has answered yet of a correction that is taken back. */
export async function lapseOffers(tx: Transaction, actor: Actor, correctionId: string, now: Date): Promise<void> {
  await tx
    .update(correctionOffers)
    .set({ status: 'lapsed', settledById: actor.personId, settledAt: now })
    .where(and(eq(correctionOffers.correctionId, correctionId), eq(correctionOffers.status, 'open')))
}

/** Declines a correction that was offered, with the reason. */
export async function declineOffer(
  actor: Actor,
  { offerId, articleId, reason }: { offerId: string; articleId: string; reason: string },
  now: Date,
): Promise<'declined' | 'offer-gone' | 'not-allowed' | 'unknown'> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return 'unknown'
    if (!mayPropose(actor, held.article)) return 'not-allowed'
    if (!(await mayTakeOffer(tx, offerId, articleId))) return 'offer-gone'
    const settled = { status: 'declined' as const, settledById: actor.personId, settledAt: now, reason }
    const [offer] = await tx.update(correctionOffers).set(settled).where(eq(correctionOffers.id, offerId)).returning()
    const details = { offerId, correctionId: offer?.correctionId ?? null }
    await remark(tx, actor, { action: 'article.correction-declined', subjectId: articleId, details, at: now }, reason)
    return 'declined'
  })
}

/** Ends what nobody has answered yet of what was offered to an article, because it is no translation any more. */
export async function lapseOffersTo(tx: Transaction, actor: Actor, articleId: string, now: Date): Promise<void> {
  await tx
    .update(correctionOffers)
    .set({ status: 'lapsed', settledById: actor.personId, settledAt: now })
    .where(and(eq(correctionOffers.articleId, articleId), eq(correctionOffers.status, 'open')))
}
