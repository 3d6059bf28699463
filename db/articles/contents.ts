import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { checkBody } from '../body/nodes'
import type { Reader } from '../client'
import { contributors, mergedContributors } from '../contributors/schema'
import { media } from '../media/schema'
import { mergedTopics, topics } from '../topics/schema'
import type { ArticleContent } from './content'
import { bylineRoles, slugPattern } from './rules'
import { articles, articleTopics, bylines, relatedArticles, revisions } from './schema'

/** One line: what ends a line inside it becomes a space. */
const line = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '))
    .pipe(z.string().max(most, 'too-long'))

const fields = z.object({
  sectionId: z.uuid(),
  slug: z.string().max(200, 'too-long').regex(slugPattern, 'slug'),
  headline: line(300),
  headlineShort: line(120),
  standfirst: line(1000),
  kicker: line(100),
  seoHeadline: line(200),
  seoDescription: line(500),
  dateline: line(120),
  hero: z.object({ mediaId: z.uuid(), caption: line(2000).nullable(), alt: line(1000).nullable() }).nullable(),
  bylines: z
    .array(z.object({ contributorId: z.uuid().nullable(), role: z.enum(bylineRoles), creditedAs: line(200) }))
    .max(20)
    // A row that names nobody is one that somebody has begun.
    .transform((rows) => rows.filter((row) => row.contributorId !== null || row.creditedAs.trim() !== '')),
  topicIds: z.array(z.uuid()).max(40),
  relatedIds: z.array(z.uuid()).max(20),
})

export type ContentCheck = { ok: true; content: ArticleContent } | { ok: false; fault: string }

/** Takes any JSON and gives back what an article may say, or names the first thing that is wrong with it. Unknown keys are left out. */
export function checkContent(json: unknown): ContentCheck {
  const parsed = fields.safeParse(json)
  if (!parsed.success) return { ok: false, fault: parsed.error.issues.map(({ path }) => path.join('.'))[0] ?? '' }
  const body = checkBody(typeof json === 'object' && json !== null && 'body' in json ? json.body : null)
  return body.ok ? { ok: true, content: { ...parsed.data, body: body.body } } : { ok: false, fault: `body: ${body.reason}` }
}

/** What a revision says; null for one that there is not. */
export async function findContent(reader: Reader, revisionId: string): Promise<ArticleContent | null> {
  return (await findContents(reader, [revisionId])).get(revisionId) ?? null
}

/** What these revisions say. */
export async function findContents(reader: Reader, revisionIds: readonly string[]): Promise<Map<string, ArticleContent>> {
  if (revisionIds.length === 0) return new Map()
  const ids = [...revisionIds]
  const rows = await reader.select().from(revisions).where(inArray(revisions.id, ids))
  const names = await reader.select().from(bylines).where(inArray(bylines.revisionId, ids)).orderBy(bylines.position)
  const about = await reader
    .select()
    .from(articleTopics)
    .where(inArray(articleTopics.revisionId, ids))
    .orderBy(articleTopics.position)
  const beside = await reader
    .select()
    .from(relatedArticles)
    .where(inArray(relatedArticles.revisionId, ids))
    .orderBy(relatedArticles.position)
  return new Map(
    rows.map((row) => {
      const { sectionId, slug, headline, headlineShort, standfirst, kicker, seoHeadline, seoDescription, dateline, body } = row
      const content: ArticleContent = {
        sectionId,
        slug,
        headline,
        headlineShort,
        standfirst,
        kicker,
        seoHeadline,
        seoDescription,
        dateline,
        body,
        hero: row.heroMediaId ? { mediaId: row.heroMediaId, caption: row.heroCaption, alt: row.heroAlt } : null,
        bylines: names
          .filter(({ revisionId }) => revisionId === row.id)
          .map(({ contributorId, role, creditedAs }) => ({ contributorId, role, creditedAs })),
        topicIds: about.filter(({ revisionId }) => revisionId === row.id).map(({ topicId }) => topicId),
        relatedIds: beside.filter(({ revisionId }) => revisionId === row.id).map(({ articleId }) => articleId),
      }
      return [row.id, content]
    }),
  )
}

/**
 * The content without references to what has been removed meanwhile: a name that is gone must not keep words from being saved. What became
 * another topic or contributor is that one.
 */
export async function withoutLostReferences(reader: Reader, content: ArticleContent): Promise<ArticleContent> {
  const wantedContributors = content.bylines.flatMap(({ contributorId }) => contributorId ?? [])
  const [pictures, people, about, beside] = await Promise.all([
    present(reader, media, content.hero ? [content.hero.mediaId] : []),
    presentNow(reader, contributors, mergedContributors, wantedContributors),
    presentNow(reader, topics, mergedTopics, content.topicIds),
    present(reader, articles, content.relatedIds),
  ])
  return {
    ...content,
    hero: content.hero && pictures.has(content.hero.mediaId) ? content.hero : null,
    bylines: content.bylines.flatMap((byline) => {
      if (byline.contributorId === null) return byline
      const contributorId = people.get(byline.contributorId)
      if (contributorId) return { ...byline, contributorId }
      return byline.creditedAs ? { ...byline, contributorId: null } : []
    }),
    topicIds: [...new Set(content.topicIds.flatMap((id) => about.get(id) ?? []))],
    relatedIds: content.relatedIds.filter((id) => beside.has(id)),
  }
}

/** Those of these ids that are there, each with itself or with what it became. Until the transaction ends nobody removes them. */
async function presentNow(
  reader: Reader,
  table: typeof contributors | typeof topics,
  merged: typeof mergedContributors | typeof mergedTopics,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: table.id })
    .from(table)
    .where(inArray(table.id, [...ids]))
    .for('key share')
  const there = new Map(rows.map(({ id }) => [id, id]))
  const missing = ids.filter((id) => !there.has(id))
  if (missing.length === 0) return there
  const became = await reader.select().from(merged).where(inArray(merged.id, missing))
  return new Map([...there, ...became.map(({ id, intoId }) => [id, intoId] as const)])
}

type Referred = typeof media | typeof articles

async function present(reader: Reader, table: Referred, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await reader
    .select({ id: table.id })
    .from(table)
    .where(inArray(table.id, [...ids]))
  return new Set(rows.map(({ id }) => id))
}
