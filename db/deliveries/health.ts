import { sql } from 'drizzle-orm'
import type { Reader } from '../client'
import type { Health } from './rules'

/** How an edition fares, counted from what went wrong and what still waits: cheap, however large its audience. */
export async function healthOf(reader: Reader, editionId: string): Promise<Health> {
  const [row] = await reader.execute<{ frozen: number; waiting: number; refused: number; complained: number }>(sql`
    select coalesce(e.frozen_count, 0) as frozen,
      (select count(*)::int from deliveries d where d.edition_id = e.id and d.status = 'queued')
        + (select count(*)::int from deliveries d where d.edition_id = e.id and d.status in ('leased', 'sending')) as waiting,
      h.refused, h.complained
    from newsletter_editions e cross join lateral (
      select count(*) filter (where d.status = 'failed' or d.bounce = 'hard')::int as refused, count(d.complained_at)::int as complained
      from deliveries d
      where d.edition_id = e.id and (d.status = 'failed' or d.bounced_at is not null or d.complained_at is not null)
    ) h
    where e.id = ${editionId}
  `)
  const { frozen = 0, waiting = 0, refused = 0, complained = 0 } = row ?? {}
  return { done: frozen - waiting, refused, complained }
}
