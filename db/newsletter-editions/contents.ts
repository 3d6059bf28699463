import { sql } from 'drizzle-orm'
import type { Reader } from '../client'

/** Items whose article readers may not see now, or that has changed since the edition was frozen. */
export async function listBadItems(reader: Reader, editionId: string, now: Date): Promise<{ articleId: string }[]> {
  return reader.execute<{ articleId: string }>(sql`
    select i.article_id as "articleId" from edition_items i
    where i.edition_id = ${editionId} and i.article_id is not null and i.left_out_at is null and not exists (
      select from listed_articles l where l.article_id = i.article_id and l.visible_at <= ${now.toISOString()} and l.revision_id = i.revision_id
    )
  `)
}
