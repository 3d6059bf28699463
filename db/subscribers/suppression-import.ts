import { sql } from 'drizzle-orm'
import { db } from '../client'
import { record } from '../events/commands'
import { decide } from '../people/rights'
import type { Actor } from '../people/rules'
import { addressHashInHex } from './addresses'
import type { FileFault } from './import-rules'
import { bePatient } from './patience'
import { type ImportLine, readImportFile } from './read-import'

export type SuppressionsImported =
  | { outcome: 'imported'; added: number; before: number; faulty: number }
  | { outcome: 'refused'; fault: FileFault; line: number | null }
  | { outcome: 'not-allowed' | 'ask-again' }

/** Puts every address of a file on the list of those who are not written to, and ends what they receive; of the addresses only hashes are kept. */
export async function importSuppressions(actor: Actor, bytes: Buffer, now: Date): Promise<SuppressionsImported> {
  const decision = decide(actor, 'audience.change', now)
  if (decision !== 'allowed') return { outcome: decision }
  const file = readImportFile(bytes, now)
  if (!file.ok) return { outcome: 'refused', fault: file.fault, line: file.line }
  const sound = file.lines.filter((line): line is ImportLine => !('fault' in line))
  const hashes = [...new Set(sound.map(({ address }) => addressHashInHex(address.normal)))]
  return db.transaction(async (tx) => {
    await bePatient(tx)
    await tx.execute(sql`
      create temporary table unwanted on commit drop as
        select decode(hash, 'hex') as address_hash from json_array_elements_text(${JSON.stringify(hashes)}::json) hash`)
    await tx.execute(sql`analyze unwanted`)
    await tx.execute(sql`
      select s.id from subscribers s where s.address_hash in (select address_hash from unwanted) order by s.id for no key update`)
    const at = sql`${now.toISOString()}::timestamptz`
    const [written] = await tx.execute<{ count: number }>(sql`
      with written as (
        insert into suppressions (address_hash, reason, person_id, created_at)
        select address_hash, 'staff', ${actor.personId}::uuid, ${at} from unwanted order by address_hash
        on conflict do nothing returning address_hash),
      noted as (
        insert into consent_events (at, address_hash, kind, language, person_id, details)
        select ${at}, w.address_hash, 'suppressed', coalesce(s.language, 'en'), ${actor.personId}::uuid, '{"reason":"staff","imported":true}'
        from written w left join subscribers s on s.address_hash = w.address_hash)
      select count(*)::int as count from written`)
    await tx.execute(sql`
      with ended as (
        update subscriptions b set status = 'ended', ended_at = ${at}, "end" = 'staff'
        from subscribers s join unwanted u on u.address_hash = s.address_hash
        where b.subscriber_id = s.id and b.status <> 'ended'
        returning b.newsletter_id, s.address_hash, s.language)
      insert into consent_events (at, address_hash, kind, newsletter_id, language, person_id, details)
      select ${at}, address_hash, 'left', newsletter_id, language, ${actor.personId}::uuid, '{"end":"staff"}' from ended`)
    const added = written?.count ?? 0
    await record(tx, actor, { action: 'suppression.imported', subjectId: null, at: now, details: { added } })
    return { outcome: 'imported', added, before: hashes.length - added, faulty: file.lines.length - sound.length }
  })
}
