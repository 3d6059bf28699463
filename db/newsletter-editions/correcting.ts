import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { isLanguage, type Language, rootLanguage } from '../../lib/languages'
import { db, type Transaction } from '../client'
import { corrections } from '../corrections/schema'
import { newsletters } from '../newsletters/schema'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { addEdition, type Begun, type EditionRow } from './editing'
import { listItems } from './items'
import type { ItemInput } from './rules'
import { newsletterEditions } from './schema'

/**
 * Begins a correction mail, which goes to exactly those who were sent an edition: with every correction of its articles that readers have been told
 * since, each before the article it is of. `wording` is its subject in a language, with `{subject}` for the edition's.
 */
export async function beginCorrection(
  actor: Actor,
  editionId: string,
  wording: (language: Language) => string,
  now: Date,
): Promise<Begun | { outcome: 'not-sent' }> {
  if (!may(actor, 'newsletter.write')) return { outcome: 'not-allowed' }
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ edition: newsletterEditions, language: newsletters.language })
      .from(newsletterEditions)
      .innerJoin(newsletters, eq(newsletters.id, newsletterEditions.newsletterId))
      .where(eq(newsletterEditions.id, editionId))
    if (!row) return { outcome: 'unknown' }
    const { edition } = row
    if (edition.frozenAt === null) return { outcome: 'not-sent' }
    const language = isLanguage(row.language) ? row.language : rootLanguage
    const subject = wording(language)
      .replace('{subject}', () => edition.subject)
      .slice(0, 200)
    const content = { subject, preheader: '', items: await correctedItems(tx, edition, edition.frozenAt) }
    return addEdition(tx, actor, { newsletterId: edition.newsletterId, content, correctsId: editionId }, now)
  })
}

async function correctedItems(tx: Transaction, { id }: EditionRow, since: Date): Promise<ItemInput[]> {
  const sent = await listItems(tx, id)
  const articleIds = [...new Set(sent.flatMap((item) => (item.kind === 'article' ? [item.articleId] : [])))]
  if (articleIds.length === 0) return []
  const told = await tx
    .select({ articleId: corrections.articleId, text: corrections.text })
    .from(corrections)
    .where(
      and(inArray(corrections.articleId, articleIds), eq(corrections.status, 'approved'), gt(corrections.correctedAt, since)),
    )
    .orderBy(asc(corrections.correctedAt))
  return articleIds.flatMap((articleId): ItemInput[] => {
    const texts = told.flatMap((one) => (one.articleId === articleId ? [one.text] : []))
    if (texts.length === 0) return []
    return [
      { kind: 'text', text: texts.join('\n\n').slice(0, 10_000) },
      { kind: 'article', articleId, headline: '', blurb: '', mediaId: null, showsPicture: false },
    ]
  })
}
