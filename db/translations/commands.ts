import { and, eq, inArray } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { findContent, withoutLostReferences } from '../articles/contents'
import { moveHeads } from '../articles/heads'
import { tagsAround } from '../articles/listing'
import { insertRevisions } from '../articles/revisions'
import { mayRead, mayUse } from '../articles/rights'
import { slugFrom } from '../articles/rules'
import { articles, revisions } from '../articles/schema'
import { type GroupMember, holdGroup, listGroup } from '../articles/translation-group'
import { db, type Transaction } from '../client'
import { lapseOffersTo } from '../corrections/offers'
import { record } from '../events/commands'
import { announce } from '../notices/commands'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { isSectionOf } from '../sections/queries'
import { findSettings } from '../settings/queries'
import { topicNames } from '../topics/schema'
import { followedRevisionOf, mayTie, originalOf, startingContent } from './rules'

type Begun =
  | { outcome: 'begun'; articleId: string }
  | { outcome: 'no-such-edition' | 'no-such-section' | 'language-taken' | 'not-allowed' | 'unknown' }

/**
 * Begins a translation into an edition that has none yet: a draft of the actor's own, which says which revision of the original it was begun from.
 * Whatever keeps the original back keeps the translation back.
 */
export async function beginTranslation(
  actor: Actor,
  articleId: string,
  { language, sectionId }: { language: Language; sectionId: string },
  now: Date,
): Promise<Begun> {
  return db.transaction(async (tx) => {
    await holdGroup(tx, articleId)
    const members = await listGroup(tx, articleId)
    const original = originalOf(members)
    const followed = original && followedRevisionOf(original)
    if (!original || !followed) return { outcome: 'unknown' }
    if (!may(actor, 'article.write') || !mayRead(actor, original)) return { outcome: 'not-allowed' }
    const { editions } = await findSettings(tx)
    if (!editions.some((edition) => edition.language === language)) return { outcome: 'no-such-edition' }
    if (members.some((member) => member.language === language)) return { outcome: 'language-taken' }
    if (!(await isSectionOf(tx, sectionId, language))) return { outcome: 'no-such-section' }
    const begun = await writeBeginning(tx, actor, { original, followed, language, sectionId }, now)
    return { outcome: 'begun', articleId: begun }
  })
}

type Beginning = { original: GroupMember; followed: string; language: Language; sectionId: string }

async function writeBeginning(tx: Transaction, actor: Actor, { original, followed, language, sectionId }: Beginning, now: Date) {
  const source = await findContent(tx, followed)
  const [row] = await tx.select().from(articles).where(eq(articles.id, original.id))
  if (!source || !row) throw new Error(`Article ${original.id} says nothing.`)
  const { embargoUntil, embargoNote, legalHold, doNotPublish, sensitive, republishing, syndicatedFrom } = row
  const articleId = crypto.randomUUID()
  const slug = `${slugFrom(source.headline, 60)}-${articleId.slice(0, 6)}`
  const translationGroupId = original.translationGroupId ?? original.id
  if (!original.translationGroupId) await tx.update(articles).set({ translationGroupId }).where(eq(articles.id, original.id))
  await tx.insert(articles).values({
    ...{ id: articleId, language, sectionId, slug, ownerId: actor.personId, createdAt: now },
    ...{ translationGroupId, translatedFromId: original.id, translatedFromRevisionId: followed },
    ...{ embargoUntil, embargoNote, legalHold, doNotPublish, sensitive, republishing, syndicatedFrom },
  })
  const topicIds = await listNamed(tx, source.topicIds, language)
  const relatedIds = await listCounterparts(tx, source.relatedIds, language)
  const content = await withoutLostReferences(tx, startingContent(source, { sectionId, slug, topicIds, relatedIds }))
  const [revisionId] = await insertRevisions(tx, [{ articleId, content, authorId: actor.personId, reason: '' }])
  if (!revisionId) throw new Error('A revision was not written.')
  await moveHeads(tx, [{ articleId, revisionId }], now)
  const details = { translatedFrom: original.id, sourceRevisionId: followed }
  await record(
    tx,
    actor,
    { action: 'article.created', subjectId: articleId, revisionId, details, at: now },
    { action: 'article.translated', subjectId: original.id, revisionId: followed, details: { articleId, language }, at: now },
  )
  return articleId
}

