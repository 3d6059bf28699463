import { sql } from 'drizzle-orm'
import type { Reader } from '../client'
import type { Health } from './rules'

/** What went wrong with an edition's deliveries: cheap, however large its audience. */
export async function countHarm(reader: Reader, editionId: string): Promise<Omit<Health, 'done'>> {
  const [row] = await reader.execute<Omit<Health, 'done'>>(sql`
    select count(*) filter (where d.status = 'failed' or d.bounce = 'hard')::int as refused, count(d.complained_at)::int as complained
    from deliveries d
    where d.edition_id = ${editionId} and (d.status = 'failed' or d.bounced_at is not null or d.complained_at is not null)
  `)
  return row ?? { refused: 0, complained: 0 }
}

/** How many of an edition's deliveries wait no more, counted from those that do. */
export async function countDone(reader: Reader, editionId: string): Promise<number> {
  const [row] = await reader.execute<{ done: number }>(sql`
    select (coalesce(e.frozen_count, 0)
      - (select count(*) from deliveries d where d.edition_id = e.id and d.status = 'queued')
      - (select count(*) from deliveries d where d.edition_id = e.id and d.status in ('leased', 'sending')))::int as done
    from newsletter_editions e where e.id = ${editionId}
  `)
  return row?.done ?? 0
}
