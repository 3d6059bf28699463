import { and, desc, eq, inArray, max, ne, type SQL, sql } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { db, type Reader } from '../client'
import { people } from '../people/schema'
import { type Arrangement, type ArrangementKind, emptyArrangement, isSameArrangement } from './rules'
import { frontArrangements, fronts } from './schema'

/** An arrangement that was saved or published, with who did it; `author` is empty for an import and for somebody who is gone. */
export type SavedArrangement = {
  number: number
  kind: ArrangementKind
  arrangement: Arrangement
  authorId: string | null
  author: string
  restoredFrom: number | null
  savedAt: Date
}

/** How things are with a front: what is live, and what editors go on from, which is the same unless there is a draft. */
export type FrontState = { live: SavedArrangement | null; current: SavedArrangement | null; hasDraft: boolean }

/** What has no arrangement yet is number 0, and empty. */
export const firstNumber = 0

/** The state of an edition's front. */
export async function findFrontState(language: Language, reader: Reader = db): Promise<FrontState> {
  const [current] = await listSaved(reader, language, ne(frontArrangements.kind, 'set_aside'), 1)
  const live =
    current?.kind === 'published'
      ? current
      : (await listSaved(reader, language, eq(frontArrangements.kind, 'published'), 1)).at(0)
  const before = live?.arrangement ?? emptyArrangement
  return {
    live: live ?? null,
    current: current ?? null,
    hasDraft: current !== undefined && !isSameArrangement(current.arrangement, before),
  }
}

/** The states of these editions' fronts. */
export async function listFrontStates(editions: readonly Language[]): Promise<{ language: Language; state: FrontState }[]> {
  return Promise.all(editions.map(async (language) => ({ language, state: await findFrontState(language) })))
}

/** One arrangement of a front by its number. */
export async function findArrangement(language: Language, number: number, reader: Reader = db): Promise<SavedArrangement | null> {
  const [found] = await listSaved(reader, language, eq(frontArrangements.number, number), 1)
  return found ?? null
}

/** The history of a front, newest first: every publication, and of drafts that somebody saved one after the other the last. */
export async function listHistory(language: Language, limit: number, reader: Reader = db): Promise<SavedArrangement[]> {
  const rows = await reader.execute<{ number: number }>(sql`
    select number from (
      select a.number, a.kind = 'draft' and a.restored_from is null and lag(a.kind) over newer = 'draft'
        and a.author_id is not distinct from lag(a.author_id) over newer as is_passed
      from front_arrangements a join fronts f on f.id = a.front_id where f.language = ${language}
      window newer as (order by a.number desc)) told
    where is_passed is not true order by number desc limit ${limit}`)
  const numbers = [...rows].map(({ number }) => number)
  return numbers.length > 0 ? listSaved(reader, language, inArray(frontArrangements.number, numbers), limit) : []
}

/** The newest number that a front has used. */
export async function findLastNumber(reader: Reader, frontId: string): Promise<number> {
  const [row] = await reader
    .select({ number: max(frontArrangements.number) })
    .from(frontArrangements)
    .where(eq(frontArrangements.frontId, frontId))
  return row?.number ?? firstNumber
}

async function listSaved(reader: Reader, language: Language, which: SQL | undefined, limit: number): Promise<SavedArrangement[]> {
  const rows = await reader
    .select({
      number: frontArrangements.number,
      kind: frontArrangements.kind,
      placements: frontArrangements.placements,
      banner: frontArrangements.banner,
      authorId: frontArrangements.authorId,
      author: people.name,
      restoredFrom: frontArrangements.restoredFrom,
      savedAt: frontArrangements.createdAt,
    })
    .from(frontArrangements)
    .innerJoin(fronts, and(eq(fronts.id, frontArrangements.frontId), eq(fronts.language, language)))
    .leftJoin(people, eq(people.id, frontArrangements.authorId))
    .where(which)
    .orderBy(desc(frontArrangements.number))
    .limit(limit)
  return rows.map(({ placements, banner, author, ...row }) => ({
    ...row,
    author: author ?? '',
    arrangement: { placements, banner },
  }))
}
