'use server'

import { redirect } from 'next/navigation'
import { editionWordsIn } from '@/components/desk/newsletter-editions/words/words'
import type { MoveState } from '@/components/desk/workflow/move-state'
import { beginCorrection } from '@/db/newsletter-editions/correcting'
import { discardEdition, duplicateEdition } from '@/db/newsletter-editions/editing'
import { requestTestMail } from '@/db/newsletter-editions/testing-mail'
import {
  approveEdition,
  returnEdition,
  scheduleEdition,
  sendEditionNow,
  submitEdition,
  unscheduleEdition,
} from '@/db/newsletter-editions/workflow'
import { parseForm } from '@/lib/forms'
import { readSettings } from '../../../../publication'
import { requireRight } from '../../../../session'
import { returnInput, scheduleInput, seenInput } from './inputs'
import { measureEdition } from './measure'
import { tellBegun, tellMoved, tellOther, tellTest } from './tell-edition'

/** Hands a draft in to be approved. */
export async function submitEditionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.write')
  const parsed = parseForm(seenInput, form)
  if (!parsed.ok) return parsed.state

  return tellMoved('submitted', await submitEdition(actor, parsed.input, new Date()), form)
}

/** Finds exactly the version that was seen good. */
export async function approveEditionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.approve')
  const parsed = parseForm(seenInput, form)
  if (!parsed.ok) return parsed.state

  return tellMoved('approved', await approveEdition(actor, parsed.input, new Date()), form)
}

/** Gives an edition back as a draft. */
export async function returnEditionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.approve')
  const parsed = parseForm(returnInput, form)
  if (!parsed.ok) return parsed.state

  const { reason, ...seen } = parsed.input
  return tellMoved('returned', await returnEdition(actor, seen, reason, new Date()), form)
}

/** Has an approved edition sent at a moment ahead. */
export async function scheduleEditionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.send')
  const parsed = parseForm(scheduleInput((await readSettings()).timeZone), form)
  if (!parsed.ok) return parsed.state

  const { sendAt, timing, ...seen } = parsed.input
  const htmlBytes = await measureEdition(seen.editionId)
  return tellMoved('scheduled', await scheduleEdition(actor, seen, { sendAt, timing, htmlBytes }, new Date()), form)
}

/** Takes an edition off the schedule. */
export async function unscheduleEditionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.send')
  const parsed = parseForm(seenInput, form)
  if (!parsed.ok) return parsed.state

  return tellMoved('unscheduled', await unscheduleEdition(actor, parsed.input, new Date()), form)
}

/** Has an approved edition sent at once. */
export async function sendEditionNowAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.send')
  const parsed = parseForm(seenInput, form)
  if (!parsed.ok) return parsed.state

  const htmlBytes = await measureEdition(parsed.input.editionId)
  return tellMoved('sendingSoon', await sendEditionNow(actor, parsed.input, htmlBytes, new Date()), form)
}

/** Removes an edition that was never scheduled, and goes back to its newsletter. */
export async function discardEditionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.write')
  const parsed = parseForm(seenInput, form)
  if (!parsed.ok) return parsed.state

  const outcome = await discardEdition(actor, parsed.input.editionId, new Date())
  return outcome === 'discarded' ? redirect('/dashboard/newsletters') : tellOther(outcome, form)
}

/** Begins an edition that says the same. */
export async function duplicateEditionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.write')
  const parsed = parseForm(seenInput, form)
  if (!parsed.ok) return parsed.state

  return tellBegun(await duplicateEdition(actor, parsed.input.editionId, new Date()), form)
}

/** Begins a mail to those who were sent an edition, about what was wrong in it. */
export async function beginCorrectionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.write')
  const parsed = parseForm(seenInput, form)
  if (!parsed.ok) return parsed.state

  const { editionId } = parsed.input
  return tellBegun(
    await beginCorrection(actor, editionId, (language) => editionWordsIn(language).correctionSubject, new Date()),
    form,
  )
}

/** Sends the edition as it is saved to whoever asks. */
export async function sendTestAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.write')
  const parsed = parseForm(seenInput, form)
  if (!parsed.ok) return parsed.state

  return tellTest(await requestTestMail(actor, parsed.input.editionId, new Date()), form)
}
