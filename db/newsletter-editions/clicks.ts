import { and, eq, sql } from 'drizzle-orm'
import { dayOf } from '../../lib/days'
import { db, type Transaction } from '../client'
import { countTurns, takeTurn } from '../limits/commands'
import { networkOf } from '../people/rules'
import { findSettings } from '../settings/queries'
import { isByProgram, type LinkVisit, linkScan } from './rules'
import { editionLinks, linkClicks } from './schema'

type Place = { editionId: string; position: number }

/** How many clicks are added to a link, or taken from it, as people's and as programs'. */
type Change = Place & { clicks: number; filtered: number }

/**
 * Where a link of an edition leads; null for one that there is not. The click is counted for its day. Once many links are followed from one
 * network within a minute, all of these count as a program's, those before too. Of whoever followed it nothing is kept but, for that minute, the
 * keyed hash of the network.
 */
export async function followLink(place: Place, visit: LinkVisit & { address: string }, now: Date): Promise<string | null> {
  const links = await db
    .select({ position: editionLinks.position, url: editionLinks.url })
    .from(editionLinks)
    .where(eq(editionLinks.editionId, place.editionId))
  const link = links.find(({ position }) => position === place.position)
  if (!link) return null
  const day = dayOf(now, (await findSettings()).timeZone)
  await db.transaction(async (tx) => {
    const positions = links.map(({ position }) => position)
    const changes = isByProgram(visit)
      ? [{ ...place, clicks: 0, filtered: 1 }]
      : await judge(tx, place, { positions, network: networkOf(visit.address) }, now)
    // Everybody in one order: two at once wait for each other, and no longer.
    for (const change of changes.sort((one, other) => one.position - other.position)) await count(tx, change, day)
  })
  return link.url
}

async function judge(
  tx: Transaction,
  place: Place,
  { positions, network }: { positions: readonly number[]; network: string },
  now: Date,
): Promise<Change[]> {
  const { editionId } = place
  const keyOf = (position: number) => `newsletter-click ${editionId} ${network} ${position}`
  // One after the other, or two that make the third between them would both miss it.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(0)}, 0))`)
  await takeTurn(tx, keyOf(place.position), { most: 1, seconds: linkScan.seconds }, now)
  const counts = await countTurns(tx, positions.map(keyOf), now)
  const followed = positions.flatMap((position, at) => ({ position, times: counts[at] ?? 0 })).filter(({ times }) => times > 0)
  const isFirst = followed.some(({ position, times }) => position === place.position && times === 1)
  if (followed.length < linkScan.links) return [{ ...place, clicks: 1, filtered: 0 }]
  const own = { ...place, clicks: 0, filtered: 1 }
  if (followed.length > linkScan.links || !isFirst) return [own]
  const before = followed.filter(({ position }) => position !== place.position)
  return [own, ...before.map(({ position, times }) => ({ editionId, position, clicks: -times, filtered: times }))]
}

/** What is taken back was counted within the minute; around midnight it may have been another day's, and stays there. */
async function count(tx: Transaction, { editionId, position, clicks, filtered }: Change, day: string): Promise<void> {
  const isTakenBack = clicks < 0
  if (isTakenBack) {
    await tx
      .update(linkClicks)
      .set({ clicks: sql`greatest(${linkClicks.clicks} + ${clicks}, 0)`, filtered: sql`${linkClicks.filtered} + ${filtered}` })
      .where(and(eq(linkClicks.editionId, editionId), eq(linkClicks.position, position), eq(linkClicks.day, day)))
    return
  }
  await tx
    .insert(linkClicks)
    .values({ editionId, position, day, clicks, filtered })
    .onConflictDoUpdate({
      target: [linkClicks.editionId, linkClicks.position, linkClicks.day],
      set: { clicks: sql`${linkClicks.clicks} + ${clicks}`, filtered: sql`${linkClicks.filtered} + ${filtered}` },
    })
}
