'use server'

import { refresh } from 'next/cache'
import type { MoveState } from '@/components/desk/workflow/move-state'
import { overrideCheck } from '@/db/articles/overrides'
import { publishHead, reinstateArticle, scheduleHead, unscheduleArticle } from '@/db/articles/publish'
import { placeOnHold, releaseHold, withdrawFromReaders } from '@/db/articles/withdrawal'
import { approveArticle, returnArticle, submitArticle } from '@/db/articles/workflow'
import {
  articleInput,
  holdInput,
  overrideInput,
  publishInput,
  returnInput,
  scheduleInput,
  seenInput,
  submitInput,
  withdrawInput,
} from '@/db/articles/workflow-inputs'
import { parseForm, refuse } from '@/lib/forms'
import { readSettings } from '../../../../publication'
import { requireRight } from '../../../../session'
import { moved, readWords, refuseMove } from './outcomes'

/** Hands a draft in. */
export async function submitAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.submit')
  const parsed = parseForm(submitInput((await readSettings()).timeZone), form)
  if (!parsed.ok) return parsed.state

  const { articleId, headRevisionId, reviewerId, moment: dueAt } = parsed.input
  const outcome = await submitArticle(actor, articleId, { headRevisionId, reviewerId, dueAt }, new Date())
  if (outcome === 'submitted') moved(articleId, outcome)
  return outcome === 'unfit-reviewer' ? refuse((await readWords()).unfitReviewer, form) : refuseMove(outcome, form)
}

/** Sends an article back to its writer. */
export async function returnAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.review')
  const parsed = parseForm(returnInput, form)
  if (!parsed.ok) return parsed.state

  const { articleId, ...input } = parsed.input
  const outcome = await returnArticle(actor, articleId, input, new Date())
  return outcome === 'returned' ? moved(articleId, outcome) : refuseMove(outcome, form)
}

/** Finds exactly this version good. */
export async function approveAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.review')
  const parsed = parseForm(seenInput, form)
  if (!parsed.ok) return parsed.state

  const { articleId, ...input } = parsed.input
  const outcome = await approveArticle(actor, articleId, input, new Date())
  return outcome === 'approved' ? moved(articleId, outcome) : refuseMove(outcome, form)
}

/** Publishes the version that was seen. */
export async function publishAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.publish')
  const parsed = parseForm(publishInput, form)
  if (!parsed.ok) return parsed.state

  const { articleId, ...input } = parsed.input
  const { outcome } = await publishHead(actor, articleId, input, new Date())
  if (outcome === 'published') moved(articleId, outcome)
  refresh()
  return outcome === 'obstructed' ? refuse((await readWords()).scheduling.obstructed, form) : refuseMove(outcome, form)
}

/** Publishes the version that was seen at a time ahead. */
export async function scheduleAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.schedule')
  const parsed = parseForm(scheduleInput((await readSettings()).timeZone), form)
  if (!parsed.ok) return parsed.state

  const { articleId, ...input } = parsed.input
  const { outcome } = await scheduleHead(actor, articleId, input, new Date())
  const words = await readWords()
  switch (outcome) {
    case 'scheduled':
      return moved(articleId, outcome)
    case 'obstructed':
    case 'in-the-past':
    case 'too-far':
      return refuse(words.scheduling[outcome], form)
    case 'ask-again':
    case 'second-person':
    case 'not-allowed':
    case 'not-now':
    case 'changed-meanwhile':
    case 'unknown':
      return refuseMove(outcome, form)
  }
}

/** Takes an article off the schedule. */
export async function unscheduleAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.schedule')
  const parsed = parseForm(articleInput, form)
  if (!parsed.ok) return parsed.state

  const outcome = await unscheduleArticle(actor, parsed.input.articleId, new Date())
  return outcome === 'unscheduled' ? moved(parsed.input.articleId, outcome) : refuseMove(outcome, form)
}

/** Takes a live article away from readers, who are told why. */
export async function withdrawAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.withdraw')
  const parsed = parseForm(withdrawInput, form)
  if (!parsed.ok) return parsed.state

  const { articleId, ...input } = parsed.input
  const outcome = await withdrawFromReaders(actor, articleId, input, new Date())
  return outcome === 'withdrawn' ? moved(articleId, outcome) : refuseMove(outcome, form)
}

/** Publishes a withdrawn article again. */
export async function reinstateAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.withdraw')
  const parsed = parseForm(seenInput, form)
  if (!parsed.ok) return parsed.state

  const { articleId, ...input } = parsed.input
  const { outcome } = await reinstateArticle(actor, articleId, input, new Date())
  if (outcome === 'reinstated') moved(articleId, outcome)
  return outcome === 'obstructed' ? refuse((await readWords()).scheduling.obstructed, form) : refuseMove(outcome, form)
}

/** Puts an article on legal hold. */
export async function holdAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.hold')
  const parsed = parseForm(holdInput, form)
  if (!parsed.ok) return parsed.state

  const { articleId, ...input } = parsed.input
  const outcome = await placeOnHold(actor, articleId, input, new Date())
  return outcome === 'held' ? moved(articleId, outcome) : refuseMove(outcome, form)
}

/** Ends a legal hold. */
export async function releaseAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.hold')
  const parsed = parseForm(articleInput, form)
  if (!parsed.ok) return parsed.state

  const outcome = await releaseHold(actor, parsed.input.articleId, new Date())
  return outcome === 'released' ? moved(parsed.input.articleId, outcome) : refuseMove(outcome, form)
}

/** Answers for publishing in spite of a check. */
export async function overrideAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.publish')
  const parsed = parseForm(overrideInput, form)
  if (!parsed.ok) return parsed.state

  const { articleId, ...input } = parsed.input
  const outcome = await overrideCheck(actor, articleId, input, new Date())
  refresh()
  const words = await readWords()
  if (outcome === 'overridden') return { status: 'done', message: words.overriddenDone }
  return outcome === 'nothing-to-override' ? refuse(words.nothingToOverride, form) : refuseMove(outcome, form)
}
