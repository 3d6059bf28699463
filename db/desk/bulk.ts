import { eq, inArray, sql } from 'drizzle-orm'
import { articles, revisions } from '../articles/schema'
import { mayOwn } from '../articles/staff'
import { db } from '../client'
import { contributors } from '../contributors/schema'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { sections } from '../sections/schema'
import { topics } from '../topics/schema'
import { changeContents } from './bulk-contents'
import { makeMove, putMoveBack } from './bulk-moves'
import { type ArticleOutcome, type BulkChange, isContentChange, isContentMade, type MadeChange } from './bulk-rules'
import { type BulkReport, bulkAtMost } from './rules'
import { bulkChanges } from './schema'

/** After so many milliseconds the rest is left for another time, and said to be: a page does not wait for ever. */
const patience = 9000

/** Articles whose texts are changed in one transaction. */
const batch = 20

/**
 * Changes several articles, each by its own rights and rules: one that may not be changed keeps no other from it. What articles say is changed on
 * their heads, so that readers see it when it is published. What was done can be put back with `putBack`, until the next such change.
 */
export async function changeArticles(
  actor: Actor,
  articleIds: readonly string[],
  change: BulkChange,
  now: Date,
): Promise<BulkReport | 'not-allowed' | 'too-many' | 'no-such-choice'> {
  if (!may(actor, 'article.bulk-change')) return 'not-allowed'
  if (articleIds.length > bulkAtMost) return 'too-many'
  if (!(await isChoice(change))) return 'no-such-choice'
  // In one order, so that two such changes wait for each other instead of locking each other out.
  const ids = [...new Set(articleIds)].sort()
  const remember = await beginRemembering(actor, change.kind, now)
  const outcomes = isContentChange(change)
    ? await inTime(ids, batch, remember, (some) => {
        const wanted = some.map((articleId) => ({ articleId, change }))
        return db.transaction((tx) => changeContents(tx, actor, wanted, now))
      })
    : await inTime(ids, 1, remember, async ([articleId = '']) => [await makeMove(actor, articleId, change, now)])
  return report(outcomes)
}

/** Puts back what somebody's last change of several articles did, where nobody has changed the same since and they may still. */
export async function putBack(actor: Actor, now: Date): Promise<BulkReport | 'not-allowed' | 'nothing'> {
  if (!may(actor, 'article.bulk-change')) return 'not-allowed'
  const [last] = await db
    .delete(bulkChanges)
    .where(eq(bulkChanges.personId, actor.personId))
    .returning({ made: bulkChanges.made })
  if (!last) return 'nothing'
  const byId = new Map(last.made.map((made) => [made.articleId, made]))
  const outcomes = await inTime(
    [...byId.keys()],
    batch,
    async () => {},
    (some) =>
      db.transaction(async (tx) => {
        const made = some.flatMap((articleId) => byId.get(articleId) ?? [])
        const contents = made.filter(isContentMade).map((one) => ({ articleId: one.articleId, putBack: one }))
        const done = await changeContents(tx, actor, contents, now)
        for (const one of made) if (!isContentMade(one)) done.push(await putMoveBack(tx, actor, one, now))
        return done
      }),
  )
  return report(outcomes)
}

/** What somebody can put back: what it was, when, and how many articles it touched. */
export async function findLastBulkChange(personId: string): Promise<{ kind: string; count: number; madeAt: Date } | null> {
  const [row] = await db
    .select({ kind: bulkChanges.kind, count: sql<number>`jsonb_array_length(${bulkChanges.made})`, madeAt: bulkChanges.madeAt })
    .from(bulkChanges)
    .where(eq(bulkChanges.personId, personId))
  return row && row.count > 0 ? row : null
}

type Remember = (made: readonly MadeChange[]) => Promise<void>

/** Begins the account of a change, in place of that of somebody's last one. */
async function beginRemembering({ personId }: Actor, kind: BulkChange['kind'], now: Date): Promise<Remember> {
  const id = crypto.randomUUID()
  const begun = { id, kind, made: [], madeAt: now }
  await db
    .insert(bulkChanges)
    .values({ personId, ...begun })
    .onConflictDoUpdate({ target: bulkChanges.personId, set: begun })
  return async (made) => {
    if (made.length === 0) return
    await db
      .update(bulkChanges)
      .set({ made: sql`${bulkChanges.made} || ${JSON.stringify(made)}::jsonb` })
      .where(eq(bulkChanges.id, id))
  }
}

/** Works through the articles, so many at a time, as long as there is patience. */
async function inTime(
  ids: readonly string[],
  size: number,
  remember: Remember,
  work: (some: string[]) => Promise<ArticleOutcome[]>,
): Promise<ArticleOutcome[]> {
  const began = performance.now()
  const outcomes: ArticleOutcome[] = []
  for (let at = 0; at < ids.length; at += size) {
    const some = ids.slice(at, at + size)
    if (performance.now() - began > patience) {
      outcomes.push(...some.map((articleId) => ({ articleId, outcome: 'not-reached' as const })))
      continue
    }
    const done = await work(some)
    outcomes.push(...done)
    await remember(done.flatMap(({ made }) => made ?? []))
  }
  return outcomes
}

async function report(outcomes: readonly ArticleOutcome[]): Promise<BulkReport> {
  const counted = (wanted: ArticleOutcome['outcome']) => outcomes.filter(({ outcome }) => outcome === wanted).length
  const refused = outcomes.flatMap(({ articleId, outcome }) =>
    outcome === 'changed' || outcome === 'waiting' || outcome === 'unchanged' ? [] : [{ articleId, why: outcome }],
  )
  const headlines = await findHeadlines(refused.map(({ articleId }) => articleId))
  const waiting = counted('waiting')
  return {
    changed: counted('changed') + waiting,
    waiting,
    unchanged: counted('unchanged'),
    refused: refused.map((one) => ({ ...one, headline: headlines.get(one.articleId) ?? '' })),
  }
}

async function findHeadlines(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: articles.id, headline: revisions.headline })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .where(inArray(articles.id, [...ids]))
  return new Map(rows.map(({ id, headline }) => [id, headline]))
}

/** Whether what is to be set exists. */
async function isChoice(change: BulkChange): Promise<boolean> {
  switch (change.kind) {
    case 'section':
      return (await db.$count(sections, eq(sections.id, change.sectionId))) > 0
    case 'add-topic':
    case 'remove-topic':
      return (await db.$count(topics, eq(topics.id, change.topicId))) > 0
    case 'add-byline':
      return (await db.$count(contributors, eq(contributors.id, change.contributorId))) > 0
    case 'replace-byline':
      return (await db.$count(contributors, eq(contributors.id, change.by))) > 0
    case 'owner': {
      const [owner] = await db
        .select({ role: people.role, isActive: people.isActive })
        .from(people)
        .where(eq(people.id, change.ownerId))
      return owner !== undefined && mayOwn(owner)
    }
    case 'submit':
    case 'return':
    case 'due':
      return true
  }
}
