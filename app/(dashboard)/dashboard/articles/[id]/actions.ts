'use server'

import { discardWorkingCopy } from '@/db/articles/working-copies'
import { isUuid } from '@/lib/checks'
import { requireRight } from '../../../session'

/** Throws away what a tab of one's own wrote in an article and did not save. */
export async function discardCopyAction(articleId: unknown, tab: unknown): Promise<void> {
  const actor = await requireRight('article.write')
  if (isUuid(articleId) && isUuid(tab)) await discardWorkingCopy(actor, articleId, tab)
}
