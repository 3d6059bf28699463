import { asc, eq, sql } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { tagOf } from '../../lib/cache-tags'
import { isLanguage, type Language } from '../../lib/languages'
import { db } from '../client'
import { record } from '../events/commands'
import { announce } from '../notices/commands'
import type { Actor } from '../people/rules'
import { dropWaysTo, freeAddresses, holdAddresses, leadOn } from '../redirects/moves'
import { joinCounterparts } from './counterparts'
import { findSectionContents } from './desk'
import { placeFault } from './places'
import { mayArrangeSections, mayEditSection, type SectionContents, type SectionInput } from './rules'
import { sections } from './schema'

type Fault = 'reserved' | 'address-taken'

/** Makes a section, the last of its edition. */
export async function createSection(
  actor: Actor,
  language: Language,
  { counterpartIds, ...said }: SectionInput,
  now: Date,
): Promise<{ outcome: 'created'; id: string } | { outcome: Fault | 'not-allowed' }> {
  if (!mayArrangeSections(actor)) return { outcome: 'not-allowed' }
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const fault = await placeFault(tx, language, said.slug, null)
    if (fault) return { outcome: fault }
    const last = sql`(select coalesce(max(position), -1) + 1 from sections where language = ${language})`
    const [made] = await tx
      .insert(sections)
      .values({ language, ...said, position: last })
      .returning({ id: sections.id })
    if (!made) throw new Error('An insert returned no row.')
    const others = await joinCounterparts(tx, 'sections', { id: made.id, language, counterpartIds })
    const address = addressOf.section(language, said.slug)
    await freeAddresses(tx, [address])
    await announce(tx, 'change', [tagOf.sections(language), tagOf.address(address), ...others.map(tagOf.section)])
    await record(tx, actor, { action: 'section.created', subjectId: made.id, at: now })
    return { outcome: 'created', id: made.id }
  })
}

/**
 * Changes what a section is called and where it stands, if nobody else has since it was seen. The old address of one that moves leads to the new
 * one; those of its articles do by themselves, since an article is found by its own slug.
 */
export async function changeSection(
  actor: Actor,
  { id, version }: { id: string; version: number },
  { counterpartIds, ...said }: SectionInput,
  now: Date,
): Promise<'changed' | 'unchanged' | 'changed-meanwhile' | Fault | 'unknown' | 'not-allowed'> {
  if (!mayEditSection(actor, id)) return 'not-allowed'
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const [before] = await tx.select().from(sections).where(eq(sections.id, id)).for('update')
    if (!before || !isLanguage(before.language)) return 'unknown'
    if (before.version !== version) return 'changed-meanwhile'
    const language: Language = before.language
    const hasMoved = before.slug !== said.slug
    const fault = hasMoved ? await placeFault(tx, language, said.slug, id) : null
    if (fault) return fault
    const fields: string[] = (['name', 'slug', 'description', 'isOpinion'] as const).filter((name) => before[name] !== said[name])
    const others = await joinCounterparts(tx, 'sections', { id, language, counterpartIds })
    if (others.length > 0) fields.push('counterparts')
    if (fields.length === 0) return 'unchanged'

    await tx
      .update(sections)
      .set({ ...said, version: version + 1 })
      .where(eq(sections.id, id))
    const from = addressOf.section(language, before.slug)
    const ways = hasMoved ? await leadOn(tx, [{ from, to: addressOf.section(language, said.slug) }]) : []
    // The address of a section is part of every address under it, in lists, feeds and sitemaps of all editions.
    const shown = hasMoved ? [tagOf.site] : [tagOf.section(id), tagOf.sections(language), ...others.map(tagOf.section)]
    await announce(tx, 'change', [...ways, ...shown])
    await record(tx, actor, { action: 'section.changed', subjectId: id, details: { fields }, at: now })
    return 'changed'
  })
}

/** Moves a section one place up or down in its edition; `place` counts from 1 and is where it stands then. */
export async function moveSection(
  actor: Actor,
  id: string,
  direction: 'up' | 'down',
  now: Date,
): Promise<
  { outcome: 'moved'; name: string; place: number; of: number } | { outcome: 'at-the-end' | 'unknown' | 'not-allowed' }
> {
  if (!mayArrangeSections(actor)) return { outcome: 'not-allowed' }
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const [own] = await tx.select({ language: sections.language, name: sections.name }).from(sections).where(eq(sections.id, id))
    if (!own) return { outcome: 'unknown' }
    const rows = await tx
      .select({ id: sections.id })
      .from(sections)
      .where(eq(sections.language, own.language))
      .orderBy(asc(sections.position), asc(sections.name))
      .for('update')
    const order = rows.map((row) => row.id)
    const from = order.indexOf(id)
    const to = direction === 'up' ? from - 1 : from + 1
    const neighbour = order[to]
    if (!neighbour) return { outcome: 'at-the-end' }
    order[from] = neighbour
    order[to] = id
    for (const [position, one] of order.entries()) await tx.update(sections).set({ position }).where(eq(sections.id, one))
    await announce(tx, 'change', [tagOf.sections(own.language)])
    await record(tx, actor, { action: 'section.moved', subjectId: id, details: { place: to + 1 }, at: now })
    return { outcome: 'moved', name: own.name, place: to + 1, of: order.length }
  })
}

/** Removes a section in which no article stands nor ever stood. What led to its address leads nowhere then. */
export async function removeSection(
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ outcome: 'removed' | 'unknown' | 'not-allowed' } | ({ outcome: 'not-empty' } & SectionContents)> {
  if (!mayArrangeSections(actor)) return { outcome: 'not-allowed' }
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const [section] = await tx.select().from(sections).where(eq(sections.id, id)).for('update')
    if (!section || !isLanguage(section.language)) return { outcome: 'unknown' }
    const contents = await findSectionContents(tx, id)
    if (contents.articles + contents.earlier > 0) return { outcome: 'not-empty', ...contents }
    const address = addressOf.section(section.language, section.slug)
    const ways = await dropWaysTo(tx, [address])
    await tx.delete(sections).where(eq(sections.id, id))
    await announce(tx, 'change', [tagOf.section(id), tagOf.sections(section.language), tagOf.address(address), ...ways])
    await record(tx, actor, { action: 'section.removed', subjectId: id, at: now })
    return { outcome: 'removed' }
  })
}
