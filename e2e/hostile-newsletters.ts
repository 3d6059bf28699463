import { sql } from 'drizzle-orm'
import { db } from '../db/client'
import { beginEdition, saveEdition } from '../db/newsletter-editions/editing'
import type { EditionInput } from '../db/newsletter-editions/rules'
import { returnEdition, submitEdition } from '../db/newsletter-editions/workflow'
import { newsletters } from '../db/newsletters/schema'
import { hostile } from './hostile-words'
import type { Member } from './staff'

/** An edition of a newsletter with hostile words in everything that is said in it, given back with a hostile reason; gives its id. */
export async function pourNewsletters(editor: Member, articleId: string, mediaId: string, now: Date): Promise<string> {
  const words = (most: number) => sql`${hostile(most, { isLine: true })}`
  await db.execute(sql`update newsletters set sender_name = ${words(100)}, postal_address = ${words(500)}`)
  const [newsletter] = await db.select({ id: newsletters.id }).from(newsletters).limit(1)
  const begun = await beginEdition(editor.actor, newsletter?.id ?? '', now)
  if (begun.outcome !== 'begun') throw new Error(begun.outcome)
  const content: EditionInput = {
    ...{ subject: hostile(200), preheader: hostile(300) },
    items: [
      { kind: 'heading', headline: hostile(300) },
      { kind: 'article', articleId, headline: hostile(300), blurb: hostile(1500), mediaId, showsPicture: true },
      { kind: 'text', text: hostile(2000) },
      { kind: 'picture', mediaId, text: hostile(500) },
    ],
  }
  const saved = await saveEdition(editor.actor, begun.id, { version: 1, content }, now)
  if (saved.outcome !== 'saved') throw new Error(saved.outcome)
  const seen = { editionId: begun.id, version: saved.version }
  const { actor } = editor
  for (const { outcome } of [await submitEdition(actor, seen, now), await returnEdition(actor, seen, hostile(1000), now)])
    if (outcome !== 'done') throw new Error(outcome)
  return begun.id
}
