'use server'

import { discardWorkingCopy } from '@/db/articles/working-copies'
import { isUuid } from '@/lib/checks'
import { requireRight } from '../../../session'

/** Throws away what a tab of one's own wrote in an article, or in a pending change to it, and did not save. */
export async function discardCopyAction(articleId: unknown, changeId: unknown, tab: unknown): Promise<void> {
  const actor = await requireRight('article.write')
  if (!isUuid(articleId) || !isUuid(tab)) return
  await discardWorkingCopy(actor, { articleId, changeId: isUuid(changeId) ? changeId : null }, tab)
}
