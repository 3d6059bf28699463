import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { articles, revisions } from '../articles/schema'
import { db } from '../client'
import { type DeliveryStatus, deliveryStatuses } from '../deliveries/rules'
import { deliveries } from '../deliveries/schema'
import { nameIn } from '../newsletters/newsletter-name'
import { newsletters } from '../newsletters/schema'
import { subscribers } from '../subscribers/schema'
import { type EditionReport, failureReasonOf, failureReasons, type LinkReport } from './report-rules'
import type { Attention } from './rules'
import { editionLinks, linkClicks, newsletterEditions } from './schema'

/** What became of a newsletter edition's mails; null for an unknown one. Numbers alone: nothing in it is about a person. */
export async function findReport(editionId: string, language: string): Promise<EditionReport | null> {
  const [edition] = await db
    .select({
      newsletterName: nameIn(language),
      countsClicks: newsletters.countsClicks,
      number: newsletterEditions.number,
      subject: newsletterEditions.subject,
      status: newsletterEditions.status,
      attention: newsletterEditions.attention,
      frozenAt: newsletterEditions.frozenAt,
      endedAt: newsletterEditions.endedAt,
      frozen: newsletterEditions.frozenCount,
      exclusions: newsletterEditions.exclusions,
    })
    .from(newsletterEditions)
    .innerJoin(newsletters, eq(newsletters.id, newsletterEditions.newsletterId))
    .where(eq(newsletterEditions.id, editionId))
  if (!edition) return null
  const [counts, links] = await Promise.all([countDeliveries(editionId), listLinks(editionId)])
  const { frozen, exclusions, ...rest } = edition
  return {
    editionId,
    ...rest,
    frozen: frozen ?? 0,
    exclusions: exclusions ?? { paused: 0, suppressed: 0, repeated: 0 },
    ...counts,
    links,
  }
}

/** One reading of the ledger, so that all its numbers are of the same moment. */
async function countDeliveries(editionId: string) {
  const rows = await db
    .select({
      status: deliveries.status,
      skip: deliveries.skip,
      enhancedCode: sql<string | null>`case when ${deliveries.status} = 'failed' then ${deliveries.enhancedCode} end`,
      bounce: deliveries.bounce,
      hasComplained: sql<boolean>`${deliveries.complainedAt} is not null`,
      hasLeft: sql<boolean>`${deliveries.leftAt} is not null`,
      count: sql<number>`count(*)::int`,
    })
    .from(deliveries)
    .where(eq(deliveries.editionId, editionId))
    .groupBy(sql`1, 2, 3, 4, 5, 6`)
  const count = (isMeant: (row: (typeof rows)[number]) => boolean) =>
    rows.reduce((sum, row) => (isMeant(row) ? sum + row.count : sum), 0)
  const statuses = Object.fromEntries(deliveryStatuses.map((status) => [status, count((row) => row.status === status)]))
  const skips = [...new Set(rows.flatMap(({ skip }) => skip ?? []))].sort()
  return {
    statuses: { ...noStatuses, ...statuses },
    failures: failureReasons
      .map((reason) => ({
        reason,
        count: count(({ status, enhancedCode }) => status === 'failed' && failureReasonOf(enhancedCode) === reason),
      }))
      .filter((one) => one.count > 0),
    skips: skips.map((reason) => ({ reason, count: count(({ skip }) => skip === reason) })),
    bounced: { hard: count(({ bounce }) => bounce === 'hard'), soft: count(({ bounce }) => bounce === 'soft') },
    complained: count(({ hasComplained }) => hasComplained),
    left: count(({ hasLeft }) => hasLeft),
  }
}

const noStatuses: Record<DeliveryStatus, number> = {
  queued: 0,
  leased: 0,
  sending: 0,
  sent: 0,
  failed: 0,
  uncertain: 0,
  closed: 0,
  skipped: 0,
  cancelled: 0,
}

async function listLinks(editionId: string): Promise<LinkReport[]> {
  const sum = (column: typeof linkClicks.clicks | typeof linkClicks.filtered) => sql<number>`coalesce(sum(${column}), 0)::int`
  return db
    .select({
      position: editionLinks.position,
      url: editionLinks.url,
      clicks: sum(linkClicks.clicks),
      filtered: sum(linkClicks.filtered),
    })
    .from(editionLinks)
    .leftJoin(linkClicks, and(eq(linkClicks.editionId, editionLinks.editionId), eq(linkClicks.position, editionLinks.position)))
    .where(eq(editionLinks.editionId, editionId))
    .groupBy(editionLinks.position, editionLinks.url)
    .orderBy(asc(editionLinks.position))
}

/** A mail of which nobody knows whether it was sent. `address` is null once its subscriber was erased. */
export type UncertainDelivery = {
  id: number
  address: string | null
  subscriberId: string
  sendingAt: Date | null
  reply: string
}

/** The uncertain mails of an edition, oldest first, as many as somebody looks through at once. */
export async function listUncertain(editionId: string, limit = 200): Promise<UncertainDelivery[]> {
  return db
    .select({
      id: deliveries.id,
      address: subscribers.address,
      subscriberId: deliveries.subscriberId,
      sendingAt: deliveries.sendingAt,
      reply: sql<string>`coalesce(${deliveries.reply}, '')`,
    })
    .from(deliveries)
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(and(eq(deliveries.editionId, editionId), eq(deliveries.status, 'uncertain')))
    .orderBy(asc(deliveries.id))
    .limit(limit)
}

/** The headlines at the desk of the articles that stopped an edition, by id; none where it was something else. */
export async function listHeadlines(attention: Attention | null): Promise<Record<string, string>> {
  if (attention?.kind !== 'items' || attention.items.length === 0) return {}
  const ids = attention.items.map(({ articleId }) => articleId)
  const rows = await db
    .select({ id: articles.id, headline: revisions.headline })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .where(inArray(articles.id, ids))
  return Object.fromEntries(rows.map(({ id, headline }) => [id, headline]))
}
