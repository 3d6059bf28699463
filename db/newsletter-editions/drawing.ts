import { eq, sql } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { db, type Transaction } from '../client'
import { findLook, listBadItems } from './contents'
import { type CountedLink, withCountedLinks } from './counted-links'
import type { NewsletterLook } from './look'
import type { Attention, BadItem } from './rules'
import { editionLinks, newsletterEditions } from './schema'

/** An edition that is to be drawn and frozen: what it shows in each language, all as of one moment. */
export type EditionToDraw = {
  version: number
  looks: NewsletterLook[]
  links: CountedLink[]
  shown: { articleId: string; revisionId: string }[]
  /** Articles that stand in it and are not shown. */
  leftOut: string[]
}

/**
 * Reads an edition whose moment has come, from one snapshot. Articles that readers may not see stop it, unless an editor has resumed it knowing that:
 * then they are left out. `moved-on`: it is not to be frozen any more.
 */
export async function readEditionToDraw(
  editionId: string,
  languages: readonly Language[],
  now: Date,
): Promise<
  { outcome: 'to-draw'; edition: EditionToDraw } | { outcome: 'stopped'; attention: Attention } | { outcome: 'moved-on' }
> {
  return db.transaction(
    async (tx) => {
      const [row] = await tx.select().from(newsletterEditions).where(eq(newsletterEditions.id, editionId))
      if (row?.status !== 'freezing') return { outcome: 'moved-on' }
      const unseen = (await listBadItems(tx, editionId, now)).filter(({ reason }) => reason !== 'corrected')
      if (unseen.length > 0 && row.attention?.kind !== 'items') return stoppedBy(unseen)
      const leftOut = new Set(unseen.map(({ articleId }) => articleId))
      const known = await tx.select().from(editionLinks).where(eq(editionLinks.editionId, editionId))
      const drawn = []
      for (const language of languages) {
        const look = await findLook(tx, editionId, language, now)
        const items = look?.items.filter((item) => item.kind !== 'article' || !leftOut.has(item.articleId)) ?? []
        if (!look || items.length === 0) return stoppedBy(unseen)
        drawn.push(withCountedLinks({ ...look, items }, known))
      }
      const shown = await listShown(tx, editionId)
      const edition = {
        version: row.version,
        looks: drawn.map(({ look }) => look),
        links: drawn[0]?.links ?? [],
        shown,
        leftOut: [...leftOut],
      }
      return { outcome: 'to-draw', edition }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

function stoppedBy(items: BadItem[]): { outcome: 'stopped'; attention: Attention } {
  return { outcome: 'stopped', attention: { kind: 'items', items } }
}

async function listShown(tx: Transaction, editionId: string): Promise<EditionToDraw['shown']> {
  const rows = await tx.execute<{ articleId: string; revisionId: string }>(sql`
    select i.article_id as "articleId", a.live_revision_id as "revisionId"
    from edition_items i join articles a on a.id = i.article_id
    where i.edition_id = ${editionId} and a.live_revision_id is not null
  `)
  return [...rows]
}
