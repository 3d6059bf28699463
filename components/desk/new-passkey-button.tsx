'use client'

import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser'
import { useState, useTransition } from 'react'
import type { EnrolState } from '@/components/desk/enrol-state'
import { RecoveryCodes } from '@/components/desk/recovery-codes'
import { StateNote } from '@/components/desk/state-note'
import { deskWordsIn } from '@/components/desk/words/words'
import { TextField } from '@/components/forms/text-field'
import { idleForm, refuse } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  ask: () => Promise<PublicKeyCredentialCreationOptionsJSON | null>
  add: (answer: unknown, name: unknown) => Promise<EnrolState>
}

/** Makes a passkey in this browser. It needs script, as the browser's own question does. */
export function NewPasskeyButton({ language, ask, add }: Props) {
  const words = deskWordsIn(language)
  const [state, setState] = useState<EnrolState>(idleForm)
  const [isAsking, begin] = useTransition()
  const make = (form: FormData) =>
    begin(async () => {
      const optionsJSON = await ask()
      if (!optionsJSON) return setState(refuse(words.confirmFirst))
      const answer = await startRegistration({ optionsJSON }).catch(() => null)
      setState(answer ? await add(answer, form.get('name')) : refuse(words.passkeyCancelled))
    })
  if (state.status === 'enrolled') return <RecoveryCodes language={language} codes={state.recoveryCodes} />
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        make(new FormData(event.currentTarget))
      }}
    >
      <StateNote state={state} />
      <TextField name="name" label={words.passkeyName} maxLength={60} />
      <button className="button" type="submit" disabled={isAsking}>
        {words.addPasskey}
      </button>
    </form>
  )
}
