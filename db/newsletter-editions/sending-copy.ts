import { eq } from 'drizzle-orm'
import { db } from '../client'
import { newsletters } from '../newsletters/schema'
import { editionRenderings, newsletterEditions } from './schema'

/** What a sender needs of an edition: who it comes from, and what it says in each language of its frame. */
export type SendingCopy = {
  editionId: string
  newsletterId: string
  number: number
  slug: string
  language: string
  senderName: string
  senderAddress: string
  replyTo: string
  listId: string
  datedAt: Date
  /** Changes when it was drawn anew. */
  drawnAt: Date
  renderings: { language: string; subject: string; html: string; text: string }[]
}

/** An edition as it is to be sent; null for one that was never frozen. */
export async function findSendingCopy(editionId: string): Promise<SendingCopy | null> {
  const [edition] = await db
    .select({
      editionId: newsletterEditions.id,
      newsletterId: newsletters.id,
      number: newsletterEditions.number,
      slug: newsletters.slug,
      language: newsletters.language,
      senderName: newsletters.senderName,
      senderAddress: newsletters.senderAddress,
      replyTo: newsletters.replyTo,
      listId: newsletters.listId,
      datedAt: newsletterEditions.datedAt,
      drawnAt: newsletterEditions.drawnAt,
    })
    .from(newsletterEditions)
    .innerJoin(newsletters, eq(newsletters.id, newsletterEditions.newsletterId))
    .where(eq(newsletterEditions.id, editionId))
  if (!edition?.datedAt || !edition.drawnAt) return null
  const { language, subject, html, text } = editionRenderings
  const renderings = await db
    .select({ language, subject, html, text })
    .from(editionRenderings)
    .where(eq(editionRenderings.editionId, editionId))
  return { ...edition, datedAt: edition.datedAt, drawnAt: edition.drawnAt, renderings }
}
