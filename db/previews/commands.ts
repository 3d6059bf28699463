import { and, eq, gt, lt } from 'drizzle-orm'
import { mayRead, mayUse } from '../articles/rights'
import { articles, revisions } from '../articles/schema'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { hashOfToken, newToken } from '../people/tokens'
import { rememberedDays } from './rules'
import { previews } from './schema'

/** Makes a link to one revision, for somebody without an account too. The token is told this once. */
export async function makePreview(
  actor: Actor,
  { revisionId, days }: { revisionId: string; days: number },
  now: Date,
): Promise<{ outcome: 'made'; token: string; until: Date } | { outcome: 'not-allowed' | 'unknown' }> {
  return db.transaction(async (tx) => {
    const article = await findFacts(tx, revisionId)
    if (!article || !mayRead(actor, article)) return { outcome: 'unknown' }
    if (!may(actor, 'article.preview')) return { outcome: 'not-allowed' }
    const token = newToken()
    const until = new Date(now.getTime() + days * 86_400_000)
    const [preview] = await tx
      .insert(previews)
      .values({
        tokenHash: hashOfToken(token),
        articleId: article.id,
        revisionId,
        createdById: actor.personId,
        expiresAt: until,
        createdAt: now,
      })
      .returning({ id: previews.id })
    if (!preview) throw new Error('An insert returned no row.')
    const details = { previewId: preview.id, until: until.toISOString() }
    await record(tx, actor, { action: 'article.previewed', subjectId: article.id, revisionId, details, at: now })
    return { outcome: 'made', token, until }
  })
}

/** Ends a link at once: one's own, or any of an article that one reviews. */
export async function endPreview(
  actor: Actor,
  previewId: string,
  now: Date,
): Promise<'ended' | 'ended-already' | 'not-allowed' | 'unknown'> {
  return db.transaction(async (tx) => {
    const [preview] = await tx.select().from(previews).where(eq(previews.id, previewId)).for('update')
    const article = preview && (await findFacts(tx, preview.revisionId))
    if (!article || !mayRead(actor, article)) return 'unknown'
    const isTheirs = preview.createdById === actor.personId || mayUse(actor, 'article.review', article)
    if (!isTheirs || !may(actor, 'article.preview')) return 'not-allowed'
    const ended = await tx
      .update(previews)
      .set({ expiresAt: now })
      .where(and(eq(previews.id, previewId), gt(previews.expiresAt, now)))
      .returning({ id: previews.id })
    if (ended.length === 0) return 'ended-already'
    const event = { action: 'article.preview-ended' as const, subjectId: article.id, revisionId: preview.revisionId }
    await record(tx, actor, { ...event, details: { previewId }, at: now })
    return 'ended'
  })
}

/** Forgets links that ended long ago. */
export async function removeEndedPreviews(now: Date): Promise<void> {
  await db.delete(previews).where(lt(previews.expiresAt, new Date(now.getTime() - rememberedDays * 86_400_000)))
}

async function findFacts(tx: Transaction, revisionId: string) {
  const [article] = await tx
    .select({ id: articles.id, ownerId: articles.ownerId, sectionId: articles.sectionId, status: articles.status })
    .from(revisions)
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .where(eq(revisions.id, revisionId))
  return article ?? null
}
