import { eq, inArray, sql } from 'drizzle-orm'
import { isLanguage } from '../../lib/languages'
import { findBylines } from '../articles/cards'
import { articles, revisions } from '../articles/schema'
import { db } from '../client'
import { people } from '../people/schema'
import { sections } from '../sections/schema'
import type { DeskRow } from './rules'

/** These articles as the desk lists them, in this order. Rights are the caller's matter. */
export async function findDeskRows(ids: readonly string[]): Promise<DeskRow[]> {
  if (ids.length === 0) return []
  const [rows, changedBy] = await Promise.all([
    db
      .select(columns)
      .from(articles)
      .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
      .innerJoin(sections, eq(sections.id, articles.sectionId))
      .leftJoin(people, eq(people.id, articles.ownerId))
      .where(inArray(articles.id, [...ids])),
    findChangedBy(ids),
  ])
  const names = await findBylines(rows.map((row) => row.headRevisionId))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row || !isLanguage(row.language)) return []
    const { headRevisionId, liveRevisionId, language, ownerId, ownerName, firstPublishedAt, publishAt, ...others } = row
    return {
      ...others,
      language,
      bylines: names.get(headRevisionId) ?? [],
      owner: ownerId ? { id: ownerId, name: ownerName ?? '' } : null,
      modifiedBy: changedBy.get(id) ?? null,
      publishAt: firstPublishedAt ?? publishAt,
      hasUnpublishedChange: liveRevisionId !== null && liveRevisionId !== headRevisionId,
    }
  })
}

const columns = {
  id: articles.id,
  headline: revisions.headline,
  status: articles.status,
  language: articles.language,
  section: { id: sections.id, slug: sections.slug, name: sections.name, isOpinion: sections.isOpinion },
  headRevisionId: revisions.id,
  liveRevisionId: articles.liveRevisionId,
  ownerId: articles.ownerId,
  ownerName: people.name,
  reviewerId: articles.reviewerId,
  dueAt: sql`case when ${articles.status} in ('draft', 'in_review', 'ready') then ${articles.dueAt} end`.mapWith(articles.dueAt),
  createdAt: articles.createdAt,
  modifiedAt: articles.modifiedAt,
  firstPublishedAt: articles.firstPublishedAt,
  publishAt: articles.publishAt,
  embargoUntil: articles.embargoUntil,
  isHeld: sql<boolean>`${articles.legalHold} or ${articles.doNotPublish}`,
  hasProposedCorrection: sql<boolean>`exists (select from corrections c where c.article_id = ${articles.id} and c.status = 'proposed')`,
  hasOfferedCorrection: sql<boolean>`exists (select from correction_offers o where o.article_id = ${articles.id} and o.status = 'open')`,
}

/** What leaves an event and changes nothing about the article. */
const notices = [
  'article.previewed',
  'article.commented',
  'article.comment-resolved',
  'article.correction-proposed',
  'article.correction-refused',
  'article.correction-dropped',
  'article.correction-offered',
  'article.correction-declined',
  'article.translated',
  'article.translation-followed',
]

/** Who changed each of these last, by name. */
async function findChangedBy(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select x.id, p.name from unnest(${sql.param(`{${ids.join(',')}}`)}::uuid[]) x (id)
    cross join lateral (
      select e.person_id from events e
      where e.subject_id = x.id and e.action <> all (${sql.param(`{${notices.join(',')}}`)}::text[])
      order by e.id desc limit 1) e
    join people p on p.id = e.person_id`)
  return new Map([...rows].map(({ id, name }) => [id, name]))
}
