import { sql } from 'drizzle-orm'
import type { Transaction } from '../client'
import { notices } from './schema'

/** The channel every front listens on. */
export const noticeChannel = 'broadsheet_notices'

/** NOTIFY refuses payloads of 8,000 bytes and more; above this many the notice says `site`. */
const tagLimit = 300
const payloadLimit = 7500

/**
 * Tells every front that what stands under `tags` has changed, as part of the caller's transaction: heard at commit, by all,
 * and never for a rollback. `kind` is a word for the log and for what a front may still serve when it cannot draw: `withdrawal`
 * touches are never served again.
 */
export async function announce(tx: Transaction, kind: 'change' | 'withdrawal', tags: readonly string[]): Promise<void> {
  const unique = [...new Set(tags)]
  const short = unique.length <= tagLimit && Buffer.byteLength(JSON.stringify(unique)) <= payloadLimit ? unique : ['site']
  const [row] = await tx
    .insert(notices)
    .values({ kind, tags: short })
    .returning({ id: notices.id, transaction: notices.transaction })
  const payload = JSON.stringify({ ...row, kind, tags: short })
  await tx.execute(sql`select pg_notify(${noticeChannel}, ${payload})`)
}
