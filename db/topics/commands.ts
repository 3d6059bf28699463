import { and, eq, ne } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { tagOf } from '../../lib/cache-tags'
import { isLanguage, type Language } from '../../lib/languages'
import { countNaming, holdNaming, isFoundAlike, listHeldAgain } from '../articles/list-again'
import { slugFrom } from '../articles/rules'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { announce } from '../notices/commands'
import { may, reachesAll } from '../people/rights'
import type { Actor } from '../people/rules'
import { dropWaysTo, freeAddresses, holdAddresses, leadOn } from '../redirects/moves'
import type { TopicInput } from './rules'
import { topicNames, topics } from './schema'

/** Makes a topic that editors can give to articles. */
export async function createTopic(
  actor: Actor,
  { names: typed, ...said }: TopicInput,
  now: Date,
): Promise<{ outcome: 'created'; id: string } | { outcome: 'nameless' | 'address-taken' | 'not-allowed' }> {
  if (!may(actor, 'taxonomy.edit')) return { outcome: 'not-allowed' }
  const names = typed.filter(({ name }) => name !== '')
  const [first] = names
  if (!first) return { outcome: 'nameless' }
  const slug = said.slug || slugFrom(first.name)
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    if (await isTaken(tx, slug, null)) return { outcome: 'address-taken' }
    const [made] = await tx
      .insert(topics)
      .values({ ...said, slug })
      .returning({ id: topics.id })
    if (!made) throw new Error('An insert returned no row.')
    await tx.insert(topicNames).values(names.map((name) => ({ topicId: made.id, ...name })))
    const addresses = names.map(({ language }) => addressOf.topic(language, slug))
    await freeAddresses(tx, addresses)
    await announce(tx, 'change', addresses.map(tagOf.address))
    await record(tx, actor, { action: 'topic.created', subjectId: made.id, at: now })
    return { outcome: 'created', id: made.id }
  })
}

/**
 * Changes what a topic is called, if nobody else has since it was seen. Its articles are found in searches by the new name; the old address of
 * one that moves leads to the new one in each edition.
 */
export async function changeTopic(
  actor: Actor,
  { id, version }: { id: string; version: number },
  { names: typed, ...said }: TopicInput,
  now: Date,
): Promise<'changed' | 'unchanged' | 'changed-meanwhile' | 'nameless' | 'address-taken' | 'unknown' | 'not-allowed'> {
  if (!may(actor, 'taxonomy.edit')) return 'not-allowed'
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const held = await holdNaming(tx, 'topic', [id])
    const [before] = await tx.select().from(topics).where(eq(topics.id, id)).for('no key update')
    if (!before) return 'unknown'
    if (before.version !== version) return 'changed-meanwhile'
    const known = await tx.select().from(topicNames).where(eq(topicNames.topicId, id))
    const merged = new Map([...known, ...typed.map((one) => ({ topicId: id, ...one }))].map((one) => [one.language, one]))
    const names = [...merged.values()].filter(({ name }) => name !== '')
    const [first] = names
    if (!first) return 'nameless'
    const after = { ...said, slug: said.slug || slugFrom(first.name) }
    const hasMoved = before.slug !== after.slug
    if (hasMoved && (await isTaken(tx, after.slug, id))) return 'address-taken'
    const fields: string[] = (['slug', 'type', 'wikidata'] as const).filter((field) => before[field] !== after[field])
    if (JSON.stringify(inOrder(known)) !== JSON.stringify(inOrder(names))) fields.push('names')
    if (fields.length === 0) return 'unchanged'

    await tx
      .update(topics)
      .set({ ...after, version: version + 1 })
      .where(eq(topics.id, id))
    await tx.delete(topicNames).where(eq(topicNames.topicId, id))
    await tx.insert(topicNames).values(names)
    const languages = [...known, ...names].map(({ language }) => language).filter(isLanguage)
    const ways = hasMoved ? await leadOn(tx, movesOf(before.slug, after.slug, languages)) : []
    if (!isFoundAlike(known, names)) await listHeldAgain(tx, { of: 'topic', id }, held, now)
    await announce(tx, 'change', [...ways, ...tagsOfTopic({ id, slug: after.slug }, languages)])
    await record(tx, actor, { action: 'topic.changed', subjectId: id, details: { fields }, at: now })
    return 'changed'
  })
}

/** Removes a topic that no revision of an article names. What led to its addresses leads nowhere then. */
export async function removeTopic(
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ outcome: 'removed' | 'unknown' | 'not-allowed' } | { outcome: 'in-use'; articles: number; earlier: number }> {
  if (!may(actor, 'taxonomy.edit') || !reachesAll(actor)) return { outcome: 'not-allowed' }
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const [topic] = await tx.select().from(topics).where(eq(topics.id, id)).for('update')
    if (!topic) return { outcome: 'unknown' }
    const used = await countNaming(tx, 'topic', [id])
    if (used.articles + used.earlier > 0) return { outcome: 'in-use', ...used }
    const named = await tx.select({ language: topicNames.language }).from(topicNames).where(eq(topicNames.topicId, id))
    const languages = named.map(({ language }) => language).filter(isLanguage)
    const ways = await dropWaysTo(
      tx,
      languages.map((language) => addressOf.topic(language, topic.slug)),
    )
    await tx.delete(topics).where(eq(topics.id, id))
    await announce(tx, 'change', [...ways, ...tagsOfTopic(topic, languages)])
    await record(tx, actor, { action: 'topic.removed', subjectId: id, at: now })
    return { outcome: 'removed' }
  })
}

/** What shows a topic, or would have to: its pages, the articles that name it, the sitemap of places. */
export function tagsOfTopic({ id, slug }: { id: string; slug: string }, languages: readonly Language[]): string[] {
  return [
    tagOf.topic(id),
    tagOf.latestOnTopic(id),
    ...languages.flatMap((language) => [tagOf.address(addressOf.topic(language, slug)), tagOf.latest(language)]),
  ]
}

/** The ways from a topic's addresses to those that stand in their place. */
export function movesOf(from: string, to: string, languages: readonly Language[]) {
  return [...new Set(languages)].map((language) => ({
    from: addressOf.topic(language, from),
    to: addressOf.topic(language, to),
  }))
}

async function isTaken(tx: Transaction, slug: string, ownId: string | null): Promise<boolean> {
  const others = ownId === null ? eq(topics.slug, slug) : and(eq(topics.slug, slug), ne(topics.id, ownId))
  return (await tx.$count(topics, others)) > 0
}

function inOrder(names: readonly { language: string; name: string; description: string }[]) {
  return names
    .map(({ language, name, description }) => [language, name, description])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
}
