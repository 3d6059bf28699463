import { eq } from 'drizzle-orm'
import { db } from '../client'
import { sections } from '../sections/schema'
import { cardColumns, dressCards } from './cards'
import { completeArticle } from './queries'
import type { Article } from './rules'
import { articles, revisions } from './schema'
import { completeTexts } from './texts'

/** A revision as its page would show it if it were live at `now`, beside what readers can see of everything else. Null if there is none. */
export async function findRevisionPage(revisionId: string, now: Date): Promise<Article | null> {
  const [row] = await db
    .select({
      ...cardColumns,
      // Where it would stand: the article may still have another address.
      slug: revisions.slug,
      firstPublishedAt: articles.firstPublishedAt,
      publishAt: articles.publishAt,
    })
    .from(revisions)
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .innerJoin(sections, eq(sections.id, revisions.sectionId))
    .where(eq(revisions.id, revisionId))
  if (!row) return null
  const { firstPublishedAt, publishAt, ...card } = row
  const [text] = await completeTexts(await dressCards([{ ...card, publishedAt: firstPublishedAt ?? publishAt ?? now }], now), now)
  return text ? completeArticle(text, now) : null
}
