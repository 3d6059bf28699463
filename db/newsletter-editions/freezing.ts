import { and, eq, isNull, sql } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { db, type Transaction } from '../client'
import { announce } from '../notices/commands'
import { settings } from '../settings/schema'
import type { CountedLink } from './counted-links'
import type { Attention, Exclusions } from './rules'
import { editionItems, editionLinks, editionRenderings, newsletterEditions } from './schema'

/** An edition as it was drawn: for each language of the frame, where its counted links lead, and which revision of each article it shows. */
export type DrawnEdition = {
  renderings: { language: string; subject: string; html: string; text: string }[]
  links: CountedLink[]
  shown: { articleId: string; revisionId: string }[]
  /** Articles of its items that readers may not see any more. */
  leftOut: string[]
}

/** As long as writing down an audience of millions may take. */
const patience = sql`set local statement_timeout = '10min'`

/** The zone where a time of day comes first. */
const firstZone = 'Pacific/Kiritimati'

/** Takes scheduled editions whose moment has come; gives the ids of those that now have to be drawn and frozen, these and earlier ones. */
export async function listToFreeze(now: Date): Promise<string[]> {
  const moment = now.toISOString()
  const rows = await db.execute<{ id: string }>(sql`
    with zone as (select coalesce((select value ->> 'timeZone' from ${settings}), 'UTC') as name), due as (
      update newsletter_editions e set status = 'freezing', updated_at = ${moment}
      from zone
      where e.status = 'scheduled' and case e.timing
        when 'absolute' then e.send_at
        else (e.send_at at time zone zone.name) at time zone ${firstZone}
      end <= ${moment}::timestamptz
      returning e.id
    )
    select id from due union select id from newsletter_editions where status = 'freezing'
  `)
  return rows.map(({ id }) => id)
}

/**
 * Freezes an edition in one transaction: what it says, and to whom it goes. From then on nobody is added. One that was frozen before, and has been
 * drawn again, keeps its audience.
 */
export async function freezeEdition(
  editionId: string,
  version: number,
  drawn: DrawnEdition,
  now: Date,
): Promise<'frozen' | 'drawn-again' | 'moved-on'> {
  return db.transaction(async (tx) => {
    await tx.execute(patience)
    const isOurs = and(
      eq(newsletterEditions.id, editionId),
      eq(newsletterEditions.status, 'freezing'),
      eq(newsletterEditions.version, version),
    )
    const [edition] = await tx.select().from(newsletterEditions).where(isOurs).for('update')
    if (!edition) return 'moved-on'
    await keepDrawn(tx, editionId, drawn, now)
    await announce(tx, 'change', [tagOf.newsletterArchive(edition.newsletterId)])
    const htmlBytes = Math.max(...drawn.renderings.map(({ html }) => Buffer.byteLength(html)))
    const common = { htmlBytes, status: 'sending' as const, attention: null, drawnAt: now, updatedAt: now }
    if (edition.frozenAt) {
      await tx.update(newsletterEditions).set(common).where(isOurs)
      return 'drawn-again'
    }
    const { frozenCount, exclusions } = await writeAudience(tx, edition, drawn, now)
    await tx
      .update(newsletterEditions)
      .set({ ...common, frozenAt: now, frozenCount, exclusions, datedAt: now, startedAt: now })
      .where(isOurs)
    return 'frozen'
  })
}

/** Stops an edition, before or while it is sent, with the reason. */
export async function stopEdition(editionId: string, attention: Attention, now: Date): Promise<void> {
  await db
    .update(newsletterEditions)
    .set({ status: 'paused', attention, updatedAt: now })
    .where(and(eq(newsletterEditions.id, editionId), sql`${newsletterEditions.status} in ('freezing', 'sending')`))
}

