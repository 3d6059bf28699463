import { isDeepStrictEqual } from 'node:util'
import { and, eq, sql } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { newsletters } from '../newsletters/schema'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { findSettings } from '../settings/queries'
import { areThere, listItems, writeItems } from './items'
import { judgeMove } from './moves'
import { type EditionInput, type EditionSaved, editionInput, emptyEdition } from './rules'
import { editionVersions, newsletterEditions } from './schema'

export type EditionRow = typeof newsletterEditions.$inferSelect

export type Begun = { outcome: 'begun'; id: string; number: number } | { outcome: 'unknown' | 'not-allowed' }

/** Begins an edition of a newsletter, under its next number. */
export async function beginEdition(actor: Actor, newsletterId: string, now: Date): Promise<Begun> {
  if (!may(actor, 'newsletter.write')) return { outcome: 'not-allowed' }
  return db.transaction((tx) => addEdition(tx, actor, { newsletterId, content: emptyEdition }, now))
}

/** Begins an edition that says what another one says. */
export async function duplicateEdition(actor: Actor, editionId: string, now: Date): Promise<Begun> {
  if (!may(actor, 'newsletter.write')) return { outcome: 'not-allowed' }
  return db.transaction(async (tx) => {
    const [edition] = await tx.select().from(newsletterEditions).where(eq(newsletterEditions.id, editionId))
    if (!edition) return { outcome: 'unknown' }
    const { subject, preheader, newsletterId } = edition
    const content = { subject, preheader, items: await listItems(tx, editionId) }
    return addEdition(tx, actor, { newsletterId, content }, now)
  })
}

/** An edition that is to be begun; `correctsId` makes it a correction of another, `draftedFor` one that began by itself. */
export type NewEdition = { newsletterId: string; content: EditionInput; correctsId?: string; draftedFor?: string }

/** Adds an edition to a newsletter as part of the caller's transaction. Whoever adds another one meanwhile waits, and gets the number after it. */
export async function addEdition(
  tx: Transaction,
  actor: Pick<Actor, 'personId'> | null,
  { newsletterId, content, correctsId, draftedFor }: NewEdition,
  now: Date,
): Promise<Begun> {
  const [newsletter] = await tx
    .select({ id: newsletters.id })
    .from(newsletters)
    .where(eq(newsletters.id, newsletterId))
    .for('no key update')
  if (!newsletter) return { outcome: 'unknown' }
  const { subject, preheader, items } = content
  const personId = actor?.personId ?? null
  const [made] = await tx
    .insert(newsletterEditions)
    .values({
      ...{ newsletterId, subject, preheader, correctsId, draftedFor, createdAt: now, updatedAt: now },
      ...{ createdById: personId, changedById: personId, kind: correctsId ? ('correction' as const) : ('regular' as const) },
      number: sql`(select coalesce(max(number), 0) + 1 from newsletter_editions where newsletter_id = ${newsletterId})`,
    })
    .returning({ id: newsletterEditions.id, number: newsletterEditions.number })
  if (!made) throw new Error('An insert returned no row.')
  await writeItems(tx, made.id, items)
  await tx.insert(editionVersions).values({ editionId: made.id, version: 1, content, personId, createdAt: now })
  const details = { number: made.number, ...(correctsId && { corrects: correctsId }), ...(draftedFor && { draftedFor }) }
  await record(tx, actor, { action: 'newsletter-edition.begun', subjectId: made.id, details, at: now })
  return { outcome: 'begun', ...made }
}

/**
 * Saves all that an edition says, if nobody else has since the version that was seen; then nothing is written, and theirs is given back. What was
 * approved or scheduled is in review again by it. Every version is kept.
 */
export async function saveEdition(
  actor: Actor,
  editionId: string,
  { version, content: typed }: { version: number; content: unknown },
  now: Date,
): Promise<EditionSaved> {
  const parsed = editionInput.safeParse(typed)
  if (!parsed.success) return { outcome: 'invalid' }
  const content = parsed.data
  return db.transaction(async (tx) => {
    const edition = await holdEdition(tx, editionId)
    if (!edition) return { outcome: 'unknown' }
    const { fourEyes } = await findSettings(tx)
    const verdict = judgeMove(actor, 'save', edition, { fourEyes, now })
    if (verdict !== 'allowed') return { outcome: verdict === 'wrong-state' ? verdict : 'not-allowed' }
    const before: EditionInput = {
      ...{ subject: edition.subject, preheader: edition.preheader },
      items: await listItems(tx, editionId),
    }
    const isSame = isDeepStrictEqual(before, content)
    if (isSame) return { outcome: 'unchanged', version: edition.version, status: edition.status }
    if (edition.version !== version)
      return { outcome: 'conflict', version: edition.version, by: await nameOf(tx, edition.changedById), content: before }
    if (!(await areThere(tx, content.items))) return { outcome: 'invalid' }
    const status = edition.status === 'draft' ? 'draft' : 'review'
    await tx
      .update(newsletterEditions)
      .set({
        ...{ subject: content.subject, preheader: content.preheader, version: version + 1, changedById: actor.personId },
        ...{ status, approvedById: null, approvedVersion: null, approvedAt: null, sendAt: null, timing: 'absolute' },
        ...{ htmlBytes: null, updatedAt: now },
      })
      .where(eq(newsletterEditions.id, editionId))
    await writeItems(tx, editionId, content.items)
    await tx
      .insert(editionVersions)
      .values({ editionId, version: version + 1, content, personId: actor.personId, createdAt: now })
    const details = { version: version + 1, status }
    await record(tx, actor, { action: 'newsletter-edition.saved', subjectId: editionId, details, at: now })
    return { outcome: 'saved', version: version + 1, status }
  })
}

/** Removes an edition that was never scheduled. Its number is given to the next one if it was the newest. */
export async function discardEdition(
  actor: Actor,
  editionId: string,
  now: Date,
): Promise<'discarded' | 'unknown' | 'not-allowed' | 'wrong-state'> {
  return db.transaction(async (tx) => {
    const edition = await holdEdition(tx, editionId)
    if (!edition) return 'unknown'
    const verdict = judgeMove(actor, 'discard', edition, { fourEyes: false, now })
    if (verdict !== 'allowed') return verdict === 'wrong-state' ? verdict : 'not-allowed'
    await tx.delete(newsletterEditions).where(eq(newsletterEditions.id, editionId))
    const details = { number: edition.number }
    await record(tx, actor, { action: 'newsletter-edition.discarded', subjectId: editionId, details, at: now })
    return 'discarded'
  })
}

/** What an edition said in one of its versions; null where there is none of that number. */
export async function findVersion(editionId: string, version: number): Promise<EditionInput | null> {
  const [row] = await db
    .select({ content: editionVersions.content })
    .from(editionVersions)
    .where(and(eq(editionVersions.editionId, editionId), eq(editionVersions.version, version)))
  return row?.content ?? null
}

/** The edition, held until the transaction ends: neither a colleague nor a sender changes it meanwhile. */
export async function holdEdition(tx: Transaction, editionId: string): Promise<EditionRow | null> {
  const [edition] = await tx.select().from(newsletterEditions).where(eq(newsletterEditions.id, editionId)).for('update')
  return edition ?? null
}

async function nameOf(tx: Transaction, personId: string | null): Promise<string> {
  if (personId === null) return ''
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId))
  return person?.name ?? ''
}
