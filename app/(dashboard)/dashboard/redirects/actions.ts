'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { RedirectState } from '@/components/desk/redirects/redirect-state'
import { redirectWordsIn } from '@/components/desk/redirects/words/words'
import { filled } from '@/components/words/words'
import { addRedirect, changeRedirect, removeRedirect } from '@/db/redirects/commands'
import { redirectForm } from '@/db/redirects/rules'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireRight } from '../../session'
import { tellRedirect } from './tell-redirect'

const seenForm = z.object({ id: z.uuid(), seenFrom: z.string(), seenTo: z.string() })

/** Makes an address lead somewhere. */
export async function addRedirectAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('redirect.edit')
  const parsed = parseForm(redirectForm, form)
  if (!parsed.ok) return parsed.state

  return tellRedirect(await addRedirect(actor, parsed.input, new Date()), form)
}

/** Changes where an address leads, or which one does. */
export async function changeRedirectAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('redirect.edit')
  const seen = parseForm(seenForm, form)
  if (!seen.ok) return seen.state
  const parsed = parseForm(redirectForm, form)
  if (!parsed.ok) return parsed.state

  const { id, seenFrom, seenTo } = seen.input
  const wanted = { ...parsed.input, id, seen: { from: seenFrom, to: seenTo } }
  return tellRedirect(await changeRedirect(actor, wanted, new Date()), form)
}

/** Removes a redirect, and gives back what it was. */
export async function removeRedirectAction(_previous: RedirectState, form: FormData): Promise<RedirectState> {
  const actor = await requireRight('redirect.edit')
  const parsed = parseForm(z.object({ id: z.uuid() }), form)
  if (!parsed.ok) return parsed.state

  const removed = await removeRedirect(actor, parsed.input.id, new Date())
  const words = redirectWordsIn(await readLanguage())
  if (removed.outcome !== 'removed') return refuse(removed.outcome === 'unknown' ? words.gone : words.notAllowed)
  refresh()
  const { from, to } = removed
  return { status: 'removed', message: filled(words.removed, { path: from }), from, to }
}

/** Makes a redirect again that was removed. */
export async function putRedirectBackAction(_previous: RedirectState, form: FormData): Promise<RedirectState> {
  const actor = await requireRight('redirect.edit')
  const parsed = parseForm(redirectForm, form)
  if (!parsed.ok) return parsed.state

  return tellRedirect(await addRedirect(actor, parsed.input, new Date()), form)
}