async function keepDrawn(tx: Transaction, editionId: string, { renderings, links, shown, leftOut }: DrawnEdition, now: Date) {
  await tx.delete(editionRenderings).where(eq(editionRenderings.editionId, editionId))
  await tx.insert(editionRenderings).values(renderings.map((rendering) => ({ editionId, ...rendering })))
  // A link that was sent keeps its place, whatever is drawn later.
  if (links.length > 0)
    await tx
      .insert(editionLinks)
      .values(links.map((link) => ({ editionId, ...link })))
      .onConflictDoNothing()
  for (const { articleId, revisionId } of shown)
    await tx
      .update(editionItems)
      .set({ revisionId })
      .where(and(eq(editionItems.editionId, editionId), eq(editionItems.articleId, articleId)))
  for (const articleId of leftOut)
    await tx
      .update(editionItems)
      .set({ leftOutAt: now })
      .where(and(eq(editionItems.editionId, editionId), eq(editionItems.articleId, articleId), isNull(editionItems.leftOutAt)))
}

type Edition = typeof newsletterEditions.$inferSelect

async function writeAudience(tx: Transaction, edition: Edition, { renderings }: DrawnEdition, now: Date) {
  const moment = sql`${now.toISOString()}::timestamptz`
  const languages = sql.param(`{${renderings.map(({ language }) => language).join(',')}}`)
  const subscribed = subscribedTo(edition)
  const isPaused = sql`coalesce(s.paused_until > ${moment}, false)`
  const isSuppressed = sql`exists (
    select from suppressions p
    where p.address_hash = s.address_hash and (p.newsletter_id is null or p.newsletter_id = ${edition.newsletterId})
  )`
  const written = await tx.execute(sql`
    insert into deliveries (edition_id, subscriber_id, address_hash, language, next_at)
    select ${edition.id}, s.id, s.address_hash,
      case when s.language = any(${languages}::text[]) then s.language else ${renderings[0]?.language ?? ''} end,
      ${nextAtOf(edition, moment)}
    from ${subscribed}
    where not ${isPaused} and not ${isSuppressed}
    on conflict do nothing
  `)
  const [left] = await tx.execute<{ paused: number; suppressed: number }>(sql`
    select count(*) filter (where ${isPaused})::int as paused, count(*) filter (where not ${isPaused})::int as suppressed
    from ${subscribed} where ${isPaused} or ${isSuppressed}
  `)
  const [all] = await tx.execute<{ count: number }>(sql`select count(*)::int as count from ${subscribed}`)
  const { paused = 0, suppressed = 0 } = left ?? {}
  const exclusions: Exclusions = { paused, suppressed, repeated: (all?.count ?? 0) - written.count - paused - suppressed }
  return { frozenCount: written.count, exclusions }
}

/** Everybody who is subscribed; of a correction, those of them who were sent what it corrects, or may have been. */
function subscribedTo({ newsletterId, kind, correctsId, timing }: Edition) {
  const wasSent = sql`join deliveries was on was.edition_id = ${correctsId} and was.subscriber_id = s.id and was.status in ('sent', 'uncertain', 'closed')`
  return sql`subscriptions x
    join subscribers s on s.id = x.subscriber_id and s.status = 'active'
      and x.newsletter_id = ${newsletterId} and x.status = 'active'
    ${kind === 'correction' ? wasSent : sql``}
    ${timing === 'recipient' ? zones : sql``}`
}

const zones = sql`
  cross join (select coalesce((select value ->> 'timeZone' from ${settings}), 'UTC') as name) zone
  left join (select name from pg_timezone_names) z on z.name = s.time_zone`

/** Now, or the same time of day where the recipient is; zones that the database does not know count as the publication's. */
function nextAtOf({ timing, sendAt }: Edition, moment: ReturnType<typeof sql>) {
  if (timing === 'absolute' || !sendAt) return moment
  return sql`greatest(${moment}, (${sendAt.toISOString()}::timestamptz at time zone zone.name) at time zone coalesce(z.name, zone.name))`
}
