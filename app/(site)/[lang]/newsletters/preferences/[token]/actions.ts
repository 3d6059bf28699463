'use server'

import { redirect } from 'next/navigation'
import { consentText } from '@/components/newsletters/consent-text'
import { newsletterWordsIn } from '@/components/newsletters/words/words'
import { findSettings } from '@/db/settings/queries'
import { nameIn } from '@/db/settings/rules'
import { keepConsentText } from '@/db/subscribers/consent'
import { changePreferences, eraseSubscriber } from '@/db/subscribers/preferences'
import { eraseForm, preferencesForm } from '@/db/subscribers/rules'
import { addressOf } from '@/lib/addresses'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { tellChange } from './tell-change'

/** Whoever holds a link to preferences changes them. */
export async function changePreferencesAction(_previous: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(preferencesForm, form)
  if (!parsed.ok) return parsed.state

  const { link, spoken } = parsed.input
  const settings = await findSettings()
  const consentTextId = await keepConsentText(spoken, consentText(spoken, nameIn(settings, spoken)))
  const shown = { consentTextId, timeZone: settings.timeZone }
  return tellChange(await changePreferences(link, parsed.input, shown, new Date()), spoken, form)
}

/** Whoever holds a link to preferences has everything erased, when they say that they are sure. */
export async function eraseAction(_previous: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(eraseForm, form)
  if (!parsed.ok) return parsed.state

  const { language, link, isSure } = parsed.input
  const words = newsletterWordsIn(language)
  if (!isSure) return refuse(words.eraseTick, form)
  if ((await eraseSubscriber(link, new Date())) === 'lapsed') return refuse(words.lapsedMeanwhile, form)
  redirect(addressOf.newslettersErased(language))
}
