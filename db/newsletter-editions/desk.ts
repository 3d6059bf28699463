import { desc, eq, sql } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { db } from '../client'
import { type DeskNewsletter, findDeskNewsletter } from '../newsletters/desk'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { findSettings } from '../settings/queries'
import { listItems } from './items'
import { judgeMoves } from './moves'
import type { EditionInput, EditionMove, EditionVerdict, EditionVersion, ListedEdition } from './rules'
import { editionVersions, newsletterEditions } from './schema'

/** How many editions a newsletter has, in whatever state. */
export function countEditions(newsletterId: string): Promise<number> {
  return db.$count(newsletterEditions, eq(newsletterEditions.newsletterId, newsletterId))
}

/** The newest editions of a newsletter, from before a number on. */
export async function listEditions(
  newsletterId: string,
  { before, limit }: { before: number | null; limit: number },
): Promise<ListedEdition[]> {
  const rows = await db
    .select()
    .from(newsletterEditions)
    .where(
      sql`${newsletterEditions.newsletterId} = ${newsletterId} and (${before}::int is null or ${newsletterEditions.number} < ${before})`,
    )
    .orderBy(desc(newsletterEditions.number))
    .limit(limit)
  return rows.map(({ id, number, kind, status, subject, updatedAt, sendAt, timing, startedAt, frozenCount, draftedFor }) => ({
    ...{ id, number, kind, status, subject, updatedAt, sendAt, timing, startedAt, frozenCount },
    isAutomatic: draftedFor !== null,
  }))
}

/** An edition as it is composed, and what whoever asked can do with it. */
export type DeskEdition = Pick<
  typeof newsletterEditions.$inferSelect,
  'id' | 'number' | 'kind' | 'status' | 'version' | 'timing' | 'sendAt' | 'returnReason' | 'updatedAt' | 'attention' | 'frozenAt'
> & {
  newsletter: DeskNewsletter
  content: EditionInput
  changedBy: string
  approvedBy: string
  /** Of a correction: the edition that it corrects. */
  corrects: { id: string; number: number } | null
  verdicts: Record<EditionMove, EditionVerdict>
  versions: EditionVersion[]
}

/** An edition for somebody of the desk; null where there is none of that id. */
export async function findDeskEdition(actor: Actor, editionId: string, now: Date): Promise<DeskEdition | null> {
  if (!isUuid(editionId)) return null
  const [row] = await db.select().from(newsletterEditions).where(eq(newsletterEditions.id, editionId))
  const newsletter = row && (await findDeskNewsletter(row.newsletterId))
  if (!row || !newsletter) return null
  const { fourEyes } = await findSettings()
  const { id, number, kind, status, version, timing, sendAt, returnReason, updatedAt, attention, frozenAt } = row
  const { subject, preheader, correctsId } = row
  return {
    ...{ id, number, kind, status, version, timing, sendAt, returnReason, updatedAt, attention, frozenAt, newsletter },
    content: { subject, preheader, items: await listItems(db, id) },
    changedBy: await nameOf(row.changedById),
    approvedBy: await nameOf(row.approvedById),
    corrects: correctsId === null ? null : await findCorrected(correctsId),
    verdicts: judgeMoves(actor, row, { fourEyes, now }),
    versions: await listVersions(id),
  }
}

const mostVersions = 50

async function listVersions(editionId: string): Promise<EditionVersion[]> {
  const rows = await db
    .select({ version: editionVersions.version, at: editionVersions.createdAt, by: people.name })
    .from(editionVersions)
    .leftJoin(people, eq(people.id, editionVersions.personId))
    .where(eq(editionVersions.editionId, editionId))
    .orderBy(desc(editionVersions.version))
    .limit(mostVersions)
  return rows.map(({ by, ...row }) => ({ ...row, by: by ?? '' }))
}

async function findCorrected(editionId: string): Promise<DeskEdition['corrects']> {
  const [row] = await db
    .select({ id: newsletterEditions.id, number: newsletterEditions.number })
    .from(newsletterEditions)
    .where(eq(newsletterEditions.id, editionId))
  return row ?? null
}

async function nameOf(personId: string | null): Promise<string> {
  if (personId === null) return ''
  const [person] = await db.select({ name: people.name }).from(people).where(eq(people.id, personId))
  return person?.name ?? ''
}
