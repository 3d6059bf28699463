import { eq, sql } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { db } from '../client'
import { newsletters, newsletterTexts } from '../newsletters/schema'
import type { ItemInput } from './rules'
import { editionItems, newsletterEditions } from './schema'

type EditionValues = Partial<typeof newsletterEditions.$inferInsert>

/** A newsletter with these names by language. */
export async function makeNewsletter(
  slug: string,
  language: Language,
  names: Partial<Record<Language, string>>,
  values: Partial<typeof newsletters.$inferInsert> = {},
): Promise<string> {
  const [row] = await db
    .insert(newsletters)
    .values({ slug, language, ...values })
    .returning({ id: newsletters.id })
  if (!row) throw new Error('An insert returned no row.')
  const texts = Object.entries(names).map(([spoken, name]) => ({ language: spoken, name, promise: `${name} each week` }))
  await db.insert(newsletterTexts).values(texts.map((text) => ({ newsletterId: row.id, ...text })))
  return row.id
}

/** A draft with these items. */
export async function makeEdition(
  newsletterId: string,
  number: number,
  items: readonly ItemInput[],
  values: EditionValues = {},
): Promise<string> {
  const words = { subject: `Edition ${number}`, preheader: `What edition ${number} has` }
  const [row] = await db
    .insert(newsletterEditions)
    .values({ newsletterId, number, ...words, ...values })
    .returning({ id: newsletterEditions.id })
  if (!row) throw new Error('An insert returned no row.')
  const editionId = row.id
  if (items.length > 0) await db.insert(editionItems).values(items.map((item, position) => ({ editionId, position, ...item })))
  return editionId
}

/** Makes a draft look as if its audience, of nobody, had been frozen and it had been sent to all of it. */
export async function freezeItems(editionId: string, at: Date): Promise<void> {
  const frozen = { frozenAt: at, frozenCount: 0, datedAt: at, startedAt: at, endedAt: at }
  await db
    .update(newsletterEditions)
    .set({ status: 'completed', approvedById: sql`gen_random_uuid()`, approvedVersion: newsletterEditions.version, ...frozen })
    .where(eq(newsletterEditions.id, editionId))
  await db.execute(
    sql`update edition_items i set revision_id = a.live_revision_id from articles a where a.id = i.article_id and i.edition_id = ${editionId}`,
  )
}
