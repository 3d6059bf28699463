'use server'

import { redirect } from 'next/navigation'
import { consentText } from '@/components/newsletters/consent-text'
import type { SignUpState } from '@/components/newsletters/sign-up-form'
import { newsletterWordsIn } from '@/components/newsletters/words/words'
import { findSettings } from '@/db/settings/queries'
import { nameIn } from '@/db/settings/rules'
import { requestPreferenceLink } from '@/db/subscribers/requests'
import { linkForm, signUpForm } from '@/db/subscribers/rules'
import { takeSignUpStep } from '@/db/subscribers/steps'
import { addressOf } from '@/lib/addresses'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readCircumstances } from '../../circumstances'
import { tellStep } from './tell-step'

/** Anybody may sign up, in two steps; a mail asks to confirm it. */
export async function signUpAction(_previous: SignUpState, form: FormData): Promise<SignUpState> {
  const parsed = parseForm(signUpForm, form)
  if (!parsed.ok) return parsed.state

  const { language } = parsed.input
  const shown = consentText(language, nameIn(await findSettings(), language))
  const outcome = await takeSignUpStep(parsed.input, shown, await readCircumstances(), new Date())
  if (outcome.kind === 'promised') redirect(addressOf.checkInbox(language))
  return tellStep(outcome, language, form)
}

/** Anybody may ask for a link to their preferences; it goes to the address alone. */
export async function askForLinkAction(_previous: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(linkForm, form)
  if (!parsed.ok) return parsed.state

  const { language, isTrapped } = parsed.input
  const words = newsletterWordsIn(language)
  const outcome = isTrapped ? 'promised' : await requestPreferenceLink(parsed.input, await readCircumstances(), new Date())
  switch (outcome) {
    case 'promised':
      return { status: 'done', message: words.preferencesSent }
    case 'not-an-address':
      return { status: 'invalid', fields: { email: 'not-an-address' }, values: { email: parsed.input.email } }
    case 'too-many':
      return refuse(words.preferencesTooMany, form)
  }
}
