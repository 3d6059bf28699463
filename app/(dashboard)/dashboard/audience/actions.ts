'use server'

import { z } from 'zod'
import { endSubscription, eraseFromAudience, releaseSuppression, suppressSubscriber } from '@/db/subscribers/audience-commands'
import { endForm, releaseForm } from '@/db/subscribers/audience-rules'
import { type FormState, parseForm } from '@/lib/forms'
import { requireRight } from '../../session'
import { tellAudience } from './tell-audience'

/** Ends somebody's subscription to a newsletter. */
export async function endSubscriptionAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('audience.change')
  const parsed = parseForm(endForm, form)
  if (!parsed.ok) return parsed.state

  return tellAudience(await endSubscription(actor, parsed.input, new Date()), form)
}

/** Writes to somebody never again. */
export async function suppressAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('audience.change')
  const parsed = parseForm(z.object({ subscriberId: z.uuid() }), form)
  if (!parsed.ok) return parsed.state

  return tellAudience(await suppressSubscriber(actor, parsed.input.subscriberId, new Date()), form)
}

/** Lets an address be written to again. */
export async function releaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('audience.change')
  const parsed = parseForm(releaseForm, form)
  if (!parsed.ok) return parsed.state

  return tellAudience(await releaseSuppression(actor, parsed.input, new Date()), form)
}

/** Erases somebody for good. */
export async function eraseAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('audience.change')
  const parsed = parseForm(z.object({ id: z.uuid() }), form)
  if (!parsed.ok) return parsed.state

  return tellAudience(await eraseFromAudience(actor, parsed.input.id, new Date()), form)
}
