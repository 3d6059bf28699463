'use server'

import { redirect } from 'next/navigation'
import { newsletterWordsIn } from '@/components/newsletters/words/words'
import { leaveNewsletter } from '@/db/subscribers/leaving'
import { requestLinkOfDelivery } from '@/db/subscribers/requests'
import { linkHolder } from '@/db/subscribers/rules'
import { addressOf } from '@/lib/addresses'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readCircumstances } from '../../circumstances'

/** Whoever holds the link of an edition leaves the newsletter it came with. The page then shows what is so. */
export async function leaveAction(form: FormData): Promise<void> {
  const { link } = linkHolder.parse(Object.fromEntries(form))
  await leaveNewsletter(link, 'link', new Date())
  redirect(addressOf.unsubscribe(link))
}

/** And has a link to all preferences sent to the address that the edition went to. */
export async function linkOfDeliveryAction(_previous: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(linkHolder, form)
  if (!parsed.ok) return parsed.state

  const { language, link } = parsed.input
  const words = newsletterWordsIn(language)
  const outcome = await requestLinkOfDelivery(link, await readCircumstances(), new Date())
  switch (outcome) {
    case 'promised':
      return { status: 'done', message: words.preferencesSent }
    case 'unknown':
      return refuse(words.oneClickUnknown, form)
    case 'too-many':
      return refuse(words.preferencesTooMany, form)
  }
}
