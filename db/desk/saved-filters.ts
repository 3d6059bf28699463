import { and, asc, eq, max } from 'drizzle-orm'
import { db } from '../client'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { deskAsked, deskSearch, filtersAtMost, type SavedFilter } from './rules'
import { savedFilters } from './schema'

/** Somebody's saved filters in the order they have given them. */
export async function listSavedFilters(personId: string): Promise<SavedFilter[]> {
  return db
    .select({ id: savedFilters.id, name: savedFilters.name, search: savedFilters.search })
    .from(savedFilters)
    .where(eq(savedFilters.personId, personId))
    .orderBy(asc(savedFilters.position), asc(savedFilters.createdAt))
}

/** Keeps what is asked of the desk under a name; what cannot be asked is left out. The same name again takes its place. */
export async function saveFilter(
  actor: Actor,
  { name, search }: { name: string; search: string },
): Promise<'saved' | 'too-many' | 'not-allowed'> {
  if (!may(actor, 'article.read')) return 'not-allowed'
  const { values } = deskAsked(search)
  return db.transaction(async (tx) => {
    const own = await tx
      .select({ id: savedFilters.id, name: savedFilters.name })
      .from(savedFilters)
      .where(eq(savedFilters.personId, actor.personId))
      .for('update')
    const known = own.find((filter) => filter.name === name)
    if (known) {
      await tx
        .update(savedFilters)
        .set({ search: deskSearch(values) })
        .where(eq(savedFilters.id, known.id))
      return 'saved'
    }
    if (own.length >= filtersAtMost) return 'too-many'
    const [last] = await tx
      .select({ position: max(savedFilters.position) })
      .from(savedFilters)
      .where(eq(savedFilters.personId, actor.personId))
    const position = (last?.position ?? 0) + 1
    await tx.insert(savedFilters).values({ personId: actor.personId, name, search: deskSearch(values), position })
    return 'saved'
  })
}

export async function renameFilter(actor: Actor, { id, name }: { id: string; name: string }): Promise<'renamed' | 'unknown'> {
  const rows = await db.update(savedFilters).set({ name }).where(own(actor, id)).returning({ id: savedFilters.id })
  return rows.length > 0 ? 'renamed' : 'unknown'
}

export async function removeFilter(actor: Actor, id: string): Promise<'removed' | 'unknown'> {
  const rows = await db.delete(savedFilters).where(own(actor, id)).returning({ id: savedFilters.id })
  return rows.length > 0 ? 'removed' : 'unknown'
}

/** Moves a filter before the one that stands before it. */
export async function raiseFilter(actor: Actor, id: string): Promise<'moved' | 'unknown'> {
  return db.transaction(async (tx) => {
    const filters = await tx
      .select({ id: savedFilters.id })
      .from(savedFilters)
      .where(eq(savedFilters.personId, actor.personId))
      .orderBy(asc(savedFilters.position), asc(savedFilters.createdAt))
      .for('update')
    const ids = filters.map((filter) => filter.id)
    const at = ids.indexOf(id)
    if (at < 0) return 'unknown'
    ids.splice(Math.max(0, at - 1), 0, ...ids.splice(at, 1))
    for (const [position, filterId] of ids.entries())
      await tx.update(savedFilters).set({ position }).where(eq(savedFilters.id, filterId))
    return 'moved'
  })
}

function own(actor: Actor, id: string) {
  return and(eq(savedFilters.id, id), eq(savedFilters.personId, actor.personId))
}
