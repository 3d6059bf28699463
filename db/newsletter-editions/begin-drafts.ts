import { and, eq, sql } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { type DeskNewsletter, listDeskNewsletters } from '../newsletters/desk'
import { type DraftTurn, dueTurn } from '../newsletters/draft-turns'
import { newsletters } from '../newsletters/schema'
import { findSettings } from '../settings/queries'
import { addEdition } from './editing'
import type { EditionInput } from './rules'
import { newsletterEditions } from './schema'

/**
 * Begins the drafts that are due, one for each newsletter and turn, however often it is asked; gives the ids of the new ones. Of a section in which
 * nothing is new, none begins until something is.
 */
export async function beginDueDrafts(now: Date): Promise<string[]> {
  const { timeZone } = await findSettings()
  const begun: string[] = []
  for (const newsletter of await listDeskNewsletters()) {
    const turn = newsletter.isOpen ? dueTurn(newsletter, now, timeZone) : null
    const id = turn && (await beginDraft(newsletter, turn, now))
    if (id) begun.push(id)
  }
  return begun
}

async function beginDraft(newsletter: DeskNewsletter, { day }: DraftTurn, now: Date): Promise<string | null> {
  return db.transaction(async (tx) => {
    // Held as beginning an edition holds it: of two workers the second sees what the first began.
    await tx.select({ id: newsletters.id }).from(newsletters).where(eq(newsletters.id, newsletter.id)).for('no key update')
    const isThere = and(eq(newsletterEditions.newsletterId, newsletter.id), eq(newsletterEditions.draftedFor, day))
    if ((await tx.$count(newsletterEditions, isThere)) > 0) return null
    const content = await draftContent(tx, newsletter, now)
    if (!content) return null
    const begun = await addEdition(tx, null, { newsletterId: newsletter.id, content, draftedFor: day }, now)
    return begun.outcome === 'begun' ? begun.id : null
  })
}

/** A section's newest articles that stand in none of the newsletter's editions; null where there are none. */
async function draftContent(tx: Transaction, { id, draft }: DeskNewsletter, now: Date): Promise<EditionInput | null> {
  const rows = await tx.execute<{ id: string; headline: string }>(sql`
    select l.article_id as id, r.headline from listed_articles l join revisions r on r.id = l.revision_id
    where l.section_id = ${draft.sectionId} and l.visible_at <= ${now.toISOString()}::timestamptz and not exists (
      select from edition_items i join newsletter_editions e on e.id = i.edition_id
      where i.article_id = l.article_id and e.newsletter_id = ${id} and e.status <> 'cancelled'
    )
    order by l.published_at desc, l.article_id desc limit ${draft.length}`)
  const [first] = rows
  if (!first) return null
  return {
    // The first story is what a reader is told first; whoever finishes the draft may think of better words.
    ...{ subject: first.headline.slice(0, 200), preheader: '' },
    items: rows.map((row) => ({
      ...{ kind: 'article' as const, articleId: row.id, headline: '', blurb: '' },
      ...{ mediaId: null, showsPicture: true },
    })),
  }
}
