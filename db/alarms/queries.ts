import { and, eq, inArray, isNotNull, lt, or } from 'drizzle-orm'
import { isLanguage } from '../../lib/languages'
import { mayRead } from '../articles/rights'
import { articles, revisions } from '../articles/schema'
import { changes } from '../changes/schema'
import { db } from '../client'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { listReceiptFaults } from '../receipts/queries'
import { lateAfter } from '../receipts/rules'
import { findBreaker } from '../subscribers/breaker'
import type { Alarm } from './rules'

/** What did not go out as it should have, of what the actor may see, the latest first. */
export async function listAlarms(actor: Pick<Actor, 'personId' | 'role' | 'sectionIds'>, now: Date): Promise<Alarm[]> {
  const [faults, stuck, stopped, unusual] = await Promise.all([
    listReceiptFaults(),
    listStuck(now),
    listStopped(),
    may(actor, 'newsletter.read') ? listUnusual(now) : [],
  ])
  const known = await findFacts([...faults, ...stuck, ...stopped].map(({ articleId }) => articleId))
  const alarms = [
    ...faults.map(({ articleId, kind, places, visibleAt, ms }) => ({ articleId, at: visibleAt, kind, places, ms })),
    ...stuck,
    ...stopped,
  ].flatMap((alarm): Alarm[] => {
    const facts = known.get(alarm.articleId)
    if (!facts || !isLanguage(facts.language) || !mayRead(actor, facts)) return []
    return [{ ...alarm, headline: facts.headline, language: facts.language }]
  })
  return [...unusual, ...alarms].sort((one, other) => other.at.getTime() - one.at.getTime())
}

async function listUnusual(now: Date): Promise<Alarm[]> {
  const breaker = await findBreaker(now)
  return breaker.kind === 'closed' ? [] : [{ kind: 'sign-ups', at: breaker.since, breaker }]
}

type Stuck = { articleId: string; at: Date; kind: 'overdue' | 'held' }

/** Scheduled articles whose moment has passed without anything having happened, or which were held back then. */
async function listStuck(now: Date): Promise<Stuck[]> {
  const isHeld = and(eq(articles.status, 'ready'), or(articles.legalHold, articles.doNotPublish))
  const rows = await db
    .select({ articleId: articles.id, status: articles.status, at: articles.publishAt })
    .from(articles)
    .where(
      and(
        isNotNull(articles.publishAt),
        lt(articles.publishAt, new Date(now.getTime() - lateAfter)),
        or(eq(articles.status, 'scheduled'), isHeld),
      ),
    )
  return rows.flatMap(({ articleId, status, at }) =>
    at ? [{ articleId, at, kind: status === 'scheduled' ? 'overdue' : 'held' }] : [],
  )
}

type Stopped = { articleId: string; at: Date; kind: 'stopped'; changeId: string }

/** Pending changes that did not appear at their moment, as long as nobody has taken them up again. */
async function listStopped(): Promise<Stopped[]> {
  const rows = await db
    .select({ articleId: changes.articleId, changeId: changes.id, at: changes.publishAt })
    .from(changes)
    .where(and(isNotNull(changes.stop), eq(changes.status, 'ready')))
  return rows.flatMap(({ at, ...row }) => (at ? [{ ...row, at, kind: 'stopped' as const }] : []))
}

async function findFacts(articleIds: string[]) {
  if (articleIds.length === 0) return new Map<string, never>()
  const rows = await db
    .select({
      id: articles.id,
      language: articles.language,
      ownerId: articles.ownerId,
      sectionId: articles.sectionId,
      status: articles.status,
      headline: revisions.headline,
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .where(inArray(articles.id, articleIds))
  return new Map(rows.map((row) => [row.id, row]))
}
