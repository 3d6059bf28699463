import { sql } from 'drizzle-orm'
import type { Transaction } from '../client'
import { idList } from '../id-list'
import { spelledColumns } from './spelled'

/**
 * Keeps the words of these articles' heads for the desk's search where readers' search does not have them: of drafts, of changes not yet
 * published, of what was withdrawn. A head that is listed has no words here. To be called in the transaction that moved or listed them.
 */
export async function keepDeskWords(tx: Transaction, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return
  const ids = idList(articleIds)
  await tx.execute(sql`delete from desk_words where article_id in (${ids})`)
  await tx.execute(sql`
    with found as materialized (
      select a.id, a.language, ${spelledColumns}
      from articles a join revisions r on r.id = a.head_revision_id
      where a.id in (${ids})
        and not exists (select from listed_articles l where l.article_id = a.id and l.revision_id = a.head_revision_id)
    )
    insert into desk_words (article_id, words)
    select f.id, search_vector(f.language, f.headline, f.near, f.topics, f.body) || facet_words(array[f.language])
    from found f`)
}
