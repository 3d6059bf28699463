import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '../client'
import type { ImportCounts } from './import-rules'

type Verdict = 'added' | 'alreadyThere' | 'left' | 'suppressed' | 'erased'

/**
 * What becomes of a row of an import, as SQL over `r` (the row), `s` (who has that address, or nothing) and `b` (their subscription to the
 * newsletter, or nothing). The one place that decides it, so that what is shown before is what is done after: whoever is not to be written to, or
 * ever left, is not brought back.
 */
const verdict = sql`case
  when s.status = 'erased' or exists (
    select from suppressions x where x.address_hash = r.address_hash and x.reason = 'erased') then 'erased'
  when exists (
    select from suppressions x
    where x.address_hash = r.address_hash and (x.newsletter_id is null or x.newsletter_id = i.newsletter_id)) then 'suppressed'
  when b.status = 'ended' or exists (
    select from consent_events c
    where c.address_hash = r.address_hash and c.newsletter_id = i.newsletter_id and c.kind = 'left'
      and b.status is null) then 'left'
  when b.status is not null then 'alreadyThere'
  else 'added' end`

/** The rows of an import that nobody has been asked about, each with its verdict, for the `from` of a statement. */
export function judgedRows(importId: string): SQL {
  return sql`(
    select r.id, r.address, r.address_hash, r.language, r.confirmed_at, s.id as subscriber_id, ${verdict} as verdict
    from subscriber_import_rows r
    join subscriber_imports i on i.id = r.import_id
    left join subscribers s on s.address_hash = r.address_hash
    left join subscriptions b on b.subscriber_id = s.id and b.newsletter_id = i.newsletter_id
    where r.import_id = ${importId}::uuid and r.asked_at is null)`
}

/** How many rows of an import have each verdict, as things stand for the caller's transaction. */
export async function countVerdicts(tx: Transaction, importId: string): Promise<Pick<ImportCounts, Verdict>> {
  const rows = await tx.execute<{ verdict: Verdict; count: number }>(sql`
    select j.verdict, count(*)::int as count from ${judgedRows(importId)} j group by j.verdict`)
  const counts = { added: 0, alreadyThere: 0, left: 0, suppressed: 0, erased: 0 }
  for (const { verdict: kind, count } of rows) counts[kind] = count
  return counts
}
