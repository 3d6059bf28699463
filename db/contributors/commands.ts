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
import type { ContributorInput } from './rules'
import { contributorProfiles, contributors } from './schema'

/** Makes a contributor whom editors can name over articles. */
export async function createContributor(
  actor: Actor,
  { profiles: typed, slug: wanted }: ContributorInput,
  now: Date,
): Promise<{ outcome: 'created'; id: string } | { outcome: 'nameless' | 'address-taken' | 'not-allowed' }> {
  if (!may(actor, 'taxonomy.edit')) return { outcome: 'not-allowed' }
  const names = typed.filter(({ name }) => name !== '')
  const [first] = names
  if (!first) return { outcome: 'nameless' }
  const slug = wanted || slugFrom(first.name)
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    if (await isTaken(tx, slug, null)) return { outcome: 'address-taken' }
    const [made] = await tx.insert(contributors).values({ slug }).returning({ id: contributors.id })
    if (!made) throw new Error('An insert returned no row.')
    await tx.insert(contributorProfiles).values(names.map((name) => ({ contributorId: made.id, ...name })))
    const addresses = names.map(({ language }) => addressOf.author(language, slug))
    await freeAddresses(tx, addresses)
    await announce(tx, 'change', addresses.map(tagOf.address))
    await record(tx, actor, { action: 'contributor.created', subjectId: made.id, at: now })
    return { outcome: 'created', id: made.id }
  })
}

/**
 * Changes how a contributor is named and described, if nobody else has since it was seen. Their articles are found in searches by the new name;
 * their old address leads to the new one in each edition.
 */
export async function changeContributor(
  actor: Actor,
  { id, version }: { id: string; version: number },
  { profiles: typed, slug: wanted }: ContributorInput,
  now: Date,
): Promise<'changed' | 'unchanged' | 'changed-meanwhile' | 'nameless' | 'address-taken' | 'unknown' | 'not-allowed'> {
  if (!may(actor, 'taxonomy.edit')) return 'not-allowed'
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const held = await holdNaming(tx, 'contributor', [id])
    const [before] = await tx.select().from(contributors).where(eq(contributors.id, id)).for('no key update')
    if (!before) return 'unknown'
    if (before.version !== version) return 'changed-meanwhile'
    const known = await tx.select().from(contributorProfiles).where(eq(contributorProfiles.contributorId, id))
    const merged = new Map([...known, ...typed.map((one) => ({ contributorId: id, ...one }))].map((one) => [one.language, one]))
    const names = [...merged.values()].filter(({ name }) => name !== '')
    const [first] = names
    if (!first) return 'nameless'
    const slug = wanted || slugFrom(first.name)
    const hasMoved = before.slug !== slug
    if (hasMoved && (await isTaken(tx, slug, id))) return 'address-taken'
    const fields = hasMoved ? ['slug'] : []
    if (JSON.stringify(inOrder(known)) !== JSON.stringify(inOrder(names))) fields.push('profiles')
    if (fields.length === 0) return 'unchanged'

    await tx
      .update(contributors)
      .set({ slug, version: version + 1 })
      .where(eq(contributors.id, id))
    await tx.delete(contributorProfiles).where(eq(contributorProfiles.contributorId, id))
    await tx.insert(contributorProfiles).values(names)
    const languages = [...known, ...names].map(({ language }) => language).filter(isLanguage)
    const ways = hasMoved ? await leadOn(tx, movesOf(before.slug, slug, languages)) : []
    if (!isFoundAlike(known, names)) await listHeldAgain(tx, { of: 'contributor', id }, held, now)
    await announce(tx, 'change', [...ways, ...tagsOfContributor({ id, slug }, languages)])
    await record(tx, actor, { action: 'contributor.changed', subjectId: id, details: { fields }, at: now })
    return 'changed'
  })
}

/** Removes a contributor whom no revision of an article names. What led to their addresses leads nowhere then. */
export async function removeContributor(
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ outcome: 'removed' | 'unknown' | 'not-allowed' } | { outcome: 'in-use'; articles: number; earlier: number }> {
  if (!may(actor, 'taxonomy.edit') || !reachesAll(actor)) return { outcome: 'not-allowed' }
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const [contributor] = await tx.select().from(contributors).where(eq(contributors.id, id)).for('update')
    if (!contributor) return { outcome: 'unknown' }
    const used = await countNaming(tx, 'contributor', [id])
    if (used.articles + used.earlier > 0) return { outcome: 'in-use', ...used }
    const named = await tx
      .select({ language: contributorProfiles.language })
      .from(contributorProfiles)
      .where(eq(contributorProfiles.contributorId, id))
    const languages = named.map(({ language }) => language).filter(isLanguage)
    const ways = await dropWaysTo(
      tx,
      languages.map((language) => addressOf.author(language, contributor.slug)),
    )
    await tx.delete(contributors).where(eq(contributors.id, id))
    await announce(tx, 'change', [...ways, ...tagsOfContributor(contributor, languages)])
    await record(tx, actor, { action: 'contributor.removed', subjectId: id, at: now })
    return { outcome: 'removed' }
  })
}

/** What shows a contributor, or would have to: their pages, the articles that name them, the sitemap of places. */
export function tagsOfContributor({ id, slug }: { id: string; slug: string }, languages: readonly Language[]): string[] {
  return [
    tagOf.contributor(id),
    tagOf.latestBy(id),
    ...languages.flatMap((language) => [tagOf.address(addressOf.author(language, slug)), tagOf.latest(language)]),
  ]
}

/** The ways from a contributor's addresses to those that stand in their place. */
export function movesOf(from: string, to: string, languages: readonly Language[]) {
  return [...new Set(languages)].map((language) => ({
    from: addressOf.author(language, from),
    to: addressOf.author(language, to),
  }))
}

async function isTaken(tx: Transaction, slug: string, ownId: string | null): Promise<boolean> {
  const others = ownId === null ? eq(contributors.slug, slug) : and(eq(contributors.slug, slug), ne(contributors.id, ownId))
  return (await tx.$count(contributors, others)) > 0
}

function inOrder(profiles: readonly { language: string; name: string; jobTitle: string; bio: string }[]) {
  return profiles
    .map(({ language, name, jobTitle, bio }) => [language, name, jobTitle, bio])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
}
