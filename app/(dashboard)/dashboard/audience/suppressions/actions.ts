'use server'

import { addSuppression } from '@/db/subscribers/audience-commands'
import { suppressionForm } from '@/db/subscribers/audience-rules'
import { type FormState, parseForm } from '@/lib/forms'
import { requireRight } from '../../../session'
import { tellAudience } from '../tell-audience'

/** Puts an address on the list of those who are never written to. */
export async function addSuppressionAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('audience.change')
  const parsed = parseForm(suppressionForm, form)
  if (!parsed.ok) return parsed.state

  return tellAudience(await addSuppression(actor, parsed.input.address, new Date()), form)
}
