import { and, eq, gt, inArray, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import { isLanguage, rootLanguage } from '../../lib/languages'
import { db, type Transaction } from '../client'
import { askToConfirm } from './ask-to-confirm'
import { keepConsentText } from './consent'
import { judgedRows } from './import-judgement'
import { askedAnHour, undecidedDays } from './import-rules'
import { subscriberImportRows, subscriberImports } from './import-schema'
import { consentEvents, subscribers, subscriptions } from './schema'

const hour = 3_600_000
/** Asked in one transaction. */
const portion = 50

/**
 * Asks those who were imported and have not been asked, `askedAnHour` an hour over all imports, each once; whoever left, or is not to be written to,
 * is passed over. An import all of whose people have been asked is done, and one that nobody decided about is forgotten. Gives how many were asked.
 */
export async function askImported(now: Date): Promise<number> {
  await endImports(now)
  const waiting = await db
    .select({ id: subscriberImports.id })
    .from(subscriberImports)
    .where(eq(subscriberImports.status, 'approved'))
    .orderBy(subscriberImports.createdAt)
  let asked = 0
  for (const { id } of waiting) {
    for (;;) {
      const { done, count } = await db.transaction((tx) => askSome(tx, id, now))
      asked += count
      if (done) break
    }
  }
  return asked
}

/** Chosen at random; held while some are asked, so that two who do it at once keep to one limit. */
const askingLock = 1_170_283_944

async function askSome(tx: Transaction, importId: string, now: Date): Promise<{ done: boolean; count: number }> {
  await tx.execute(sql`select pg_advisory_xact_lock(${askingLock})`)
  const [held] = await tx
    .select()
    .from(subscriberImports)
    .where(and(eq(subscriberImports.id, importId), eq(subscriberImports.status, 'approved')))
    .for('no key update')
  const left = askedAnHour - (await askedWithin(tx, new Date(now.getTime() - hour)))
  if (!held || left <= 0) return { done: true, count: 0 }
  const rows = await tx
    .select()
    .from(subscriberImportRows)
    .where(and(eq(subscriberImportRows.importId, importId), isNull(subscriberImportRows.askedAt)))
    .orderBy(subscriberImportRows.line)
    .limit(Math.min(left, portion))
  let count = 0
  for (const row of rows) if (await askOne(tx, held, row, now)) count++
  return { done: rows.length === 0, count }
}

type Import = typeof subscriberImports.$inferSelect
type Row = typeof subscriberImportRows.$inferSelect

async function askOne(tx: Transaction, held: Import, row: Row, now: Date): Promise<boolean> {
  const { newsletterId, evidence, createdById: personId } = held
  const { addressHash, address, language } = row
  if (!address) return false
  await tx.insert(subscribers).values({ address, addressHash, language, createdAt: now }).onConflictDoNothing()
  await tx.select({ id: subscribers.id }).from(subscribers).where(eq(subscribers.addressHash, addressHash)).for('no key update')
  const [judged] = await tx.execute<{ verdict: string; subscriberId: string }>(sql`
    select j.verdict, j.subscriber_id as "subscriberId" from ${judgedRows(held.id)} j where j.id = ${row.id}`)
  const isAsked = judged?.verdict === 'added'
  // A row that is passed over has had its turn as well; it counts for nobody's hour.
  if (!isAsked || !judged) {
    await tx.delete(subscriberImportRows).where(eq(subscriberImportRows.id, row.id))
    return false
  }
  const { subscriberId } = judged
  const consentTextId = await keepConsentText('en', evidence, tx)
  await tx.insert(subscriptions).values({ subscriberId, newsletterId, source: 'import', requestedAt: now })
  const details = { importId: held.id }
  await tx
    .insert(consentEvents)
    .values({ at: now, addressHash, kind: 'imported', newsletterId, consentTextId, language, personId, details })
  const spoken = isLanguage(language) ? language : rootLanguage
  await askToConfirm(
    tx,
    { subscriberId, address, addressHash, language: spoken, newsletterIds: [newsletterId], consentTextId },
    now,
  )
  await tx.update(subscriberImportRows).set({ askedAt: now, subscriberId }).where(eq(subscriberImportRows.id, row.id))
  return true
}

async function askedWithin(tx: Transaction, since: Date): Promise<number> {
  return tx.$count(subscriberImportRows, gt(subscriberImportRows.askedAt, since))
}

/** Ends imports with nobody left to be asked, an hour after the last was: until then their rows tell how many the hour has had. */
async function endImports(now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const stillCounts = tx
      .select({ one: sql`1` })
      .from(subscriberImportRows)
      .where(
        and(
          eq(subscriberImportRows.importId, subscriberImports.id),
          or(isNull(subscriberImportRows.askedAt), gt(subscriberImportRows.askedAt, new Date(now.getTime() - hour))),
        ),
      )
    const done = await tx
      .update(subscriberImports)
      .set({ status: 'done', endedAt: now })
      .where(and(eq(subscriberImports.status, 'approved'), notExists(stillCounts)))
      .returning({ id: subscriberImports.id })
    const forgotten = await tx
      .update(subscriberImports)
      .set({ status: 'discarded', endedAt: now })
      .where(
        and(
          eq(subscriberImports.status, 'read'),
          lt(subscriberImports.createdAt, new Date(now.getTime() - undecidedDays * 24 * hour)),
        ),
      )
      .returning({ id: subscriberImports.id })
    const ended = [...done, ...forgotten].map(({ id }) => id)
    if (ended.length > 0) await tx.delete(subscriberImportRows).where(inArray(subscriberImportRows.importId, ended))
  })
}
