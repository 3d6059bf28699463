'use server'

import { refresh } from 'next/cache'
import type { MoveState } from '@/components/desk/workflow/move-state'
import { changeEmbargo, changeParticulars } from '@/db/articles/particulars'
import { assignReviewer, giveArticle } from '@/db/articles/workflow'
import { articleInput, embargoInput, ownerInput, particularsInput, reviewerInput } from '@/db/articles/workflow-inputs'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readSettings } from '../../../../../publication'
import { requireRight } from '../../../../../session'
import { readWords, refuseMove } from '../outcomes'

/** Asks somebody to review, until a time. */
export async function assignReviewerAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.submit')
  const parsed = parseForm(reviewerInput((await readSettings()).timeZone), form)
  if (!parsed.ok) return parsed.state

  const { articleId, reviewerId, moment: dueAt } = parsed.input
  return tellAssignment(await assignReviewer(actor, articleId, { reviewerId, dueAt }, new Date()), form)
}

/** Takes the review up oneself. */
export async function claimReviewAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.review')
  const parsed = parseForm(articleInput, form)
  if (!parsed.ok) return parsed.state

  const outcome = await assignReviewer(actor, parsed.input.articleId, { reviewerId: actor.personId }, new Date())
  return tellAssignment(outcome, form)
}

/** Gives an article to another owner. */
export async function giveArticleAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(ownerInput, form)
  if (!parsed.ok) return parsed.state

  const words = await readWords()
  const outcome = await giveArticle(actor, parsed.input.articleId, parsed.input.ownerId, new Date())
  refresh()
  if (outcome === 'given') return { status: 'done', message: words.given }
  return outcome === 'unfit-owner' ? refuse(words.unfitOwner, form) : refuseMove(outcome, form)
}

/** Sets until when nobody may see an article, or lifts that. */
export async function changeEmbargoAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(embargoInput((await readSettings()).timeZone), form)
  if (!parsed.ok) return parsed.state

  const { articleId, note, moment: until } = parsed.input
  return tellChange(await changeEmbargo(actor, articleId, { until, note }, new Date()), form)
}

/** Changes what the desk keeps of an article beside its text. */
export async function changeParticularsAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(particularsInput, form)
  if (!parsed.ok) return parsed.state

  const { articleId, ...input } = parsed.input
  return tellChange(await changeParticulars(actor, articleId, input, new Date()), form)
}

type Change = Awaited<ReturnType<typeof changeParticulars>> | Awaited<ReturnType<typeof changeEmbargo>>

async function tellChange(outcome: Change, form: FormData): Promise<MoveState> {
  const words = await readWords()
  refresh()
  switch (outcome) {
    case 'changed':
      return { status: 'done', message: words.saved }
    case 'unchanged':
      return { status: 'done', message: words.unchanged }
    case 'changed-meanwhile':
      return refuse(words.particularsChanged, form)
    case 'published-already':
      return refuse(words.publishedAlready, form)
    case 'scheduled-earlier':
      return refuse(words.scheduledEarlier, form)
    case 'in-the-past':
      return refuse(words.scheduling[outcome], form)
    case 'not-allowed':
    case 'unknown':
      return refuseMove(outcome, form)
  }
}

async function tellAssignment(outcome: Awaited<ReturnType<typeof assignReviewer>>, form: FormData): Promise<MoveState> {
  const words = await readWords()
  refresh()
  if (outcome === 'assigned') return { status: 'done', message: words.asked } satisfies FormState
  return outcome === 'unfit-reviewer' ? refuse(words.unfitReviewer, form) : refuseMove(outcome, form)
}
