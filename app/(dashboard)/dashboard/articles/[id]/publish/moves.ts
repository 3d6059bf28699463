import { type Move, moves, type Verdict } from '@/db/articles/rules'
import type { Standing } from '@/db/articles/standing'
import { rightFor } from '@/db/articles/workflow-rules'

/** The likeliest first. */
const likeliest: readonly Move[] = [
  'approve',
  'publish',
  'schedule',
  'submit',
  'return',
  'unschedule',
  'reinstate',
  'release',
  'withdraw',
  'hold',
]

/** Moves that whoever looks can make, be it after the second factor; the likeliest first. */
export function listOwnMoves({ verdicts }: Pick<Standing, 'verdicts'>): Move[] {
  return likeliest.filter((move) => verdicts[move] === 'allowed' || verdicts[move] === 'ask-again')
}

/** Moves that are possible now for somebody else. */
export function listOtherMoves({ verdicts }: Pick<Standing, 'verdicts'>): { move: Move; verdict: Verdict; right: string }[] {
  return moves
    .map((move) => ({ move, verdict: verdicts[move], right: rightFor(move) }))
    .filter(({ verdict }) => verdict === 'not-allowed' || verdict === 'second-person')
}

/** Whether something that they can do will ask for the second factor. */
export function isConfirmationAhead({ verdicts }: Pick<Standing, 'verdicts'>): boolean {
  return moves.some((move) => verdicts[move] === 'ask-again')
}

/** What decides who can review it. */
export function reviewedOf({ owner, section, head, fourEyes }: Pick<Standing, 'owner' | 'section' | 'head' | 'fourEyes'>) {
  return { ownerId: owner?.id ?? null, sectionId: section.id, authorId: head.authorId, fourEyes }
}
