import { and, asc, desc, eq, inArray, lte, ne } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { isLanguage, type Language } from '../../lib/languages'
import { referencesOf } from '../body/rules'
import { db } from '../client'
import { findPictures } from '../media/queries'
import { redirects } from '../redirects/schema'
import { sections } from '../sections/schema'
import { findSocialCard } from '../social-cards/queries'
import { topicNames, topics } from '../topics/schema'
import { findCards, type ListScope, listCards } from './cards'
import { listedArticles } from './listed-schema'
import type { Article, ArticleAt, ArticleCard, CorrectionNote, TopicLink, TranslationLink } from './rules'
import { articles, articleTopics, corrections, relatedArticles, revisions } from './schema'

const relatedWanted = 4

/** What stands at an article's address at `now`: the article, where it moved to, why it is gone, or nothing. */
export async function findArticleAt(language: Language, section: string, slug: string, now: Date): Promise<ArticleAt> {
  const [found] = await db
    .select({ id: articles.id, section: sections.slug, ...tombstoneColumns })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(eq(articles.language, language), eq(articles.slug, slug)))
  if (found?.withdrawnAt) return { kind: 'gone', tombstone: tombstoneOf(found) }
  if (!found) return findRedirect(decodeURI(addressOf.article(language, section, slug)), now)
  if (!(await isVisible(found.id, now))) return { kind: 'unknown' }
  if (found.section !== section) return { kind: 'moved', language, section: found.section, slug }
  const article = await findArticle(found.id, now)
  return article ? { kind: 'article', article } : { kind: 'unknown' }
}

