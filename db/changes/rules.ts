import { isWithinReach } from '../articles/rights'
import type { ArticleStatus, Verdict } from '../articles/rules'
import { lacksSecondPerson } from '../articles/workflow-rules'
import { decide, may, type Right } from '../people/rights'
import type { Actor } from '../people/rules'

export const changeStatuses = ['draft', 'in_review', 'ready', 'scheduled', 'published', 'discarded'] as const
export type ChangeStatus = (typeof changeStatuses)[number]

/** Why a scheduled change did not appear: it clashed with what readers had by then, the article was held, gone, or a check stood against it. */
export type ChangeStop = 'conflict' | 'held' | 'withdrawn' | 'obstructed'

/** What can be done with a pending change as a whole, the likeliest first. */
export const changeMoves = ['approve', 'publish', 'schedule', 'submit', 'return', 'unschedule', 'resume', 'discard'] as const
export type ChangeMove = (typeof changeMoves)[number]

/** As much of a pending change and its article as decides what somebody may do with it. `status` of the article is that of the moment. */
export type ChangeFacts = {
  status: ChangeStatus
  authorId: string
  approvedById: string | null
  approvedRevisionId: string | null
  head: { id: string; authorId: string | null; sectionId: string }
  article: { ownerId: string | null; sectionId: string; status: ArticleStatus }
}

const open: readonly ChangeStatus[] = ['draft', 'in_review', 'ready', 'scheduled']

/** Whether it is neither published nor discarded. */
export function isOpen(status: ChangeStatus): boolean {
  return open.includes(status)
}

const moveRules: Record<ChangeMove, { from: readonly ChangeStatus[]; right: Right }> = {
  submit: { from: ['draft'], right: 'article.submit' },
  return: { from: ['in_review', 'ready'], right: 'article.review' },
  approve: { from: ['in_review', 'ready', 'scheduled'], right: 'article.review' },
  publish: { from: ['draft', 'ready', 'scheduled'], right: 'article.publish' },
  schedule: { from: ['draft', 'ready', 'scheduled'], right: 'article.schedule' },
  unschedule: { from: ['scheduled'], right: 'article.schedule' },
  discard: { from: ['draft', 'in_review', 'ready'], right: 'article.write' },
  resume: { from: ['discarded'], right: 'article.write' },
}

/** The moves that bring it to readers, or nearer to them: they need an article that readers have. */
const needsLive: readonly ChangeMove[] = ['submit', 'approve', 'publish', 'schedule', 'resume']

/** Decides about a move. `fourEyes` is the newsroom's rule that nobody publishes what they wrote without a second person. */
export function judgeChange(
  actor: Actor,
  move: ChangeMove,
  facts: ChangeFacts,
  { fourEyes, now }: { fourEyes: boolean; now: Date },
): Verdict {
  const { from, right } = moveRules[move]
  if (!from.includes(facts.status) || (needsLive.includes(move) && facts.article.status !== 'live')) return 'not-now'
  if (move === 'approve' && facts.status !== 'in_review' && facts.approvedRevisionId === facts.head.id) return 'not-now'
  if (!may(actor, right) || !isTheirs(actor, move, facts)) return 'not-allowed'
  const isForTwo = move === 'approve' || move === 'publish' || move === 'schedule'
  if (fourEyes && isForTwo && lacksSecondPerson(actor, move, facts)) return 'second-person'
  return decide(actor, right, now)
}

/** One's own, one's own article's, or of one's sections; a change that moves the article is decided about by whoever decides in both. */
function isTheirs(actor: Actor, move: ChangeMove, { authorId, head, article }: ChangeFacts): boolean {
  if (actor.role === 'reporter') return authorId === actor.personId || article.ownerId === actor.personId
  if (!isWithinReach(actor, article)) return false
  const movesOn = move === 'approve' || move === 'publish' || move === 'schedule'
  return !movesOn || isWithinReach(actor, { ...article, sectionId: head.sectionId })
}

/** Whether somebody may begin a change to an article: reporters to what is theirs, editors in their sections. */
export function mayBeginChange(actor: Actor, article: ChangeFacts['article']): boolean {
  return article.status === 'live' && may(actor, 'article.submit') && isWithinReach(actor, article)
}

/** Whether somebody may write in a change: its author and the article's owner until it is beyond review, editors in their sections until it ends. */
export function mayWriteChange(actor: Actor, facts: Pick<ChangeFacts, 'status' | 'authorId' | 'article'>): boolean {
  const { status, authorId, article } = facts
  if (!isOpen(status) || !may(actor, 'article.submit')) return false
  if (actor.role !== 'reporter') return isWithinReach(actor, article)
  const isOwn = authorId === actor.personId || article.ownerId === actor.personId
  return isOwn && (status === 'draft' || status === 'in_review')
}
