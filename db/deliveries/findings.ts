import { and, eq, inArray, sql } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { subscribers } from '../subscribers/schema'
import { suppress } from '../subscribers/suppress'
import { type Finding, isDeadAddress, nextAttemptAt, type ServerReply } from './rules'
import { deliveries } from './schema'

/** What was found out about a delivery, at which of its attempts (counted from 1). */
export type Found = { id: number; attempt: number; finding: Finding }

/** As long as a server's words are kept. */
const longestWords = 300

/**
 * Writes down, in one transaction, what a sender found out about deliveries it holds. What has been taken from it meanwhile is no longer its own to
 * decide; but that one was sent after all counts, also when it was taken for uncertain.
 */
export async function recordFindings(senderId: string, found: readonly Found[], now: Date): Promise<void> {
  if (found.length === 0) return
  const rows = found.map(({ id, attempt, finding }) => ({ id, ...changeOf(finding, attempt, now) }))
  await db.transaction(async (tx) => {
    const dead = await holdDead(tx, senderId, found)
    await tx.execute(sql`
      update deliveries d set
        status = f.status,
        attempts = case when f.is_attempt then d.attempts + 1 else d.attempts end,
        next_at = coalesce(f.next_at, d.next_at),
        lease_ends_at = null,
        ended_at = case when f.status in ('sent', 'failed') then ${now.toISOString()}::timestamptz end,
        reply_code = coalesce(f.code, d.reply_code),
        enhanced_code = coalesce(f.enhanced, d.enhanced_code),
        reply = coalesce(f.words, d.reply),
        provider_reference = coalesce(f.reference, d.provider_reference)
      from json_to_recordset(${JSON.stringify(rows)}::json) as f (
        id bigint, status delivery_status, is_attempt boolean, next_at timestamptz, code smallint, enhanced text, words text, reference text
      )
      where d.id = f.id and d.sender_id = ${senderId}
        and (d.status in ('leased', 'sending') or (d.status = 'uncertain' and f.status = 'sent'))
    `)
    for (const { id, addressHash } of dead) {
      await tx.update(deliveries).set({ bounce: 'hard', bouncedAt: now }).where(eq(deliveries.id, id))
      // An address that takes no mail is not written to again, by any newsletter.
      await suppress(tx, { addressHash, reason: 'hard_bounce', deliveryId: id }, now)
    }
  })
}

function changeOf(finding: Finding, attempt: number, now: Date) {
  switch (finding.kind) {
    case 'sent':
      return { status: 'sent', is_attempt: true, ...replied(finding.reply), reference: referenceIn(finding.reply) }
    case 'refused':
      return { status: 'failed', is_attempt: true, ...replied(finding.reply) }
    case 'uncertain':
      return { status: 'uncertain', is_attempt: true, ...replied(finding.reply) }
    case 'put-off': {
      const nextAt = nextAttemptAt(attempt, now)
      return { status: nextAt ? 'queued' : 'failed', is_attempt: true, next_at: nextAt, ...replied(finding.reply) }
    }
    case 'released':
      return { status: 'queued', is_attempt: false, next_at: finding.at }
  }
}

function replied({ code, enhanced, words }: ServerReply) {
  return { code, enhanced, words: words.slice(0, longestWords) }
}

/** What a server calls the mail it took, as most say it: "queued as 1234", "Ok 0100…-000000". */
function referenceIn({ words }: ServerReply): string | null {
  const [, named, bare] = /(?:queued|taken|accepted) as <?([\w.-]{4,100})|\bOk:? <?(?=\S*\d)([\w.-]{6,100})/i.exec(words) ?? []
  return named ?? bare ?? null
}

/** Addresses that take no mail; their subscribers are held before anything is written, as whoever leaves or is erased holds them first, too. */
async function holdDead(
  tx: Transaction,
  senderId: string,
  found: readonly Found[],
): Promise<{ id: number; addressHash: string }[]> {
  const dead = found.flatMap(({ id, finding }) => (finding.kind === 'refused' && isDeadAddress(finding.reply) ? [id] : []))
  if (dead.length === 0) return []
  const rows = await tx
    .select({ id: deliveries.id, addressHash: deliveries.addressHash, subscriberId: deliveries.subscriberId })
    .from(deliveries)
    .where(and(inArray(deliveries.id, dead), eq(deliveries.senderId, senderId)))
  const held = rows.map(({ subscriberId }) => subscriberId).sort()
  await tx
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(inArray(subscribers.id, held))
    .orderBy(subscribers.id)
    .for('no key update')
  return rows
}
