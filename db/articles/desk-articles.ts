import { and, eq, inArray } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { isLanguage, type Language } from '../../lib/languages'
import { referencesOf } from '../body/rules'
import { db } from '../client'
import { contributorProfiles } from '../contributors/schema'
import { findPictures } from '../media/queries'
import type { Picture } from '../media/rules'
import type { Actor } from '../people/rules'
import { sections } from '../sections/schema'
import { topicNames } from '../topics/schema'
import type { ArticleContent } from './content'
import { findContent } from './contents'
import { mayRead, mayWrite } from './rights'
import type { ArticleStatus, Republishing } from './rules'
import { articles, revisions } from './schema'

/** An article as the desk knows it: where it stands and whose it is. What it says is in its revisions. */
export type DeskArticle = {
  id: string
  language: Language
  status: ArticleStatus
  slug: string
  section: { id: string; slug: string; name: string }
  headline: string
  ownerId: string | null
  reviewerId: string | null
  dueAt: Date | null
  headRevisionId: string
  liveRevisionId: string | null
  publishAt: Date | null
  embargoUntil: Date | null
  legalHold: boolean
  republishing: Republishing
  deskSlug: string
  notes: string
  translationGroupId: string | null
  translatedFromId: string | null
  /** Whether whoever asked may write in it now. */
  isWritable: boolean
}

/** An article that the actor may see, or null: what is not theirs is not there for them. */
export async function findDeskArticle(actor: Actor, articleId: string): Promise<DeskArticle | null> {
  if (!isUuid(articleId)) return null
  const [row] = await db
    .select({
      id: articles.id,
      language: articles.language,
      status: articles.status,
      slug: articles.slug,
      section: { id: sections.id, slug: sections.slug, name: sections.name },
      sectionId: articles.sectionId,
      headline: revisions.headline,
      ownerId: articles.ownerId,
      reviewerId: articles.reviewerId,
      dueAt: articles.dueAt,
      headRevisionId: revisions.id,
      liveRevisionId: articles.liveRevisionId,
      publishAt: articles.publishAt,
      embargoUntil: articles.embargoUntil,
      legalHold: articles.legalHold,
      republishing: articles.republishing,
      deskSlug: articles.deskSlug,
      notes: articles.notes,
      translationGroupId: articles.translationGroupId,
      translatedFromId: articles.translatedFromId,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .where(eq(articles.id, articleId))
  if (!row || !isLanguage(row.language) || !mayRead(actor, row)) return null
  const { sectionId: _section, language, ...article } = row
  return { ...article, language, isWritable: mayWrite(actor, row) }
}

/** What a revision of an article says, for somebody who may see the article; else null. */
export async function findReadableContent(actor: Actor, articleId: string, revisionId: string): Promise<ArticleContent | null> {
  if (!isUuid(revisionId) || !(await findDeskArticle(actor, articleId))) return null
  const [own] = await db
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.id, revisionId), eq(revisions.articleId, articleId)))
  return own ? findContent(db, own.id) : null
}

/** The names and pictures of what a content refers to by id, for the desk: also what readers may not see. */
export type ContentReferences = {
  topics: Record<string, string>
  contributors: Record<string, string>
  articles: Record<string, string>
  pictures: Record<string, Picture>
}

/** What the references in these contents mean, in the words of an edition. */
export async function findReferences(
  contents: readonly ArticleContent[],
  language: Language,
  now: Date,
): Promise<ContentReferences> {
  const bodies = contents.map(({ body }) => referencesOf(body))
  const articleIds = contents.flatMap(({ relatedIds }, index) => [...relatedIds, ...(bodies[index]?.articleIds ?? [])])
  const mediaIds = contents.flatMap(({ hero }, index) => [...(hero ? [hero.mediaId] : []), ...(bodies[index]?.mediaIds ?? [])])
  const topicIds = contents.flatMap((content) => content.topicIds)
  const contributorIds = contents.flatMap(({ bylines }) => bylines.flatMap(({ contributorId }) => contributorId ?? []))
  const [topics, contributors, heads, pictures] = await Promise.all([
    findTopicNames(topicIds, language),
    findContributorNames(contributorIds, language),
    findHeadlines(articleIds),
    findPictures(db, [...new Set(mediaIds)], language, now),
  ])
  return { topics, contributors, articles: heads, pictures: Object.fromEntries(pictures) }
}

async function findTopicNames(ids: readonly string[], language: Language): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const rows = await db
    .select({ id: topicNames.topicId, language: topicNames.language, name: topicNames.name })
    .from(topicNames)
    .where(inArray(topicNames.topicId, [...ids]))
  return namesIn(rows, language)
}

async function findContributorNames(ids: readonly string[], language: Language): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const { contributorId: id, language: spoken, name } = contributorProfiles
  const rows = await db
    .select({ id, language: spoken, name })
    .from(contributorProfiles)
    .where(inArray(id, [...ids]))
  return namesIn(rows, language)
}

/** Names by id, in the language where there is one, else in another. */
function namesIn(rows: readonly { id: string; language: string; name: string }[], language: string): Record<string, string> {
  const own = rows.filter((row) => row.language === language)
  return Object.fromEntries([...rows, ...own].map(({ id, name }) => [id, name]))
}

async function findHeadlines(ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const rows = await db
    .select({ id: articles.id, headline: revisions.headline })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .where(inArray(articles.id, [...ids]))
  return Object.fromEntries(rows.map(({ id, headline }) => [id, headline]))
}
