import { sql } from 'drizzle-orm'
import type { Transaction } from '../client'
import { idList } from '../id-list'
import { keepDeskWords } from './desk-words'

/**
 * Makes each revision the head of its article. As long as nothing of an article is live it stands in the section that its head says; an article
 * that readers know moves when it is published. To be called in the transaction that wrote the revisions.
 */
export async function moveHeads(
  tx: Transaction,
  heads: readonly { articleId: string; revisionId: string }[],
  now: Date,
): Promise<void> {
  if (heads.length === 0) return
  const revisionIds = idList(heads.map(({ revisionId }) => revisionId))
  await tx.execute(sql`
    update articles a set head_revision_id = r.id, modified_at = ${now.toISOString()}::timestamptz,
      section_id = case when a.live_revision_id is null then r.section_id else a.section_id end
    from revisions r where r.id in (${revisionIds}) and a.id = r.article_id`)
  await keepDeskWords(
    tx,
    heads.map(({ articleId }) => articleId),
  )
}
