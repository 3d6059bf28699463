import { asc, eq, inArray } from 'drizzle-orm'
import { articles } from '../articles/schema'
import type { Reader, Transaction } from '../client'
import { noteUses } from '../media/commands'
import { media } from '../media/schema'
import type { ItemInput } from './rules'
import { editionItems } from './schema'

/** What stands in an edition, in order, as it is written. */
export async function listItems(reader: Reader, editionId: string): Promise<ItemInput[]> {
  const rows = await reader
    .select()
    .from(editionItems)
    .where(eq(editionItems.editionId, editionId))
    .orderBy(asc(editionItems.position))
  return rows.flatMap(itemOf)
}

/** Writes what stands in an edition in place of what stood there. */
export async function writeItems(tx: Transaction, editionId: string, items: readonly ItemInput[]): Promise<void> {
  await tx.delete(editionItems).where(eq(editionItems.editionId, editionId))
  if (items.length === 0) return
  await tx.insert(editionItems).values(items.map((item, position) => ({ editionId, position, ...item })))
  await noteUses(tx, picturesOf(items))
}

/** Whether every article and picture that items name is there. */
export async function areThere(reader: Reader, items: readonly ItemInput[]): Promise<boolean> {
  const articleIds = [...new Set(items.flatMap((item) => (item.kind === 'article' ? [item.articleId] : [])))]
  const mediaIds = [...new Set(picturesOf(items))]
  const counts = [
    articleIds.length === 0 ? 0 : await reader.$count(articles, inArray(articles.id, articleIds)),
    mediaIds.length === 0 ? 0 : await reader.$count(media, inArray(media.id, mediaIds)),
  ]
  return counts[0] === articleIds.length && counts[1] === mediaIds.length
}

export function picturesOf(items: readonly ItemInput[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === 'picture') return [item.mediaId]
    return item.kind === 'article' && item.mediaId ? [item.mediaId] : []
  })
}

type Row = typeof editionItems.$inferSelect

function itemOf({ kind, articleId, headline, blurb, text, mediaId, showsPicture }: Row): ItemInput[] {
  switch (kind) {
    case 'article':
      return articleId ? [{ kind, articleId, headline, blurb, mediaId, showsPicture }] : []
    case 'heading':
      return [{ kind, headline }]
    case 'text':
      return [{ kind, text }]
    case 'picture':
      return mediaId ? [{ kind, mediaId, text }] : []
  }
}
