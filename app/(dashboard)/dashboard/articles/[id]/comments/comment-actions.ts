import { addCommentAction, answerCommentAction, removeCommentAction, reopenCommentAction, resolveCommentAction } from './actions'

/** What can be done with comments, as their list takes it. */
export const commentActions = {
  add: addCommentAction,
  answer: answerCommentAction,
  settle: resolveCommentAction,
  reopen: reopenCommentAction,
  remove: removeCommentAction,
}
