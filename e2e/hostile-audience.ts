import { sql } from 'drizzle-orm'
import { db } from '../db/client'
import type { DomainFindings } from '../db/sending-domains/rules'
import type { ImportCounts } from '../db/subscribers/import-rules'
import { hostile, hostileAddress } from './hostile-words'

/** A subscriber, and all that is known of them, with hostile words wherever somebody else's words are kept. */
export async function pourAudience(editionId: string): Promise<void> {
  const words = (most: number) => sql`${hostile(most, { isLine: true })}::text`
  const [subscriber] = await db.execute<{ id: string }>(sql`
    insert into subscribers (address, address_hash, status, language, confirmed_at)
    values (${words(200)}, sha256('hostile'), 'active', 'en', now()) returning id`)
  const id = subscriber?.id ?? ''
  const newsletter = sql`(select newsletter_id from newsletter_editions where id = ${editionId})`
  await db.execute(sql`
    insert into subscriptions (subscriber_id, newsletter_id, status, source, source_path, confirmed_at)
    values (${id}, ${newsletter}, 'active', 'article', ${words(200)}, now())`)
  const [consent] = await db.execute<{ id: string }>(sql`
    insert into consent_texts (language, sha256, body) values ('en', 'hostile', ${words(500)}) returning id`)
  const details = JSON.stringify({ how: hostile(100, { isLine: true }) })
  await db.execute(sql`
    insert into consent_events (address_hash, kind, newsletter_id, consent_text_id, language, source_path, details)
    values (sha256('hostile'), 'requested', ${newsletter}, ${consent?.id}, 'en', ${words(200)}, ${details}::jsonb)`)
  await db.execute(sql`
    insert into subscriber_requests (kind, address, address_hash, language, newsletter_ids, source, source_path, consent_text_id)
    values ('subscription', ${words(200)}, sha256('hostile'), 'en', array[${newsletter}], 'article', ${words(200)}, ${consent?.id})`)
  await pourDeliveries(editionId, id)
  await pourImport(newsletter)
  const finding = { state: 'wrong', name: hostile(100), record: hostile(200), wanted: hostile(200), reason: 'several' } as const
  const found: DomainFindings = { spf: finding, dkim: finding, dmarc: finding }
  const findings = JSON.stringify(found)
  await db.execute(
    sql`insert into sending_domains (domain, checked_at, findings) values ('hostile.example', now(), ${findings}::jsonb)`,
  )
}

async function pourDeliveries(editionId: string, subscriberId: string) {
  const words = (most: number) => sql`${hostile(most, { isLine: true })}::text`
  await db.execute(sql`
    insert into deliveries (edition_id, subscriber_id, address_hash, language, status, next_at, sending_at, reply_code, enhanced_code, reply)
    values (${editionId}, ${subscriberId}, sha256('hostile'), 'en', 'uncertain', now(), now(), 250, ${words(100)}, ${words(300)})`)
  await db.execute(sql`
    insert into delivery_reports (source, external_id, kind, enhanced_code, words, is_known, details)
    values ('mailbox', ${words(100)}, 'other', ${words(100)}, ${words(300)}, false, jsonb_build_object('said', ${words(200)}))`)
  await db.execute(sql`insert into edition_links (edition_id, position, url) values (${editionId}, 1, ${hostileAddress})`)
}

async function pourImport(newsletter: ReturnType<typeof sql>) {
  const counts: ImportCounts = { lines: 1, added: 1, alreadyThere: 0, left: 0, suppressed: 0, erased: 0, repeated: 0, faulty: 1 }
  const [made] = await db.execute<{ id: string }>(sql`
    insert into subscriber_imports (newsletter_id, evidence, counts, created_by_id)
    values (${newsletter}, ${hostile(500)}, ${JSON.stringify(counts)}::jsonb, gen_random_uuid()) returning id`)
  await db.execute(sql`
    insert into subscriber_import_rows (import_id, line, address, address_hash, language)
    values (${made?.id}, 1, ${hostile(200, { isLine: true })}, sha256('hostile'), 'en')`)
}