/** Where an address that was ours once leads today. `path` is decoded. */
export async function findRedirect(path: string, now: Date): Promise<Exclude<ArticleAt, { kind: 'article' }>> {
  const [to] = await db
    .select({ id: articles.id, language: articles.language, section: sections.slug, slug: articles.slug, ...tombstoneColumns })
    .from(redirects)
    .innerJoin(articles, eq(articles.id, redirects.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(redirects.path, path))
  if (!to || !isLanguage(to.language)) return { kind: 'unknown' }
  if (to.withdrawnAt) return { kind: 'gone', tombstone: tombstoneOf(to) }
  return (await isVisible(to.id, now))
    ? { kind: 'moved', language: to.language, section: to.section, slug: to.slug }
    : { kind: 'unknown' }
}

/** The live article with everything its page shows, or null while readers may not see it. */
export async function findArticle(articleId: string, now: Date): Promise<Article | null> {
  const [card] = await findCards([articleId], now)
  if (!card) return null
  const [row] = await db
    .select({ revision: revisions, article: articles })
    .from(listedArticles)
    .innerJoin(revisions, eq(revisions.id, listedArticles.revisionId))
    .innerJoin(articles, eq(articles.id, listedArticles.articleId))
    .where(eq(listedArticles.articleId, articleId))
  if (!row) return null
  const { revision, article } = row
  const references = referencesOf(revision.body)
  const mediaIds = [...references.mediaIds, ...(revision.heroMediaId ? [revision.heroMediaId] : [])]
  const [about, notes, translations, pictures, linked] = await Promise.all([
    listTopicsOf(revision.id, card.language),
    listCorrectionsOf(articleId),
    listTranslations(article, now),
    findPictures(db, mediaIds, card.language, now),
    findCards(references.articleIds, now),
  ])
  const heroPicture = revision.heroMediaId ? pictures.get(revision.heroMediaId) : undefined
  return {
    ...card,
    revisionId: revision.id,
    revisionNumber: revision.number,
    seoHeadline: revision.seoHeadline,
    seoDescription: revision.seoDescription,
    dateline: revision.dateline,
    hero: heroPicture
      ? { picture: heroPicture, caption: revision.heroCaption ?? heroPicture.caption, alt: revision.heroAlt ?? heroPicture.alt }
      : null,
    socialCard: await findSocialCard(db, revision.id),
    body: revision.body,
    topics: about,
    corrections: notes,
    translations,
    related: await listRelated(card, revision.id, about[0]?.id, now),
    pictures: Object.fromEntries(pictures),
    linkedArticles: Object.fromEntries(linked.map((one) => [one.id, one])),
    republishing: article.republishing,
    canonicalUrl: article.canonicalUrl,
    syndicatedFrom: article.syndicatedFrom,
  }
}

/** The newest articles of a list, whole, for its feed. */
export async function listFeedArticles(language: Language, scope: ListScope, now: Date, limit: number): Promise<Article[]> {
  const { cards } = await listCards(language, scope, { now, limit })
  const articles = await Promise.all(cards.map((card) => findArticle(card.id, now)))
  return articles.filter((article) => article !== null)
}

const tombstoneColumns = {
  withdrawnAt: articles.withdrawnAt,
  withdrawal: articles.withdrawal,
  withdrawalNote: articles.withdrawalNote,
}

function tombstoneOf(row: {
  id: string
  withdrawnAt: Date | null
  withdrawal: 'withdrawn' | 'legal' | null
  withdrawalNote: string
}) {
  return {
    articleId: row.id,
    kind: row.withdrawal ?? 'withdrawn',
    note: row.withdrawalNote,
    withdrawnAt: row.withdrawnAt ?? new Date(0),
  }
}

async function isVisible(articleId: string, now: Date): Promise<boolean> {
  const [row] = await db
    .select({ id: listedArticles.articleId })
    .from(listedArticles)
    .where(and(eq(listedArticles.articleId, articleId), lte(listedArticles.visibleAt, now)))
  return row !== undefined
}

async function listTopicsOf(revisionId: string, language: Language): Promise<TopicLink[]> {
  return db
    .select({ id: topics.id, slug: topics.slug, name: topicNames.name, type: topics.type, wikidata: topics.wikidata })
    .from(articleTopics)
    .innerJoin(topics, eq(topics.id, articleTopics.topicId))
    .innerJoin(topicNames, and(eq(topicNames.topicId, topics.id), eq(topicNames.language, language)))
    .where(eq(articleTopics.revisionId, revisionId))
    .orderBy(articleTopics.position)
}

async function listCorrectionsOf(articleId: string): Promise<CorrectionNote[]> {
  return db
    .select({ id: corrections.id, type: corrections.type, text: corrections.text, correctedAt: corrections.correctedAt })
    .from(corrections)
    .where(eq(corrections.articleId, articleId))
    .orderBy(asc(corrections.correctedAt))
}

async function listTranslations(
  article: { id: string; translationGroupId: string | null },
  now: Date,
): Promise<TranslationLink[]> {
  if (!article.translationGroupId) return []
  const rows = await db
    .select({
      articleId: articles.id,
      language: articles.language,
      headline: revisions.headline,
      section: sections.slug,
      slug: articles.slug,
      translatedFromId: articles.translatedFromId,
    })
    .from(listedArticles)
    .innerJoin(articles, eq(articles.id, listedArticles.articleId))
    .innerJoin(revisions, eq(revisions.id, listedArticles.revisionId))
    .innerJoin(sections, eq(sections.id, listedArticles.sectionId))
    .where(
      and(
        eq(articles.translationGroupId, article.translationGroupId),
        ne(articles.id, article.id),
        lte(listedArticles.visibleAt, now),
      ),
    )
    .orderBy(articles.language)
  return rows.flatMap(({ language, translatedFromId, ...row }) =>
    isLanguage(language) ? [{ ...row, language, isOriginal: translatedFromId === null }] : [],
  )
}

/** What the editor set beside the article, filled up with the newest on its main topic, then of its section. */
async function listRelated(
  card: ArticleCard,
  revisionId: string,
  topicId: string | undefined,
  now: Date,
): Promise<ArticleCard[]> {
  const chosen = await db
    .select({ id: relatedArticles.articleId })
    .from(relatedArticles)
    .where(eq(relatedArticles.revisionId, revisionId))
    .orderBy(relatedArticles.position)
  const related = await findCards(
    chosen.map((row) => row.id),
    now,
  )
  if (related.length >= relatedWanted) return related
  const scope = topicId ? { kind: 'topic' as const, topicId } : { kind: 'section' as const, sectionId: card.section.id }
  const { cards } = await listCards(card.language, scope, { now, limit: relatedWanted + related.length + 1 })
  const known = new Set([card.id, ...related.map((one) => one.id)])
  return [...related, ...cards.filter((one) => !known.has(one.id))].slice(0, Math.max(relatedWanted, related.length))
}

export type CorrectedArticle = { note: CorrectionNote; article: ArticleCard }

/** The newest corrections of an edition with the articles they are about. */
export async function listCorrections(language: Language, now: Date, limit = 100): Promise<CorrectedArticle[]> {
  const notes = await db
    .select({
      articleId: corrections.articleId,
      id: corrections.id,
      type: corrections.type,
      text: corrections.text,
      correctedAt: corrections.correctedAt,
    })
    .from(corrections)
    .innerJoin(listedArticles, eq(listedArticles.articleId, corrections.articleId))
    .where(and(eq(listedArticles.language, language), lte(listedArticles.visibleAt, now)))
    .orderBy(desc(corrections.correctedAt))
    .limit(limit)
  const cards = await findCards([...new Set(notes.map((note) => note.articleId))], now)
  const byId = new Map(cards.map((card) => [card.id, card]))
  return notes.flatMap(({ articleId, ...note }) => {
    const article = byId.get(articleId)
    return article ? [{ note, article }] : []
  })
}

/** Whether such an article ever stood here and was withdrawn: its satellite pages then answer 410 too. */
export async function findTombstone(articleId: string) {
  const [row] = await db
    .select({ id: articles.id, ...tombstoneColumns })
    .from(articles)
    .where(inArray(articles.id, [articleId]))
  return row?.withdrawnAt ? tombstoneOf(row) : null
}
