'use server'

import { redirect } from 'next/navigation'
import type { Seen } from '@/components/desk/changes/clash-form'
import type { MoveState } from '@/components/desk/workflow/move-state'
import { beginChange, renewChange } from '@/db/changes/commands'
import {
  beginInput,
  changeInput,
  publishChangeInput,
  renewInput,
  returnChangeInput,
  scheduleChangeInput,
  seenChangeInput,
  submitChangeInput,
} from '@/db/changes/inputs'
import { publishChange, scheduleChange, unscheduleChange } from '@/db/changes/publish'
import { approveChange, discardChange, resumeChange, returnChange, submitChange } from '@/db/changes/workflow'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readSettings } from '../../../../publication'
import { requireRight } from '../../../../session'
import { readWords } from '../publish/outcomes'
import { changed, inWords, readChangeWords, refuseChange } from './outcomes'

/** Begins a pending change to a live article. */
export async function beginChangeAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('article.submit')
  const parsed = parseForm(beginInput, form)
  if (!parsed.ok) return parsed.state

  const begun = await beginChange(actor, parsed.input, new Date())
  if (begun.outcome === 'begun') redirect(`/dashboard/articles/${parsed.input.articleId}/changes/${begun.changeId}?done=begun`)
  return refuse(begun.outcome === 'not-now' ? (await readChangeWords()).notLive : await inWords(begun.outcome), form)
}

/** Hands a change in. */
export async function submitChangeAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.submit')
  const parsed = parseForm(submitChangeInput((await readSettings()).timeZone), form)
  if (!parsed.ok) return parsed.state

  const { changeId, moment: dueAt, ...input } = parsed.input
  const outcome = await submitChange(actor, changeId, { ...input, dueAt }, new Date())
  if (outcome === 'unfit-reviewer') return refuse((await readWords()).unfitReviewer, form)
  return outcome === 'submitted' ? changed(form, outcome) : refuseChange(outcome, form)
}

/** Sends a change back to its author. */
export async function returnChangeAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.review')
  const parsed = parseForm(returnChangeInput, form)
  if (!parsed.ok) return parsed.state

  const { changeId, ...input } = parsed.input
  const outcome = await returnChange(actor, changeId, input, new Date())
  return outcome === 'returned' ? changed(form, outcome) : refuseChange(outcome, form)
}

/** Finds exactly this version of a change good. */
export async function approveChangeAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.review')
  const parsed = parseForm(seenChangeInput, form)
  if (!parsed.ok) return parsed.state

  const { changeId, ...input } = parsed.input
  const outcome = await approveChange(actor, changeId, input, new Date())
  return outcome === 'approved' ? changed(form, outcome) : refuseChange(outcome, form)
}

/** Merges a change into what readers have. */
export async function publishChangeAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.publish')
  const parsed = parseForm(publishChangeInput, form)
  if (!parsed.ok) return parsed.state

  const { changeId, ...input } = parsed.input
  const { outcome } = await publishChange(actor, changeId, input, new Date())
  return outcome === 'published' ? changed(form, outcome) : refuseChange(outcome, form)
}

/** Schedules a change. */
export async function scheduleChangeAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.schedule')
  const parsed = parseForm(scheduleChangeInput((await readSettings()).timeZone), form)
  if (!parsed.ok) return parsed.state

  const { changeId, ...input } = parsed.input
  const { outcome } = await scheduleChange(actor, changeId, input, new Date())
  return outcome === 'scheduled' ? changed(form, outcome) : refuseChange(outcome, form)
}

/** Takes a change off the schedule. */
export async function unscheduleChangeAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.schedule')
  const parsed = parseForm(changeInput, form)
  if (!parsed.ok) return parsed.state

  const outcome = await unscheduleChange(actor, parsed.input.changeId, new Date())
  return outcome === 'unscheduled' ? changed(form, outcome) : refuseChange(outcome, form)
}

/** Gives a change up. */
export async function discardChangeAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(changeInput, form)
  if (!parsed.ok) return parsed.state

  const outcome = await discardChange(actor, parsed.input.changeId, new Date())
  return outcome === 'discarded' ? changed(form, outcome) : refuseChange(outcome, form)
}

/** Takes a change up again. */
export async function resumeChangeAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('article.write')
  const parsed = parseForm(changeInput, form)
  if (!parsed.ok) return parsed.state

  const outcome = await resumeChange(actor, parsed.input.changeId, new Date())
  return outcome === 'resumed' ? changed(form, outcome) : refuseChange(outcome, form)
}

/** Decides what is to stand where a change clashes with what readers have. */
export async function renewChangeAction(seen: Seen, choices: unknown): Promise<FormState> {
  const actor = await requireRight('article.submit')
  const parsed = renewInput.safeParse({ ...seen, choices })
  const words = await readChangeWords()
  if (!parsed.success) return { status: 'refused', message: words.undecided, values: {} }

  const { changeId, ...input } = parsed.data
  const outcome = await renewChange(actor, changeId, input, new Date())
  if (outcome === 'renewed') return { status: 'done', message: words.done.renewed }
  return { status: 'refused', message: outcome === 'undecided' ? words.undecided : await inWords(outcome), values: {} }
}
