'use server'

import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { type EnrolState, refuseEnrolment } from '@/components/desk/enrol-state'
import { deskWordsIn } from '@/components/desk/words/words'
import { addPasskey, askForNewPasskey } from '@/db/people/passkeys'
import { factorInput, passkeyAnswer, passkeyName } from '@/db/people/rules'
import { confirmApp } from '@/db/people/second-factor'
import { parseForm } from '@/lib/forms'
import { readPublication } from '../../publication'
import { readDevice, readLanguage, requireSession } from '../../session'

/** Takes the first code of an authenticator app. */
export async function confirmAppAction(_previous: EnrolState, form: FormData): Promise<EnrolState> {
  const actor = await requireSession()
  const parsed = parseForm(factorInput, form)
  if (!parsed.ok) return parsed.state

  const words = deskWordsIn(await readLanguage())
  const enrolled = await confirmApp(actor, parsed.input.code, new Date())
  switch (enrolled.outcome) {
    case 'enrolled':
      return { status: 'enrolled', recoveryCodes: enrolled.recoveryCodes }
    case 'wrong-code':
      return refuseEnrolment(words.wrongFactor)
    case 'too-many':
      return refuseEnrolment(words.tooMany)
    case 'ask-again':
      return refuseEnrolment(words.confirmFirst)
  }
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
  if (!parsed.success) return refuseEnrolment(words.passkeyRefused)
  const called = passkeyName.parse(name) || (await readDevice()) || words.passkey
  const added = await addPasskey(actor, parsed.data as unknown as RegistrationResponseJSON, called, new Date())
  switch (added.outcome) {
    case 'enrolled':
      return { status: 'enrolled', recoveryCodes: added.recoveryCodes }
    case 'refused':
      return refuseEnrolment(words.passkeyRefused)
    case 'ask-again':
      return refuseEnrolment(words.confirmFirst)
  }
}
