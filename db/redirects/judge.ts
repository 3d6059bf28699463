import { sql } from 'drizzle-orm'
import type { Reader } from '../client'
import {
  type JudgedRedirect,
  type RedirectRefusal,
  redirectPath,
  redirectTarget,
  targetAddress,
  type WantedRedirect,
  type Way,
  withoutOrigin,
} from './rules'
import { findStandings, type Standing } from './standing'

/** Paths asked for in one question. */
const portion = 10_000

/** More steps than this no redirect takes. */
const mostSteps = 50

type Sound = WantedRedirect & { path: string; target: string }

/**
 * Judges redirects that somebody wants, all of them together: what is wrong with each, or what it would change. One that leads to another
 * redirect, be it one of these, is made to lead where that one ends. `origin` is our own public address.
 */
export async function judgeRedirects(
  reader: Reader,
  wanted: readonly WantedRedirect[],
  origin: string,
): Promise<JudgedRedirect[]> {
  const read = readAll(wanted, origin)
  const sound = read.filter((one): one is Sound => !('verdict' in one))
  const ways = new Map(sound.map(({ path, target }) => [path, target]))
  const present = await findWays(reader, [...ways.keys(), ...sound.flatMap(({ target }) => redirectPath(target) ?? [])])
  const targets = [...ways.values(), ...[...present.values()].flatMap(({ target }) => target ?? [])]
  const standings = await findStandings(reader, [...ways.keys(), ...targets.flatMap((target) => redirectPath(target) ?? [])])
  // Where something stands no redirect is ever asked for, whatever the file or the database says.
  const isAsked = ([path]: [string, unknown]) => !standings.has(path)
  const [wantedWays, presentWays] = [new Map([...ways].filter(isAsked)), new Map([...present].filter(isAsked))]
  const ends = new Map(sound.map(({ path, target }) => [path, followed(path, target, wantedWays, presentWays)]))
  return read.map((one) => ('verdict' in one ? one : judged(one, ends.get(one.path) ?? 'loop', present.get(one.path), standings)))
}

/** What each says by itself: of two with one path the first counts. */
function readAll(wanted: readonly WantedRedirect[], origin: string): (Sound | JudgedRedirect)[] {
  const seen = new Set<string>()
  return wanted.map(({ from, to }) => {
    const ownFrom = withoutOrigin(from, origin)
    const path = ownFrom === null ? null : redirectPath(ownFrom)
    const target = redirectTarget(withoutOrigin(to, origin) ?? to)
    const refuse = (verdict: RedirectRefusal | 'twice') => ({ from, to, verdict, path })
    if (path === null) return refuse('no-address')
    if (target === null) return refuse('no-target')
    if (seen.has(path)) return refuse('twice')
    seen.add(path)
    return { from, to, path, target }
  })
}

/** Where a redirect ends, by those that are wanted and those there are. */
function followed(
  path: string,
  target: string,
  wanted: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, Way>,
): Way | 'loop' {
  const been = new Set([path])
  let end: Way = { articleId: null, target }
  for (let step = 0; step < mostSteps; step++) {
    if (end.target === null) return end
    const next: string | null = end.target.startsWith('/') ? redirectPath(end.target) : null
    if (next === null) return end
    if (been.has(next)) return 'loop'
    const further: string | undefined = wanted.get(next)
    const way: Way | undefined = further === undefined ? present.get(next) : { articleId: null, target: further }
    if (!way) return end
    been.add(next)
    end = way
  }
  return 'loop'
}

function judged(
  { from, to, path, target }: Sound,
  end: Way | 'loop',
  before: Way | undefined,
  standings: ReadonlyMap<string, Standing>,
): JudgedRedirect {
  const refuse = (verdict: RedirectRefusal) => ({ from, to, verdict, path })
  const there = standings.get(path)
  if (there) return refuse(there.kind === 'reserved' ? 'reserved' : 'live')
  if (end === 'loop') return refuse('loop')
  const way = settled(end, standings)
  if (way === null) return refuse('nowhere')
  const isShortened = end.target !== target
  const sound = { from, to, path, way, target: end.target ?? target, isShortened }
  if (!before) return { ...sound, verdict: 'new' }
  const isSame = way.articleId
    ? way.articleId === before.articleId
    : before.target !== null && sameTarget(way.target, before.target)
  return { ...sound, verdict: isSame ? 'same' : 'replaces' }
}

/** An article is named rather than its address of today; a path at which nothing stands is no way. */
function settled(end: Way, standings: ReadonlyMap<string, Standing>): Way | null {
  if (end.articleId !== null || !end.target.startsWith('/')) return end
  const path = redirectPath(end.target)
  // A home, which is no page of its own to `redirectPath`.
  if (path === null) return /^\/([?#]|$)/.test(end.target) ? end : null
  const there = standings.get(path)
  if (!there) return null
  const isBare = !/[?#]/.test(end.target)
  return there.kind === 'article' && isBare ? { articleId: there.articleId, target: null } : end
}

function sameTarget(one: string | null, other: string): boolean {
  return one !== null && targetAddress(one) === targetAddress(other)
}

/** Where these paths lead now, and where what they lead to does. */
async function findWays(reader: Reader, paths: readonly string[]): Promise<Map<string, Way>> {
  const found = new Map<string, Way>()
  let asked = [...new Set(paths)]
  for (let step = 0; asked.length > 0 && step < mostSteps; step++) {
    const next: string[] = []
    for (let at = 0; at < asked.length; at += portion) {
      const list = JSON.stringify(asked.slice(at, at + portion))
      const rows = await reader.execute<{ path: string; articleId: string | null; target: string | null }>(sql`
        select path, article_id as "articleId", target from redirects where path in (select json_array_elements_text(${list}::json))`)
      for (const { path, articleId, target } of rows) {
        if (articleId !== null) found.set(path, { articleId, target: null })
        else if (target !== null) found.set(path, { articleId: null, target })
        const further = target?.startsWith('/') ? redirectPath(target) : null
        if (further !== null) next.push(further)
      }
    }
    asked = [...new Set(next)].filter((path) => !found.has(path))
  }
  return found
}
