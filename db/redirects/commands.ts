import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { environment } from '../../lib/environment'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { announce } from '../notices/commands'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { findListedRedirect } from './desk'
import { judgeRedirects } from './judge'
import { holdAddresses } from './moves'
import type { JudgedRedirect, RedirectRefusal, WantedRedirect } from './rules'
import { redirects } from './schema'

/** Above so many, fronts are told that some have changed instead of which. */
const toldEach = 200

/** Rows written in one statement. */
const portion = 10_000

export type RedirectSaved =
  | { outcome: 'saved' | 'shortened'; path: string }
  | { outcome: 'unchanged' | 'there-already' | 'changed-meanwhile' | 'unknown' | 'not-allowed' | RedirectRefusal }

/** Makes an address lead somewhere. One that leads somewhere already stays as it is. */
export async function addRedirect(actor: Actor, wanted: WantedRedirect, now: Date): Promise<RedirectSaved> {
  if (!may(actor, 'redirect.edit')) return { outcome: 'not-allowed' }
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const judged = await judgeOne(tx, wanted)
    if (judged.verdict === 'replaces') return { outcome: 'there-already' }
    return save(tx, actor, judged, 'redirect.created', now)
  })
}

/** Changes a redirect, if it is still as it was seen. */
export async function changeRedirect(
  actor: Actor,
  { id, seen, ...wanted }: WantedRedirect & { id: string; seen: WantedRedirect },
  now: Date,
): Promise<RedirectSaved> {
  if (!may(actor, 'redirect.edit')) return { outcome: 'not-allowed' }
  return db.transaction(async (tx): Promise<RedirectSaved> => {
    await holdAddresses(tx)
    const before = await findListedRedirect(id, tx)
    if (!before) return { outcome: 'unknown' }
    if (before.path !== seen.from || before.to !== seen.to) return { outcome: 'changed-meanwhile' }
    const judged = await judgeOne(tx, wanted)
    if (!('way' in judged)) return save(tx, actor, judged, 'redirect.changed', now)
    if (judged.path !== before.path) {
      if (judged.verdict !== 'new') return { outcome: 'there-already' }
      await tx.update(redirects).set({ path: judged.path }).where(eq(redirects.id, id))
      await announce(tx, 'change', [tagOf.address(encodeURI(before.path))])
    }
    return save(tx, actor, judged, 'redirect.changed', now)
  })
}

/** Removes a redirect; what it was is given back, so that it can be made again. */
export async function removeRedirect(
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ outcome: 'removed'; from: string; to: string } | { outcome: 'unknown' | 'not-allowed' }> {
  if (!may(actor, 'redirect.edit')) return { outcome: 'not-allowed' }
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const before = await findListedRedirect(id, tx)
    if (!before) return { outcome: 'unknown' }
    await tx.delete(redirects).where(eq(redirects.id, id))
    await announce(tx, 'change', [tagOf.address(encodeURI(before.path))])
    await record(tx, actor, { action: 'redirect.removed', subjectId: id, at: now })
    return { outcome: 'removed', from: before.path, to: before.to }
  })
}

/**
 * Makes all those of these redirects that can be, in one transaction, if they are judged as they were when somebody looked: `expected` is the
 * fingerprint of that.
 */
export async function importRedirects(
  actor: Actor,
  wanted: readonly WantedRedirect[],
  expected: string,
  now: Date,
): Promise<{ outcome: 'imported'; changed: number } | { outcome: 'changed-meanwhile' | 'not-allowed' }> {
  if (!may(actor, 'redirect.edit')) return { outcome: 'not-allowed' }
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const judged = await judgeRedirects(tx, wanted, environment().PUBLIC_URL)
    if (fingerprintOf(judged) !== expected) return { outcome: 'changed-meanwhile' }
    const changed = judged.filter(isChange)
    await write(tx, changed)
    const replaced = changed.filter(({ verdict }) => verdict === 'replaces').length
    const details = { created: changed.length - replaced, replaced }
    if (changed.length > 0) await record(tx, actor, { action: 'redirect.imported', subjectId: null, details, at: now })
    return { outcome: 'imported', changed: changed.length }
  })
}

/** What tells one judgement from another: which lines change what, and to where. */
export function fingerprintOf(judged: readonly JudgedRedirect[]): string {
  const hash = createHash('sha256')
  for (const one of judged) hash.update(JSON.stringify([one.verdict, one.path, 'way' in one ? one.way : null]))
  return hash.digest('base64url')
}

type Change = Extract<JudgedRedirect, { way: unknown }>

function isChange(judged: JudgedRedirect): judged is Change {
  return judged.verdict === 'new' || judged.verdict === 'replaces'
}

async function judgeOne(tx: Transaction, wanted: WantedRedirect): Promise<JudgedRedirect> {
  const [judged] = await judgeRedirects(tx, [wanted], environment().PUBLIC_URL)
  if (!judged) throw new Error('A redirect was not judged.')
  return judged
}

async function save(
  tx: Transaction,
  actor: Actor,
  judged: JudgedRedirect,
  action: 'redirect.created' | 'redirect.changed',
  now: Date,
): Promise<RedirectSaved> {
  if (judged.verdict === 'twice' || judged.verdict === 'columns')
    throw new Error('One redirect alone was judged as one of several.')
  if (!('way' in judged)) return { outcome: judged.verdict }
  if (judged.verdict === 'same' && action === 'redirect.created') return { outcome: 'unchanged' }
  await write(tx, [judged])
  const [row] = await tx.select({ id: redirects.id }).from(redirects).where(eq(redirects.path, judged.path))
  await record(tx, actor, { action, subjectId: row?.id ?? null, at: now })
  return { outcome: judged.isShortened ? 'shortened' : 'saved', path: judged.path }
}

/** Writes them, and lets what led to one of their paths lead where they do: nobody is sent on twice. */
async function write(tx: Transaction, changes: readonly Change[]): Promise<void> {
  const told = new Set<string>()
  for (let at = 0; at < changes.length; at += portion) {
    const some = changes.slice(at, at + portion)
    const rows = some.map(({ path, way }) => ({ path, encoded: encodeURI(path), ...way }))
    const ways = sql`json_to_recordset(${JSON.stringify(rows)}::json) as w (path text, encoded text, "articleId" uuid, target text)`
    await tx.execute(sql`
      insert into redirects (path, article_id, target) select w.path, w."articleId", w.target from ${ways}
      on conflict (path) do update set article_id = excluded.article_id, target = excluded.target`)
    const bent = await tx.execute<{ path: string }>(sql`
      update redirects r set article_id = w."articleId", target = w.target
      from (select path as at, w.* from ${ways} union select encoded as at, w.* from ${ways}) w
      where r.target = w.at and r.path <> w.path returning r.path`)
    for (const { path } of [...rows, ...bent]) told.add(path)
  }
  if (told.size === 0) return
  await announce(tx, 'change', told.size > toldEach ? [tagOf.redirects] : [...told].map((path) => tagOf.address(encodeURI(path))))
}
