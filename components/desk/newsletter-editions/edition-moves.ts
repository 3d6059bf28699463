import type { MoveAction } from '@/components/desk/workflow/move-state'

/** What the page of an edition sends its moves to. */
export type EditionMoves = {
  submit: MoveAction
  approve: MoveAction
  giveBack: MoveAction
  schedule: MoveAction
  unschedule: MoveAction
  send: MoveAction
  discard: MoveAction
  duplicate: MoveAction
  correct: MoveAction
  test: MoveAction
}
