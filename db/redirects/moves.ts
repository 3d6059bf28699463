import { eq, inArray, like, or, sql } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import type { Transaction } from '../client'
import { redirectPath } from './rules'
import { redirects } from './schema'

/** Chosen at random. */
const addressLock = 1_904_385_226

/** Seconds in which the largest import of redirects is over, and to spare. */
const patience = 60

/**
 * Until the transaction ends nobody else gives an address to a section, topic, contributor or page, or changes redirects: what is found free now
 * stays free, and no two make a loop between them.
 */
export async function holdAddresses(tx: Transaction): Promise<void> {
  const [usual] = await tx.execute<{ deadline: string }>(sql`
    select current_setting('statement_timeout') as deadline, set_config('statement_timeout', ${`${patience}s`}, true)`)
  await tx.execute(sql`select pg_advisory_xact_lock(${addressLock})`)
  await tx.execute(sql`select set_config('statement_timeout', ${usual?.deadline ?? '0'}, true)`)
}

/** An address of ours, percent-encoded, and the one that stands in its place from now on. */
export type AddressMove = { from: string; to: string }

/**
 * Makes old addresses lead to where what stood there stands now, as part of the caller's transaction, which holds the addresses. What led to an
 * old address, or to what lies under it, leads to the new one, so that no reader is sent on twice; what stands at the new address is no redirect
 * any more. Gives the tags to announce.
 */
export async function leadOn(tx: Transaction, moves: readonly AddressMove[]): Promise<string[]> {
  const paths = moves.map(({ from, to }) => ({ from, to, path: decodeURI(from) }))
  await freeAddresses(
    tx,
    moves.map(({ to }) => to),
  )
  const changed = new Set<string>()
  for (const { from, to, path } of paths) {
    const bent = await tx
      .update(redirects)
      .set({ target: sql`${to}::text || substr(${redirects.target}, ${from.length + 1}::int)` })
      .where(or(inArray(redirects.target, [from, path]), like(redirects.target, `${literal(from)}/%`)))
      .returning({ id: redirects.id, path: redirects.path, target: redirects.target })
    // What lay under the old address may have led from under the new one.
    const loops = bent.filter(({ target, path: own }) => target !== null && redirectPath(target) === own)
    if (loops.length > 0)
      await tx.delete(redirects).where(
        inArray(
          redirects.id,
          loops.map(({ id }) => id),
        ),
      )
    for (const one of bent) changed.add(one.path)
  }
  for (const { path, to } of paths) {
    await tx
      .insert(redirects)
      .values({ path, target: to })
      .onConflictDoUpdate({ target: redirects.path, set: { target: to, articleId: null } })
    changed.add(path)
  }
  return [...changed, ...moves.map(({ to }) => decodeURI(to))].map((path) => tagOf.address(encodeURI(path)))
}

/** What stands at these addresses from now on is no redirect any more. */
export async function freeAddresses(tx: Transaction, addresses: readonly string[]): Promise<void> {
  if (addresses.length > 0) await tx.delete(redirects).where(inArray(redirects.path, addresses.map(decodeURI)))
}

/** What led to these addresses leads nowhere from now on: better a clear 404 than a redirect to one. Gives the tags to announce. */
export async function dropWaysTo(tx: Transaction, addresses: readonly string[]): Promise<string[]> {
  const gone: string[] = []
  for (const address of addresses) {
    const dropped = await tx
      .delete(redirects)
      .where(or(eq(redirects.target, address), eq(redirects.target, decodeURI(address))))
      .returning({ path: redirects.path })
    gone.push(...dropped.map(({ path }) => tagOf.address(encodeURI(path))))
  }
  return gone
}

/** What a pattern would take for more than itself stands for itself. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`)
}
