'use client'

import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser'
import { useState, useTransition } from 'react'
import { deskWordsIn } from '@/components/desk/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  ask: () => Promise<PublicKeyCredentialRequestOptionsJSON | null>
  /** Where to go on. */
  to: string
  /** Goes on when the answer is accepted, else says why not. */
  give: (answer: unknown, to: unknown) => Promise<string>
}

/** Confirms by a passkey of this device or a key nearby. */
export function PasskeyButton({ language, to, ask, give }: Props) {
  const words = deskWordsIn(language)
  const [refusal, setRefusal] = useState('')
  const [isAsking, begin] = useTransition()
  const use = () =>
    begin(async () => {
      setRefusal('')
      const optionsJSON = await ask()
      if (!optionsJSON) return setRefusal(words.passkeyRefused)
      const answer = await startAuthentication({ optionsJSON }).catch(() => null)
      setRefusal(answer ? await give(answer, to) : words.passkeyCancelled)
    })
  return (
    <div className="form">
      {refusal && (
        <p className="form-refused" role="alert">
          {refusal}
        </p>
      )}
      <button className="button" type="button" onClick={use} disabled={isAsking}>
        {words.usePasskey}
      </button>
    </div>
  )
}
