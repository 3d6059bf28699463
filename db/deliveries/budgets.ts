import { sql } from 'drizzle-orm'
import { db } from '../client'

/** Part of a rate that comes back in a minute after a server asked for patience. */
const recovery = 1.05

/** A rate is never slowed below this part of the full one. */
const slowest = 1 / 256

/** What may be sent under a budget now, and when it is worth asking for more. */
export type Grant = { granted: number; nextAt: Date }

/**
 * Draws on a budget that all senders share: up to `wanted` mails, as many as are left of `fullRate` a second (a second's worth at most is saved up).
 * A budget that was slowed down has recovered by as much as time has passed.
 */
export async function drawBudget(key: string, wanted: number, fullRate: number): Promise<Grant> {
  await db.execute(sql`
    insert into send_budgets (key, rate, full_rate, tokens, filled_at)
    values (${key}, ${fullRate}, ${fullRate}, ${Math.max(1, fullRate)}, clock_timestamp())
    on conflict do nothing
  `)
  const [row] = await db.execute<{ granted: number; nextAt: Date | string }>(sql`
    with kept as (
      select *, greatest(0, extract(epoch from clock_timestamp() - filled_at)::float8) as seconds from send_budgets where key = ${key} for update
    ), grown as (
      select *, least(${fullRate}, rate * power(${recovery}::float8, seconds / 60)) as grown_rate from kept
    ), filled as (
      select *, coalesce(held_until > clock_timestamp(), false) as is_held,
        least(greatest(1, grown_rate), tokens + seconds * grown_rate) as filled_tokens
      from grown
    ), drawn as (
      select *, case when is_held then 0 else least(${wanted}, floor(filled_tokens))::int end as granted from filled
    )
    update send_budgets b set
      rate = d.grown_rate, full_rate = ${fullRate}, tokens = d.filled_tokens - d.granted, filled_at = clock_timestamp()
    from drawn d where b.key = d.key
    returning d.granted, case
      when d.is_held then d.held_until
      else clock_timestamp() + greatest(0, 1 - (d.filled_tokens - d.granted)) / d.grown_rate * interval '1 second'
    end as "nextAt"
  `)
  return { granted: row?.granted ?? 0, nextAt: new Date(row?.nextAt ?? Date.now()) }
}

/** Gives back what was granted and is not used. */
export async function returnToBudget(key: string, unused: number): Promise<void> {
  await db.execute(sql`update send_budgets set tokens = least(greatest(1, rate), tokens + ${unused}) where key = ${key}`)
}

/** Halves a budget's rate after a server asked for patience, and holds everything back for some seconds where it wants nothing at all. */
export async function slowDown(key: string, holdSeconds: number): Promise<void> {
  await db.execute(sql`
    update send_budgets set
      rate = greatest(rate / 2, full_rate * ${slowest}),
      tokens = 0,
      slowed_at = clock_timestamp(),
      filled_at = clock_timestamp(),
      held_until = greatest(held_until, clock_timestamp() + ${holdSeconds} * interval '1 second')
    where key = ${key} and (slowed_at is null or slowed_at < clock_timestamp() - interval '1 second')
  `)
}
