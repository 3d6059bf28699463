'use server'

import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { EnrolState } from '@/components/desk/enrol-state'
import { deskWordsIn } from '@/components/desk/words/words'
import { addPasskey, askForNewPasskey } from '@/db/people/passkeys'
import { factorInput, passkeyAnswer, passkeyName } from '@/db/people/rules'
import { confirmApp, type Enrolled } from '@/db/people/second-factor'
import { parseForm, refuse } from '@/lib/forms'
import { readPublication } from '../../publication'
import { readDevice, readLanguage, requireSession } from '../../session'

/** Takes the first code of an authenticator app. */
export async function confirmAppAction(_previous: EnrolState, form: FormData): Promise<EnrolState> {
  const actor = await requireSession()
  const parsed = parseForm(factorInput, form)
  if (!parsed.ok) return parsed.state

  return tellEnrolment(await confirmApp(actor, parsed.input.code, new Date()))
}

/** The question for a new passkey of this browser; null when the second factor has to be given first. */
export async function askForNewPasskeyAction(): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  const actor = await requireSession()
  return askForNewPasskey(actor, await readPublication(await readLanguage()), new Date())
}

/** Keeps the passkey that the browser has made. */
export async function addPasskeyAction(answer: unknown, name: unknown): Promise<EnrolState> {
  const actor = await requireSession()
  const words = deskWordsIn(await readLanguage())
  const parsed = passkeyAnswer.safeParse(answer)
  if (!parsed.success) return refuse(words.passkeyRefused)
  const called = passkeyName.parse(name) || (await readDevice()) || words.passkey
  return tellEnrolment(await addPasskey(actor, parsed.data as unknown as RegistrationResponseJSON, called, new Date()))
}

/** What became of setting up a factor, in words. */
async function tellEnrolment(enrolled: Enrolled): Promise<EnrolState> {
  const words = deskWordsIn(await readLanguage())
  switch (enrolled.outcome) {
    case 'enrolled':
      return { status: 'enrolled', recoveryCodes: enrolled.recoveryCodes }
    case 'wrong-code':
      return refuse(words.wrongFactor)
    case 'passkey-refused':
      return refuse(words.passkeyRefused)
    case 'too-many':
      return refuse(words.tooMany)
    case 'ask-again':
      return refuse(words.confirmFirst)
  }
}
