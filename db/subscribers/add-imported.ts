import { sql } from 'drizzle-orm'
import type { Transaction } from '../client'
import { keepConsentText } from './consent'
import { countVerdicts, judgedRows } from './import-judgement'

type Import = { id: string; newsletterId: string; evidence: string; personId: string }

/**
 * Makes everybody in an import who confirmed elsewhere a subscriber, as part of the caller's transaction, but for those who are not to be written to
 * or left. Whoever leaves, is suppressed or erased in the meantime comes before it or after it, and in both cases stays out.
 */
export async function addImported(tx: Transaction, { id, newsletterId, evidence, personId }: Import, now: Date) {
  const at = now.toISOString()
  await tx.execute(sql`
    insert into subscribers (address, address_hash, language, created_at)
    select j.address, j.address_hash, j.language, ${at}::timestamptz
    from ${judgedRows(id)} j where j.verdict = 'added' and j.subscriber_id is null
    on conflict (address_hash) do nothing`)
  // Whoever changes one of these people or subscribes them waits or is waited for: what is read below holds until the end.
  await tx.execute(sql`
    select s.id from subscribers s
    where s.address_hash in (select r.address_hash from subscriber_import_rows r where r.import_id = ${id}::uuid)
    order by s.id for update`)
  await tx.execute(sql`analyze subscribers`)
  await tx.execute(sql`lock table suppressions in share mode`)
  const counts = await countVerdicts(tx, id)
  const consentTextId = await keepConsentText('en', evidence, tx)
  // With figures of its own, so that Postgres does not take a file of thousands for one of a few.
  await tx.execute(sql`
    create temporary table added on commit drop as
      select j.address_hash, j.language, j.subscriber_id, j.confirmed_at from ${judgedRows(id)} j where j.verdict = 'added'`)
  await tx.execute(sql`analyze added`)
  await tx.execute(sql`
    insert into subscriptions (subscriber_id, newsletter_id, status, source, requested_at, confirmed_at)
    select subscriber_id, ${newsletterId}::uuid, 'active', 'import', ${at}::timestamptz, coalesce(confirmed_at, ${at}::timestamptz)
    from added`)
  await tx.execute(sql`
    update subscribers s set status = 'active', confirmed_at = coalesce(s.confirmed_at, a.confirmed_at, ${at}::timestamptz)
    from added a where s.id = a.subscriber_id and s.status = 'pending'`)
  await tx.execute(sql`
    insert into consent_events (at, address_hash, kind, newsletter_id, consent_text_id, language, person_id, details)
    select ${at}::timestamptz, address_hash, 'imported', ${newsletterId}::uuid, ${consentTextId}::uuid, language, ${personId}::uuid,
      jsonb_build_object('importId', ${id}::text, 'confirmedAt', confirmed_at)
    from added`)
  return counts
}
