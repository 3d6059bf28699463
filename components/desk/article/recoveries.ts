import { read } from '@/components/desk/article/desk-server'
import type { Base, Draft } from '@/components/desk/article/draft-keeper'
import { clearJournal, readJournal } from '@/components/desk/article/journal'
import { listOpenTabs } from '@/components/desk/article/tab-name'
import type { ArticleContent } from '@/db/articles/content'
import { isSame } from '@/db/articles/same'

/** What the server kept of a tab. */
export type KeptCopy = { tab: string; baseRevisionId: string; content: ArticleContent; sequence: number; keptAt: Date }

/** Words that were written and not saved: which, when and where. */
export type Recovery = {
  tab: string
  where: 'here' | 'open' | 'other'
  at: Date
  sequence: number
  content: ArticleContent
  baseRevisionId: string
  /** What it was written over; null when only the server knows. */
  base: ArticleContent | null
}

/**
 * What somebody wrote in this article and did not save, from this device's journal and from the server, the last first; of what both know
 * of a tab, the later. What says no more than the article does is left out.
 */
export async function listRecoveries(draft: Draft, copies: readonly KeptCopy[], head: Base): Promise<Recovery[]> {
  const [entries, open] = await Promise.all([
    readJournal(draft.articleId, draft.changeId, draft.personId).catch(() => []),
    listOpenTabs(),
  ])
  const found = new Map<string, Recovery>()
  const whereOf = (tab: string) => (tab === draft.tab ? 'here' : open.has(tab) ? 'open' : 'other')
  for (const { tab, baseRevisionId, content, sequence, keptAt } of copies) {
    const base = baseRevisionId === head.revisionId ? head.content : null
    found.set(tab, { tab, where: whereOf(tab), at: keptAt, sequence, content, baseRevisionId, base })
  }
  for (const { tab, base, content, sequence, at } of entries) {
    if ((found.get(tab)?.sequence ?? 0) > sequence) continue
    found.set(tab, { tab, where: whereOf(tab), at, sequence, content, baseRevisionId: base.revisionId, base: base.content })
  }
  return [...found.values()]
    .filter(({ content, base }) => !isSame(content, head.content) && !(base && isSame(content, base)))
    .sort((one, other) => other.at.getTime() - one.at.getTime())
}

/** What a recovery was written over; null when it cannot be had just now. */
export async function findBase({ base, baseRevisionId }: Recovery, articleId: string): Promise<ArticleContent | null> {
  if (base) return base
  const sent = await read(`/dashboard/articles/${articleId}/revisions/${baseRevisionId}`)
  return sent.kind === 'answer' ? (sent.json as ArticleContent) : null
}

/** Forgets a recovery on this device; the server's copy is its own matter. */
export async function forgetRecovery({ articleId, changeId }: Draft, { tab, sequence }: Recovery): Promise<void> {
  await clearJournal({ articleId, changeId, tab }, sequence).catch(() => {})
}