/** Says that an article is a translation of another that was written apart from it. It counts as saying what the original says now. */
export async function joinTranslation(
  actor: Actor,
  articleId: string,
  originalId: string,
  now: Date,
): Promise<'joined' | 'same-language' | 'language-taken' | 'joined-already' | 'not-allowed' | 'unknown'> {
  return db.transaction(async (tx) => {
    await holdGroup(tx, articleId, originalId)
    const own = await listGroup(tx, articleId)
    const others = await listGroup(tx, originalId)
    const article = own.find(({ id }) => id === articleId)
    const original = originalOf(others)
    if (!article || !original) return 'unknown'
    if (!mayTie(actor, article) || !(mayRead(actor, original) || original.status === 'live')) return 'not-allowed'
    if (own.length > 1) return 'joined-already'
    if (original.language === article.language) return 'same-language'
    if (others.some(({ language }) => language === article.language)) return 'language-taken'

    const translationGroupId = original.translationGroupId ?? original.id
    const followed = followedRevisionOf(original)
    await tx.update(articles).set({ translationGroupId }).where(eq(articles.id, original.id))
    await tx
      .update(articles)
      .set({ translationGroupId, translatedFromId: original.id, translatedFromRevisionId: followed, modifiedAt: now })
      .where(eq(articles.id, articleId))
    await announce(tx, 'change', await tagsAround(tx, [articleId, original.id]))
    const details = { originalId: original.id, sourceRevisionId: followed }
    await record(tx, actor, { action: 'article.translation-joined', subjectId: articleId, details, at: now })
    return 'joined'
  })
}

/** Says that an article is no translation of the others. The original does not leave its translations; they leave it. */
export async function leaveTranslation(
  actor: Actor,
  articleId: string,
  now: Date,
): Promise<'left' | 'is-original' | 'joined-no-more' | 'not-allowed' | 'unknown'> {
  return db.transaction(async (tx) => {
    await holdGroup(tx, articleId)
    const members = await listGroup(tx, articleId)
    const article = members.find(({ id }) => id === articleId)
    if (!article) return 'unknown'
    if (!mayTie(actor, article)) return 'not-allowed'
    if (members.length < 2) return 'joined-no-more'
    const original = originalOf(members)
    if (original?.id === articleId) return 'is-original'
    const before = await tagsAround(tx, [articleId])
    await tx
      .update(articles)
      .set({ translationGroupId: null, translatedFromId: null, translatedFromRevisionId: null, modifiedAt: now })
      .where(eq(articles.id, articleId))
    await lapseOffersTo(tx, actor, articleId, now)
    await announce(tx, 'change', before)
    const details = { originalId: original?.id ?? null }
    await record(tx, actor, { action: 'article.translation-left', subjectId: articleId, details, at: now })
    return 'left'
  })
}

/** Notes that a translation says what a revision of its original says: the one that was looked at. */
export async function followOriginal(
  actor: Actor,
  articleId: string,
  revisionId: string,
  now: Date,
): Promise<'followed' | 'overtaken' | 'joined-no-more' | 'not-allowed' | 'unknown'> {
  return db.transaction(async (tx) => {
    await holdGroup(tx, articleId)
    const members = await listGroup(tx, articleId)
    const article = members.find(({ id }) => id === articleId)
    if (!article) return 'unknown'
    if (!mayUse(actor, 'article.write', article)) return 'not-allowed'
    if (!article.translatedFromId) return 'joined-no-more'
    const known = await tx
      .select({ id: revisions.id, number: revisions.number })
      .from(revisions)
      .where(
        and(
          eq(revisions.articleId, article.translatedFromId),
          inArray(revisions.id, [revisionId, ...(article.translatedFromRevisionId ? [article.translatedFromRevisionId] : [])]),
        ),
      )
    const wanted = known.find(({ id }) => id === revisionId)
    if (!wanted) return 'unknown'
    const noted = known.find(({ id }) => id === article.translatedFromRevisionId)
    if (noted && noted.number > wanted.number) return 'overtaken'
    await tx.update(articles).set({ translatedFromRevisionId: revisionId }).where(eq(articles.id, articleId))
    const details = { sourceRevisionId: revisionId, before: article.translatedFromRevisionId, number: wanted.number }
    await record(tx, actor, { action: 'article.translation-followed', subjectId: articleId, details, at: now })
    return 'followed'
  })
}

/** Of these topics those that have a name in a language, in their order. */
async function listNamed(tx: Transaction, topicIds: readonly string[], language: Language): Promise<string[]> {
  if (topicIds.length === 0) return []
  const rows = await tx
    .select({ id: topicNames.topicId })
    .from(topicNames)
    .where(and(eq(topicNames.language, language), inArray(topicNames.topicId, [...topicIds])))
  const named = new Set(rows.map(({ id }) => id))
  return topicIds.filter((id) => named.has(id))
}

/** The translations of these articles into a language, in their order. */
async function listCounterparts(tx: Transaction, articleIds: readonly string[], language: Language): Promise<string[]> {
  const found: string[] = []
  for (const id of articleIds) {
    const counterpart = (await listGroup(tx, id)).find((member) => member.language === language)
    if (counterpart) found.push(counterpart.id)
  }
  return found
}
