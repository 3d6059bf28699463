import { eq } from 'drizzle-orm'
import { db } from '../client'
import { record } from '../events/commands'
import { announce } from '../notices/commands'
import type { Actor } from '../people/rules'
import { listArticles, tagsAround } from './listing'
import { type ArticleFacts, mayUse, mayWrite } from './rights'
import type { ParticularName, Particulars } from './rules'
import { articles } from './schema'
import { holdForMove } from './workflow-facts'
import { particularNames, publicParticulars, writersParticulars } from './workflow-rules'

/**
 * Changes what the desk keeps of an article beside its text. `seen` is what the actor had before them: what they left as it was stays as it is now,
 * and where somebody else has changed the same meanwhile nothing is overwritten.
 */
export async function changeParticulars(
  actor: Actor,
  articleId: string,
  { seen, wanted }: { seen: Particulars; wanted: Particulars },
  now: Date,
): Promise<'changed' | 'unchanged' | 'changed-meanwhile' | 'published-already' | 'not-allowed' | 'unknown'> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return 'unknown'
    const { article } = held
    const changed = particularNames.filter((name) => wanted[name] !== seen[name] && wanted[name] !== article[name])
    if (!changed.every((name) => mayChange(actor, name, article))) return 'not-allowed'
    if (changed.some((name) => article[name] !== seen[name])) return 'changed-meanwhile'
    if (changed.length === 0) return 'unchanged'
    // Readers would find nothing where it was: that is a withdrawal, and says so.
    if (wanted.doNotPublish && changed.includes('doNotPublish') && isOut(article.status)) return 'published-already'
    const values = Object.fromEntries(changed.map((name) => [name, wanted[name]]))
    await tx
      .update(articles)
      .set({ ...values, modifiedAt: now })
      .where(eq(articles.id, articleId))
    const event = { action: 'article.particulars-changed' as const, subjectId: articleId, revisionId: held.head.id, at: now }
    await record(tx, actor, { ...event, details: { fields: changed } })
    if (changed.some((name) => publicParticulars.has(name))) await announce(tx, 'change', await tagsAround(tx, [articleId]))
    return 'changed'
  })
}

/** Sets until when nobody may see an article, or lifts that. An embargo that is made longer is a writer's to set; making it shorter is an editor's. */
export async function changeEmbargo(
  actor: Actor,
  articleId: string,
  { until, note }: { until: Date | null; note: string },
  now: Date,
): Promise<'changed' | 'unchanged' | 'in-the-past' | 'published-already' | 'scheduled-earlier' | 'not-allowed' | 'unknown'> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return 'unknown'
    const { article } = held
    const isSooner = article.embargoUntil !== null && (until === null || until < article.embargoUntil)
    if (!(isSooner ? mayUse(actor, 'article.review', article) : mayWrite(actor, article))) return 'not-allowed'
    const isSame = article.embargoUntil?.getTime() === until?.getTime()
    if (isSame && article.embargoNote === note) return 'unchanged'
    if (!isSame && until !== null && until <= now) return 'in-the-past'
    if (until !== null && article.status === 'live') return 'published-already'
    if (until !== null && article.status === 'scheduled' && article.publishAt !== null && until > article.publishAt)
      return 'scheduled-earlier'
    await tx.update(articles).set({ embargoUntil: until, embargoNote: note, modifiedAt: now }).where(eq(articles.id, articleId))
    if (isOut(article.status)) {
      await listArticles(tx, [articleId])
      await announce(tx, 'change', await tagsAround(tx, [articleId]))
    }
    const details = { until: until?.toISOString() ?? null, before: article.embargoUntil?.toISOString() ?? null }
    const event = { action: 'article.embargo-changed' as const, subjectId: articleId, revisionId: held.head.id, at: now }
    await record(tx, actor, { ...event, details })
    return 'changed'
  })
}

function mayChange(actor: Actor, name: ParticularName, article: ArticleFacts): boolean {
  return writersParticulars.has(name) ? mayWrite(actor, article) : mayUse(actor, 'article.review', article)
}

function isOut(status: ArticleFacts['status']): boolean {
  return status === 'live' || status === 'scheduled'
}
