import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { tagOf } from '../../lib/cache-tags'
import { languages } from '../../lib/languages'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { enqueue } from '../jobs/commands'
import { newsletterEditions } from '../newsletter-editions/schema'
import { announce } from '../notices/commands'
import { decide } from '../people/rights'
import type { Actor } from '../people/rules'
import { freeAddresses, holdAddresses, leadOn } from '../redirects/moves'
import { sections } from '../sections/schema'
import { findDeskNewsletter, markOf } from './desk'
import { proposedListId } from './list-id'
import type { NewsletterSettings } from './rules'
import { newsletterSections, newsletters, newsletterTexts } from './schema'

type Refusal = 'not-allowed' | 'ask-again'
type Clash = 'address-taken' | 'list-id-taken'

/** Makes a newsletter, the last of those that readers are offered. Without a List-Id it gets the one that its slug and its sender propose. */
export async function createNewsletter(
  actor: Actor,
  typed: NewsletterSettings,
  now: Date,
): Promise<{ outcome: 'created'; id: string } | { outcome: Clash | Refusal }> {
  const decision = decide(actor, 'settings.edit', now)
  if (decision !== 'allowed') return { outcome: decision }
  const settings = withListId(typed)
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const clash = await findClash(tx, settings, null)
    if (clash) return { outcome: clash }
    const last = sql`(select coalesce(max(position), -1) + 1 from newsletters)`
    const [made] = await tx
      .insert(newsletters)
      .values({ ...(await rowOf(tx, settings)), position: last })
      .returning({ id: newsletters.id })
    if (!made) throw new Error('An insert returned no row.')
    await writeParts(tx, made.id, settings)
    const addresses = languages.map((language) => addressOf.newsletter(language, settings.slug))
    await freeAddresses(tx, addresses)
    await announce(tx, 'change', [tagOf.newsletters, ...addresses.map(tagOf.address)])
    await record(tx, actor, { action: 'newsletter.created', subjectId: made.id, at: now })
    if (settings.senderAddress) await enqueue(tx, { type: 'check-sending-domains' })
    return { outcome: 'created', id: made.id }
  })
}

/**
 * Changes what is decided about a newsletter, if nobody else has since it was seen with that mark. The old address of one that moves leads to the
 * new one in each edition, and so do those of its own editions. Its language stays once it has any of these. The log says which settings changed,
 * a sender's among them.
 */
export async function changeNewsletter(
  actor: Actor,
  { id, mark }: { id: string; mark: string },
  typed: NewsletterSettings,
  now: Date,
): Promise<'changed' | 'unchanged' | 'changed-meanwhile' | 'language-fixed' | 'unknown' | Clash | Refusal> {
  const decision = decide(actor, 'settings.edit', now)
  if (decision !== 'allowed') return decision
  const settings = withListId(typed)
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    await tx.select({ id: newsletters.id }).from(newsletters).where(eq(newsletters.id, id)).for('update')
    const before = await findDeskNewsletter(id, tx)
    if (!before) return 'unknown'
    if (markOf(before) !== mark) return 'changed-meanwhile'
    if (before.language !== settings.language && (await hasEditions(tx, id))) return 'language-fixed'
    const clash = await findClash(tx, settings, id)
    if (clash) return clash
    const fields = fieldsChanged(before, settings)
    if (fields.length === 0) return 'unchanged'

    await tx
      .update(newsletters)
      .set(await rowOf(tx, settings))
      .where(eq(newsletters.id, id))
    await writeParts(tx, id, settings)
    const ways = before.slug === settings.slug ? [] : await leadOn(tx, await movesOf(tx, id, before.slug, settings.slug))
    await announce(tx, 'change', [tagOf.newsletters, ...ways])
    await record(tx, actor, { action: 'newsletter.changed', subjectId: id, details: { fields }, at: now })
    // Before its first edition it should be known whether mail servers have a reason to believe the sender.
    if (fields.includes('senderAddress')) await enqueue(tx, { type: 'check-sending-domains' })
    if (before.isOpen !== settings.isOpen) {
      const action = settings.isOpen ? ('newsletter.reopened' as const) : ('newsletter.closed' as const)
      await record(tx, actor, { action, subjectId: id, at: now })
    }
    return 'changed'
  })
}

function withListId(settings: NewsletterSettings): NewsletterSettings {
  return { ...settings, listId: settings.listId || proposedListId(settings.slug, settings.senderAddress) }
}

async function findClash(tx: Transaction, { slug, listId }: NewsletterSettings, ownId: string | null): Promise<Clash | null> {
  const another = ownId === null ? undefined : ne(newsletters.id, ownId)
  if ((await tx.$count(newsletters, and(eq(newsletters.slug, slug), another))) > 0) return 'address-taken'
  const isTaken = listId !== '' && (await tx.$count(newsletters, and(eq(newsletters.listId, listId), another))) > 0
  return isTaken ? 'list-id-taken' : null
}

async function hasEditions(tx: Transaction, newsletterId: string): Promise<boolean> {
  return (await tx.$count(newsletterEditions, eq(newsletterEditions.newsletterId, newsletterId))) > 0
}

async function rowOf(tx: Transaction, { draft, texts: _texts, sectionIds: _sections, ...said }: NewsletterSettings) {
  const { sectionId, weekdays, minute, length } = draft
  const [draftSectionId = null] = await listPresent(tx, sectionId === null ? [] : [sectionId])
  return { ...said, draftSectionId, draftWeekdays: weekdays, draftMinute: minute, draftLength: length }
}

/** Those of these sections that are there: one may have been removed while the form was open. */
async function listPresent(tx: Transaction, sectionIds: readonly string[]): Promise<string[]> {
  if (sectionIds.length === 0) return []
  const there = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(inArray(sections.id, [...sectionIds]))
  return there.map(({ id }) => id)
}

async function writeParts(tx: Transaction, newsletterId: string, { texts, sectionIds }: NewsletterSettings): Promise<void> {
  await tx.delete(newsletterTexts).where(eq(newsletterTexts.newsletterId, newsletterId))
  await tx.insert(newsletterTexts).values(texts.map((text) => ({ newsletterId, ...text })))
  await tx.delete(newsletterSections).where(eq(newsletterSections.newsletterId, newsletterId))
  const there = await listPresent(tx, sectionIds)
  if (there.length > 0) await tx.insert(newsletterSections).values(there.map((sectionId) => ({ newsletterId, sectionId })))
}

/** What changed, by the names of the settings: never what they say, since addresses are among them. */
function fieldsChanged(before: NewsletterSettings, after: NewsletterSettings): string[] {
  const names = Object.keys(after).filter((name): name is keyof NewsletterSettings => name in after)
  return names.filter((name) => inOrder(before[name]) !== inOrder(after[name]))
}

function inOrder(value: NewsletterSettings[keyof NewsletterSettings]): string {
  return JSON.stringify(Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value)
}

/** From a newsletter's page and those of its editions, in every edition of the site. */
async function movesOf(tx: Transaction, newsletterId: string, from: string, to: string) {
  const sent = await tx
    .select({ number: newsletterEditions.number })
    .from(newsletterEditions)
    .where(eq(newsletterEditions.newsletterId, newsletterId))
  const ends = ['', ...sent.map(({ number }) => `/${number}`)]
  return languages.flatMap((language) =>
    ends.map((end) => ({
      from: `${addressOf.newsletter(language, from)}${end}`,
      to: `${addressOf.newsletter(language, to)}${end}`,
    })),
  )
}
