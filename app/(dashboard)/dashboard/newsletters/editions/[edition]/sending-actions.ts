'use server'

import type { MoveState } from '@/components/desk/workflow/move-state'
import { cancelEdition, decideUncertain, pauseEdition, resumeEdition } from '@/db/newsletter-editions/sending-control'
import { parseForm } from '@/lib/forms'
import { requireRight } from '../../../../session'
import { editionInput } from './inputs'
import { tellSending } from './tell-edition'

/** Stops sending until somebody resumes it. */
export async function pauseEditionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.send')
  const parsed = parseForm(editionInput, form)
  if (!parsed.ok) return parsed.state

  return tellSending('paused', await pauseEdition(actor, parsed.input.editionId, new Date()), form)
}

/** Goes on with sending, knowing what stopped it. */
export async function resumeEditionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.send')
  const parsed = parseForm(editionInput, form)
  if (!parsed.ok) return parsed.state

  return tellSending('resumed', await resumeEdition(actor, parsed.input.editionId, new Date()), form)
}

/** Ends sending for good. */
export async function cancelEditionAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.send')
  const parsed = parseForm(editionInput, form)
  if (!parsed.ok) return parsed.state

  return tellSending('cancelled', await cancelEdition(actor, parsed.input.editionId, new Date()), form)
}

/** Sends mails again of which nobody knows whether they arrived. */
export async function sendUncertainAgainAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.send')
  const parsed = parseForm(editionInput, form)
  if (!parsed.ok) return parsed.state

  const choice = { deliveryIds: 'all', way: 'send-again' } as const
  return tellSending('sentAgain', await decideUncertain(actor, parsed.input.editionId, choice, new Date()), form)
}

/** Leaves mails as they are of which nobody knows whether they arrived. */
export async function leaveUncertainAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('newsletter.send')
  const parsed = parseForm(editionInput, form)
  if (!parsed.ok) return parsed.state

  const choice = { deliveryIds: 'all', way: 'leave' } as const
  return tellSending('leftAlone', await decideUncertain(actor, parsed.input.editionId, choice, new Date()), form)
}
