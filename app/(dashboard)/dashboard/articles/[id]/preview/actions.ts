'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { LinkState } from '@/components/desk/preview/link-state'
import { previewWordsIn } from '@/components/desk/preview/words/words'
import { endPreview, makePreview } from '@/db/previews/commands'
import { makePreviewInput } from '@/db/previews/rules'
import { environment } from '@/lib/environment'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireRight } from '../../../../session'

/** Makes a link to a revision for whoever gets it. */
export async function makePreviewAction(_previous: LinkState, form: FormData): Promise<LinkState> {
  const actor = await requireRight('article.preview')
  const parsed = parseForm(makePreviewInput, form)
  if (!parsed.ok) return parsed.state

  const made = await makePreview(actor, parsed.input, new Date())
  const words = previewWordsIn(await readLanguage())
  switch (made.outcome) {
    case 'made':
      refresh()
      return { status: 'made', href: `${environment().PUBLIC_URL}/preview/${made.token}`, until: made.until.toISOString() }
    case 'not-allowed':
      return refuse(words.mayNotShare, form)
    case 'unknown':
      return refuse(words.gone, form)
  }
}

/** Ends a link at once. */
export async function endPreviewAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('article.preview')
  const parsed = parseForm(z.object({ id: z.uuid('invalid') }), form)
  if (!parsed.ok) return parsed.state

  const outcome = await endPreview(actor, parsed.input.id, new Date())
  refresh()
  const words = previewWordsIn(await readLanguage())
  switch (outcome) {
    case 'ended':
      return { status: 'done', message: words.ended }
    case 'ended-already':
      return { status: 'done', message: words.endedAlready }
    case 'not-allowed':
      return refuse(words.notYours)
    case 'unknown':
      return refuse(words.gone)
  }
}
