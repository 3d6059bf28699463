'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { pageWordsIn } from '@/components/desk/pages/words/words'
import { removePage, restorePage } from '@/db/pages/commands'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireRight } from '../../session'

/** Makes an earlier revision what the page says. */
export async function restorePageAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('page.edit')
  const parsed = parseForm(z.object({ id: z.uuid(), number: z.coerce.number().int().positive() }), form)
  if (!parsed.ok) return parsed.state

  const words = pageWordsIn(await readLanguage())
  switch (await restorePage(actor, parsed.input, new Date())) {
    case 'restored':
      refresh()
      return { status: 'done', message: words.restored }
    case 'unchanged':
      return { status: 'done', message: words.unchanged }
    case 'unknown':
      return refuse(words.gone, form)
    case 'not-allowed':
      return refuse(words.notAllowed, form)
  }
}

/** Removes a page with its history. */
export async function removePageAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('page.edit')
  const parsed = parseForm(z.object({ id: z.uuid() }), form)
  if (!parsed.ok) return parsed.state

  const outcome = await removePage(actor, parsed.input.id, new Date())
  return outcome === 'not-allowed' ? refuse(pageWordsIn(await readLanguage()).notAllowed, form) : redirect('/dashboard/pages')
}
