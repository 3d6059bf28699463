import type { FormState } from '../../../lib/forms'

export type CommentAction = (previous: FormState, form: FormData) => Promise<FormState>

/** What can be done with comments. */
export type CommentActions = {
  add: CommentAction
  answer: CommentAction
  settle: CommentAction
  reopen: CommentAction
  remove: CommentAction
}

export type ShownAnswer = {
  id: string
  authorName: string
  text: string
  createdAt: Date
  /** Whether whoever looks may take it back. */
  isRemovable: boolean
}

/** What was said about a passage, or about the whole where it names no block. */
export type ShownThread = ShownAnswer & {
  blockId: string | null
  quote: string
  resolved: { at: Date; byName: string } | null
  answers: readonly ShownAnswer[]
}

/** A passage that somebody wants to say something about. */
export type Passage = { blockId: string; quote: string }
