'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { commentWordsIn } from '@/components/desk/workflow/comment-words/words'
import { addComment, answerComment, removeComment, reopenComment, resolveComment } from '@/db/comments/commands'
import { answerInput, commentChoice, commentInput } from '@/db/comments/rules'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireRight } from '../../../../session'

/** Says something about an article or a passage of it. */
export async function addCommentAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('article.comment')
  const parsed = parseForm(commentInput.extend({ articleId: z.uuid('invalid') }), form)
  if (!parsed.ok) return parsed.state

  const { articleId, ...input } = parsed.input
  return tell((await addComment(actor, articleId, input, new Date())).outcome, form)
}

/** Answers a comment. */
export async function answerCommentAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('article.comment')
  const parsed = parseForm(answerInput, form)
  if (!parsed.ok) return parsed.state

  return tell((await answerComment(actor, parsed.input.parentId, parsed.input.text, new Date())).outcome, form)
}

/** Notes that a comment is settled. */
export async function resolveCommentAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('article.comment')
  const parsed = parseForm(commentChoice, form)
  return parsed.ok ? tell(await resolveComment(actor, parsed.input.id, new Date()), form) : parsed.state
}

/** Opens a settled comment again. */
export async function reopenCommentAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('article.comment')
  const parsed = parseForm(commentChoice, form)
  return parsed.ok ? tell(await reopenComment(actor, parsed.input.id, new Date()), form) : parsed.state
}

/** Takes back what one has just said. */
export async function removeCommentAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('article.comment')
  const parsed = parseForm(commentChoice, form)
  return parsed.ok ? tell(await removeComment(actor, parsed.input.id, new Date()), form) : parsed.state
}

/** Draws the comments anew, or says why nothing has changed. */
async function tell(
  outcome: 'commented' | 'changed' | 'removed' | 'too-late' | 'not-allowed' | 'unknown',
  form: FormData,
): Promise<FormState> {
  const words = commentWordsIn(await readLanguage())
  switch (outcome) {
    case 'commented':
    case 'changed':
    case 'removed':
      refresh()
      return { status: 'done', message: '' }
    case 'too-late':
      return refuse(words.tooLate, form)
    case 'not-allowed':
      return refuse(words.notAllowed, form)
    case 'unknown':
      refresh()
      return refuse(words.unknown, form)
  }
}
