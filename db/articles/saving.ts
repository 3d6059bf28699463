import { eq } from 'drizzle-orm'
import { isLanguage } from '../../lib/languages'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import type { EventDetails } from '../events/rules'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { isSectionOf } from '../sections/queries'
import type { ArticleContent } from './content'
import { checkContent, withoutLostReferences } from './contents'
import { moveHeads } from './heads'
import { findContentOf, type Head, type PutOnHead, putOnHead } from './put-on-head'
import { insertRevisions } from './revisions'
import { mayWrite } from './rights'
import { slugFrom } from './rules'
import { articles } from './schema'
import { removeWorkingCopy } from './working-copies'

/** What an editor begins an article with. */
export type Beginning = { language: string; sectionId: string; headline: string }

/** Begins an article as a draft of the actor's own, with an empty body. */
export async function beginArticle(
  actor: Actor,
  { language, sectionId, headline }: Beginning,
  now: Date,
): Promise<{ outcome: 'begun'; articleId: string } | { outcome: 'not-allowed' | 'no-such-section' }> {
  return db.transaction(async (tx) => {
    if (!may(actor, 'article.write') || !isLanguage(language)) return { outcome: 'not-allowed' }
    if (!(await isSectionOf(tx, sectionId, language))) return { outcome: 'no-such-section' }
    const articleId = crypto.randomUUID()
    // Until somebody gives it another, the address is its own, whatever else has the same headline.
    const slug = `${slugFrom(headline, 60)}-${articleId.slice(0, 6)}`
    await tx.insert(articles).values({ id: articleId, language, sectionId, slug, ownerId: actor.personId })
    const content = { ...emptyContent, sectionId, slug, headline }
    const revisionId = await addHead(tx, { articleId, content, authorId: actor.personId, reason: '', basedOnId: null }, now)
    await record(tx, actor, { action: 'article.created', subjectId: articleId, revisionId, at: now })
    return { outcome: 'begun', articleId }
  })
}

const emptyContent: Omit<ArticleContent, 'sectionId' | 'slug' | 'headline'> = {
  headlineShort: '',
  standfirst: '',
  kicker: '',
  seoHeadline: '',
  seoDescription: '',
  dateline: '',
  hero: null,
  body: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'first-paragraph' } }] },
  bylines: [],
  topicIds: [],
  relatedIds: [],
}

/** What somebody wants to save: what they made of the revision that they had before them; `copy` is how far their tab had written then. */
export type Saving = {
  articleId: string
  baseRevisionId: string
  content: unknown
  reason: string
  copy?: { tab: string; sequence: number }
}

export type Saved = PutOnHead | { outcome: 'not-allowed' | 'unknown' }

/**
 * Saves an article: compare-and-swap on its head. What nobody else touched since `baseRevisionId` becomes the new head; what somebody did is
 * merged, block by block, and where both changed the same the losing side is kept as a conflict revision. What readers see does not change.
 */
export async function saveArticle(actor: Actor, saving: Saving, now: Date): Promise<Saved> {
  const checked = checkContent(saving.content)
  if (!checked.ok) return { outcome: 'invalid', fault: checked.fault }
  return db.transaction(async (tx) => {
    const article = await holdArticle(tx, saving.articleId)
    if (!article) return { outcome: 'unknown' }
    if (!mayWrite(actor, article)) return { outcome: 'not-allowed' }
    if (!(await isSectionOf(tx, checked.content.sectionId, article.language))) return { outcome: 'invalid', fault: 'sectionId' }
    const ours = await withoutLostReferences(tx, checked.content)
    const { baseRevisionId, reason, copy } = saving
    const saved = await putOnHead(tx, headOf(tx, article, now), { baseRevisionId, reason, ours, authorId: actor.personId })
    await recordSaved(tx, actor, article.id, saved, now)
    if (saved.outcome !== 'invalid' && copy)
      await removeWorkingCopy(tx, actor, { articleId: article.id, changeId: null, ...copy })
    return saved
  })
}

/** The article's own head, and how it moves. */
function headOf(
  tx: Transaction,
  { id: articleId, headRevisionId: revisionId }: { id: string; headRevisionId: string },
  now: Date,
): Head {
  return { articleId, revisionId, kind: 'saved', moveTo: (next) => moveHeads(tx, [{ articleId, revisionId: next }], now) }
}

const savedAs = { saved: 'article.saved', merged: 'article.merged', conflict: 'article.conflicted' } as const

async function recordSaved(tx: Transaction, actor: Actor, articleId: string, saved: PutOnHead, now: Date) {
  if (saved.outcome === 'unchanged' || saved.outcome === 'invalid') return
  const details: EventDetails = saved.outcome === 'saved' ? {} : { conflicts: 'conflicts' in saved ? saved.conflicts.length : 0 }
  const { outcome, revisionId } = saved
  await record(tx, actor, { action: savedAs[outcome], subjectId: articleId, revisionId, details, at: now })
}

/** Makes an earlier revision the head again, as a new one. What was the head stays in the history. */
export async function restoreRevision(
  actor: Actor,
  { articleId, revisionId, reason }: { articleId: string; revisionId: string; reason: string },
  now: Date,
): Promise<{ outcome: 'restored'; revisionId: string } | { outcome: 'unchanged' | 'not-allowed' | 'unknown' }> {
  return db.transaction(async (tx) => {
    const article = await holdArticle(tx, articleId)
    if (!article) return { outcome: 'unknown' }
    if (!mayWrite(actor, article)) return { outcome: 'not-allowed' }
    if (article.headRevisionId === revisionId) return { outcome: 'unchanged' }
    const content = await findContentOf(tx, articleId, revisionId)
    if (!content) return { outcome: 'unknown' }
    const ours = await withoutLostReferences(tx, content)
    const draft = { articleId, content: ours, authorId: actor.personId, reason, basedOnId: revisionId }
    const restored = await addHead(tx, draft, now)
    const details = { restoredFrom: revisionId }
    await record(tx, actor, { action: 'article.restored', subjectId: articleId, revisionId: restored, details, at: now })
    return { outcome: 'restored', revisionId: restored }
  })
}

/** An article held until the transaction ends, so that of two who save one comes after the other. */
async function holdArticle(tx: Transaction, articleId: string) {
  const [article] = await tx
    .select({
      id: articles.id,
      language: articles.language,
      ownerId: articles.ownerId,
      sectionId: articles.sectionId,
      status: articles.status,
      headRevisionId: articles.headRevisionId,
    })
    .from(articles)
    .where(eq(articles.id, articleId))
    .for('update')
  const { headRevisionId } = article ?? {}
  return article && headRevisionId ? { ...article, headRevisionId } : null
}

type HeadDraft = { articleId: string; content: ArticleContent; authorId: string; reason: string; basedOnId: string | null }

async function addHead(tx: Transaction, draft: HeadDraft, now: Date): Promise<string> {
  const [revisionId] = await insertRevisions(tx, [draft])
  if (!revisionId) throw new Error('A revision was not written.')
  await moveHeads(tx, [{ articleId: draft.articleId, revisionId }], now)
  return revisionId
}
