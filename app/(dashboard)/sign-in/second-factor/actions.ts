'use server'

import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { redirect } from 'next/navigation'
import { deskWordsIn } from '@/components/desk/words/words'
import { askForPasskey, givePasskey } from '@/db/people/passkeys'
import { factorInput, passkeyAnswer, wayBack } from '@/db/people/rules'
import { giveCode } from '@/db/people/second-factor'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireSession } from '../../session'

/** Whoever is signed in by a link confirms it by a code of their app or a recovery code. */
export async function giveCodeAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSession()
  const parsed = parseForm(factorInput, form)
  if (!parsed.ok) return parsed.state

  const words = deskWordsIn(await readLanguage())
  switch (await giveCode(actor, parsed.input.code, new Date())) {
    case 'confirmed':
      return redirect(parsed.input.to)
    case 'wrong-code':
      return refuse(words.wrongFactor, form)
    case 'too-many':
      return refuse(words.tooMany, form)
  }
}

/** The question for this browser's passkeys. */
export async function askForPasskeyAction(): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const actor = await requireSession()
  return askForPasskey(actor, new Date())
}

/** Confirms by a passkey and goes on to `to`; says in words why not. */
export async function givePasskeyAction(answer: unknown, to: unknown): Promise<string> {
  const actor = await requireSession()
  const words = deskWordsIn(await readLanguage())
  const parsed = passkeyAnswer.safeParse(answer)
  if (!parsed.success) return words.passkeyRefused
  const outcome = await givePasskey(actor, parsed.data as unknown as AuthenticationResponseJSON, new Date())
  if (outcome === 'confirmed') redirect(wayBack.parse(to))
  return words.passkeyRefused
}
