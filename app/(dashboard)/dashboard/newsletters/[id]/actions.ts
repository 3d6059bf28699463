'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { editionWordsIn } from '@/components/desk/newsletter-editions/words/words'
import { newsletterWordsIn } from '@/components/desk/newsletters/words/words'
import { beginEdition } from '@/db/newsletter-editions/editing'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireRight } from '../../../session'

/** Begins an edition, and goes to where it is composed. */
export async function beginEditionAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('newsletter.write')
  const parsed = parseForm(z.object({ newsletterId: z.uuid('invalid') }), form)
  if (!parsed.ok) return parsed.state

  const begun = await beginEdition(actor, parsed.input.newsletterId, new Date())
  const language = await readLanguage()
  switch (begun.outcome) {
    case 'begun':
      return redirect(`/dashboard/newsletters/editions/${begun.id}`)
    case 'unknown':
      return refuse(newsletterWordsIn(language).gone, form)
    case 'not-allowed':
      return refuse(editionWordsIn(language).refusals['not-allowed'], form)
  }
}
