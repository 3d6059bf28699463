import { and, desc, eq, inArray, lte, ne } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { isLanguage, type Language } from '../../lib/languages'
import { db } from '../client'
import { noteColumns } from '../corrections/notes'
import { corrections } from '../corrections/schema'
import { targetAddress } from '../redirects/rules'
import { redirects } from '../redirects/schema'
import { sections } from '../sections/schema'
import { findSocialCard } from '../social-cards/queries'
import { findCards, type ListScope, listCards } from './cards'
import { listedArticles } from './listed-schema'
import type { Article, ArticleAt, ArticleCard, ArticleText, CorrectionNote, TranslationLink } from './rules'
import { articles, relatedArticles, revisions } from './schema'
import { findTexts } from './texts'

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
  if (found.section !== section) return { kind: 'moved', to: addressOf.article(language, found.section, slug) }
  const article = await findArticle(found.id, now)
  return article ? { kind: 'article', article } : { kind: 'unknown' }
}

/** Where an address that was ours once leads today. `path` is decoded. */
export async function findRedirect(path: string, now: Date): Promise<Exclude<ArticleAt, { kind: 'article' }>> {
  const [to] = await db
    .select({
      target: redirects.target,
      ...{ id: articles.id, language: articles.language, section: sections.slug, slug: articles.slug },
      ...tombstoneColumns,
    })
    .from(redirects)
    .leftJoin(articles, eq(articles.id, redirects.articleId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(redirects.path, path))
  if (to?.target) return { kind: 'moved', to: targetAddress(to.target) }
  const { id, language, section, slug } = to ?? {}
  if (!to || !id || !language || !section || !slug || !isLanguage(language)) return { kind: 'unknown' }
  if (to.withdrawnAt) return { kind: 'gone', tombstone: tombstoneOf({ ...to, id }) }
  return (await isVisible(id, now)) ? { kind: 'moved', to: addressOf.article(language, section, slug) } : { kind: 'unknown' }
}

/** The live article with everything its page shows, or null while readers may not see it. */
export async function findArticle(articleId: string, now: Date): Promise<Article | null> {
  const [text] = await findTexts([articleId], now)
  return text ? completeArticle(text, now) : null
}

/** Everything that the page of just this text shows beside it. */
export async function completeArticle(text: ArticleText, now: Date): Promise<Article | null> {
  const [row] = await db
    .select({ revision: revisions, article: articles })
    .from(revisions)
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .where(eq(revisions.id, text.revisionId))
  if (!row) return null
  const { revision, article } = row
  const [translations, socialCard, related] = await Promise.all([
    listTranslations(article, now),
    findSocialCard(db, revision.id),
    listRelated(text, now),
  ])
  return {
    ...text,
    revisionNumber: revision.number,
    seoHeadline: revision.seoHeadline,
    seoDescription: revision.seoDescription,
    dateline: revision.dateline,
    socialCard,
    translations,
    related,
    republishing: article.republishing,
    canonicalUrl: article.canonicalUrl,
    syndicatedFrom: article.syndicatedFrom,
  }
}

/** The newest articles of a list, whole, for its feed. */
export async function listTexts(language: Language, scope: ListScope, now: Date, limit: number): Promise<ArticleText[]> {
  const { cards } = await listCards(language, scope, { now, limit })
  return findTexts(
    cards.map((card) => card.id),
    now,
  )
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
  withdrawalNote: string | null
}) {
  return {
    articleId: row.id,
    kind: row.withdrawal ?? 'withdrawn',
    note: row.withdrawalNote ?? '',
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
async function listRelated(text: ArticleText, now: Date): Promise<ArticleCard[]> {
  const chosen = await db
    .select({ id: relatedArticles.articleId })
    .from(relatedArticles)
    .where(eq(relatedArticles.revisionId, text.revisionId))
    .orderBy(relatedArticles.position)
  const related = await findCards(
    chosen.map((row) => row.id),
    now,
  )
  if (related.length >= relatedWanted) return related
  const [main] = text.topics
  const scope = main ? { kind: 'topic' as const, topicId: main.id } : { kind: 'section' as const, sectionId: text.section.id }
  const { cards } = await listCards(text.language, scope, { now, limit: relatedWanted + related.length + 1 })
  const known = new Set([text.id, ...related.map((one) => one.id)])
  return [...related, ...cards.filter((one) => !known.has(one.id))].slice(0, Math.max(relatedWanted, related.length))
}

export type CorrectedArticle = { note: CorrectionNote; article: ArticleCard }

/** The newest corrections of an edition with the articles they are about. */
export async function listCorrections(language: Language, now: Date, limit = 100): Promise<CorrectedArticle[]> {
  const notes = await db
    .select({ articleId: corrections.articleId, ...noteColumns })
    .from(corrections)
    .innerJoin(listedArticles, eq(listedArticles.articleId, corrections.articleId))
    .where(and(eq(corrections.status, 'approved'), eq(listedArticles.language, language), lte(listedArticles.visibleAt, now)))
    .orderBy(desc(corrections.correctedAt), desc(corrections.id))
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
