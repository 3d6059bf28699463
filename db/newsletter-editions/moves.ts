import { decide, type Right } from '../people/rights'
import type { Actor } from '../people/rules'
import type { EditionMove, EditionVerdict, NewsletterEditionStatus } from './rules'

type MoveRule = { from: readonly NewsletterEditionStatus[]; right: Right }

/** From which states each move is possible, and which right it takes. From `freezing` on an edition is the senders'. */
const moveRules: Record<EditionMove, MoveRule> = {
  save: { from: ['draft', 'review', 'approved', 'scheduled'], right: 'newsletter.write' },
  submit: { from: ['draft'], right: 'newsletter.write' },
  return: { from: ['review', 'approved'], right: 'newsletter.approve' },
  approve: { from: ['review'], right: 'newsletter.approve' },
  schedule: { from: ['approved', 'scheduled'], right: 'newsletter.send' },
  unschedule: { from: ['scheduled'], right: 'newsletter.send' },
  send: { from: ['approved', 'scheduled'], right: 'newsletter.send' },
  discard: { from: ['draft', 'review', 'approved'], right: 'newsletter.write' },
}

/** As much of an edition as decides about its moves. */
export type EditionFacts = {
  status: NewsletterEditionStatus
  changedById: string | null
  submittedById: string | null
  approvedById: string | null
}

/** Decides about a move. `fourEyes` is the newsroom's rule that nobody sends out what they wrote without a second person. */
export function judgeMove(
  actor: Pick<Actor, 'personId' | 'role' | 'confirmedAt'>,
  move: EditionMove,
  facts: EditionFacts,
  { fourEyes, now }: { fourEyes: boolean; now: Date },
): EditionVerdict {
  const { from, right } = moveRules[move]
  if (!from.includes(facts.status)) return 'wrong-state'
  const decision = decide(actor, right, now)
  if (decision === 'not-allowed') return decision
  return fourEyes && lacksSecondPerson(actor.personId, move, facts) ? 'second-person' : decision
}

/** The verdict on every move. */
export function judgeMoves(
  actor: Pick<Actor, 'personId' | 'role' | 'confirmedAt'>,
  facts: EditionFacts,
  given: { fourEyes: boolean; now: Date },
): Record<EditionMove, EditionVerdict> {
  const judge = (move: EditionMove) => judgeMove(actor, move, facts, given)
  return {
    ...{ save: judge('save'), submit: judge('submit'), return: judge('return'), approve: judge('approve') },
    ...{ schedule: judge('schedule'), unschedule: judge('unschedule'), send: judge('send'), discard: judge('discard') },
  }
}

/** Nobody approves what they changed last; of a draft that began by itself and that nobody changed, what they submitted. */
function lacksSecondPerson(personId: string, move: EditionMove, { changedById, submittedById, approvedById }: EditionFacts) {
  const writer = changedById ?? submittedById
  switch (move) {
    case 'approve':
      return writer === personId
    case 'schedule':
    case 'send':
      return writer === approvedById
    default:
      return false
  }
}
