import { inArray, sql } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { tagOf } from '../../lib/cache-tags'
import { dayOf } from '../../lib/days'
import { isLanguage } from '../../lib/languages'
import type { Transaction } from '../client'
import { idList } from '../id-list'
import { learnWords } from '../search/learning'
import { findSettings } from '../settings/queries'
import { keepDeskWords } from './desk-words'
import { listedArticles } from './listed-schema'
import { spelledColumns } from './spelled'

/**
 * Brings the lists up to date with these articles: those that readers can find, now or later, stand in them as their live revision
 * says; the others do not. To be called in the transaction that changed them.
 */
export async function listArticles(tx: Transaction, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return
  await tx.delete(listedArticles).where(inArray(listedArticles.articleId, [...articleIds]))
  const ids = sql`(${idList(articleIds)})`
  await tx.execute(sql`
    with found as materialized (
      select a.id, r.id as revision_id, a.language, a.section_id,
        coalesce(a.first_published_at, a.publish_at) as published_at,
        greatest(case when a.status = 'scheduled' then a.publish_at else coalesce(a.first_published_at, a.publish_at) end, a.embargo_until)
          as visible_at,
        ${spelledColumns}
      from articles a join revisions r on r.id = a.live_revision_id
      where a.id in ${ids} and a.status in ('live', 'scheduled') and not a.legal_hold and not a.do_not_publish
    ), learned as (${learnWords(sql`found`)})
    insert into listed_articles (article_id, revision_id, language, section_id, published_at, visible_at, search_words)
    select f.id, f.revision_id, f.language, f.section_id, f.published_at, f.visible_at,
      search_vector(f.language, f.headline, f.near, f.topics, f.body) || facet_words(
        array[f.language, f.section_id::text,
          f.language || to_char(f.published_at at time zone 'UTC', 'YYYYMM'), f.language || to_char(f.published_at at time zone 'UTC', 'YYYY')]
        || array(select t.topic_id::text from article_topics t where t.revision_id = f.revision_id)
        || array(select distinct b.contributor_id::text from bylines b where b.revision_id = f.revision_id and b.contributor_id is not null))
    from found f`)
  await tx.execute(sql`
    insert into listed_topics (topic_id, article_id, language, published_at)
    select t.topic_id, l.article_id, l.language, l.published_at
    from listed_articles l join article_topics t on t.revision_id = l.revision_id where l.article_id in ${ids}`)
  await tx.execute(sql`
    insert into listed_bylines (contributor_id, article_id, language, published_at)
    select distinct b.contributor_id, l.article_id, l.language, l.published_at
    from listed_articles l join bylines b on b.revision_id = l.revision_id
    where l.article_id in ${ids} and b.contributor_id is not null`)
  await keepDeskWords(tx, articleIds)
}

/**
 * The tags of every document that shows one of these articles, or that would have to show it now: its own page and address, cards
 * and related links, lists by recency, section, topic, author and day, its translations. Ask before a change and after it, and
 * announce both: an article that moves leaves one list and enters another.
 */
export async function tagsAround(tx: Transaction, articleIds: readonly string[]): Promise<string[]> {
  if (articleIds.length === 0) return []
  const ids = idList(articleIds)
  const rows = await tx.execute<AroundRow>(sql`
    select a.id, a.language, s.slug as section, a.slug, a.section_id as "sectionId",
      coalesce(a.first_published_at, a.publish_at) as "publishedAt",
      array(select t.topic_id from article_topics t where t.revision_id = a.live_revision_id) as topics,
      array(select b.contributor_id from bylines b where b.revision_id = a.live_revision_id and b.contributor_id is not null) as contributors,
      array(select o.id from articles o where o.translation_group_id = a.translation_group_id and o.id <> a.id) as translations,
      exists (select from corrections c where c.article_id = a.id and c.corrected_at is not null) as "isCorrected"
    from articles a join sections s on s.id = a.section_id where a.id in (${ids})`)
  const { timeZone } = await findSettings(tx)
  return [...new Set([...rows].flatMap((row) => tagsOfRow(row, timeZone)))]
}

type AroundRow = {
  id: string
  language: string
  section: string
  slug: string
  sectionId: string
  publishedAt: Date | string | null
  topics: string[]
  contributors: string[]
  translations: string[]
  isCorrected: boolean
}

function tagsOfRow(row: AroundRow, timeZone: string): string[] {
  const tags = [tagOf.article(row.id), tagOf.latest(row.language), tagOf.latestInSection(row.sectionId)]
  if (isLanguage(row.language)) tags.push(tagOf.address(addressOf.article(row.language, row.section, row.slug)))
  if (row.publishedAt) tags.push(tagOf.day(row.language, dayOf(new Date(row.publishedAt), timeZone)))
  if (row.isCorrected) tags.push(tagOf.corrections(row.language))
  return [
    ...tags,
    ...row.topics.map(tagOf.latestOnTopic),
    ...row.contributors.map(tagOf.latestBy),
    ...row.translations.map(tagOf.article),
  ]
}
