'use server'

import { redirect } from 'next/navigation'
import { newsletterWordsIn } from '@/components/newsletters/words/words'
import { allowAgain, confirmSubscription, neverWriteAgain } from '@/db/subscribers/confirming'
import { confirmForm, linkHolder } from '@/db/subscribers/rules'
import { addressOf } from '@/lib/addresses'
import { type FormState, parseForm, refuse } from '@/lib/forms'

/** Whoever holds the link of a mail confirms what it asks for. The page then shows what is so. */
export async function confirmAction(_previous: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(confirmForm, form)
  if (!parsed.ok) return parsed.state

  const { language, link, newsletterIds } = parsed.input
  const outcome = await confirmSubscription(link, newsletterIds, new Date())
  if (outcome === 'none-chosen') return refuse(newsletterWordsIn(language).noneChosen, form)
  redirect(addressOf.confirmNewsletters(language, link))
}

/** Whoever holds the link of a mail forbids us to write to its address. */
export async function neverAgainAction(form: FormData): Promise<void> {
  const { language, link } = linkHolder.parse(Object.fromEntries(form))
  await neverWriteAgain(link, new Date())
  redirect(addressOf.confirmNewsletters(language, link))
}

/** And takes that back. */
export async function allowAgainAction(form: FormData): Promise<void> {
  const { language, link } = linkHolder.parse(Object.fromEntries(form))
  await allowAgain(link, new Date())
  redirect(addressOf.confirmNewsletters(language, link))
}
