'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { MoveState } from '@/components/desk/workflow/move-state'
import { changeNewsletter, createNewsletter } from '@/db/newsletters/commands'
import { newsletterForm } from '@/db/newsletters/settings-form'
import { parseForm } from '@/lib/forms'
import { requireRight } from '../../session'
import { tellNewsletter } from './tell-newsletter'

/** Makes a newsletter, and goes to its page. */
export async function createNewsletterAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('settings.edit')
  const parsed = parseForm(newsletterForm, form)
  if (!parsed.ok) return parsed.state

  const made = await createNewsletter(actor, parsed.input, new Date())
  return made.outcome === 'created' ? redirect(`/dashboard/newsletters/${made.id}`) : tellNewsletter(made.outcome, form)
}

/** Changes what is decided about a newsletter. */
export async function changeNewsletterAction(_previous: MoveState, form: FormData): Promise<MoveState> {
  const actor = await requireRight('settings.edit')
  const seen = parseForm(z.object({ id: z.uuid(), mark: z.string() }), form)
  if (!seen.ok) return seen.state
  const parsed = parseForm(newsletterForm, form)
  if (!parsed.ok) return parsed.state

  return tellNewsletter(await changeNewsletter(actor, seen.input, parsed.input, new Date()), form)
}
