'use client'

import { useActionState } from 'react'
import { ActionButton } from '@/components/desk/action-button'
import type { EnrolState } from '@/components/desk/enrol-state'
import { RecoveryCodes } from '@/components/desk/recovery-codes'
import { StateNote } from '@/components/desk/state-note'
import { deskWordsIn } from '@/components/desk/words/words'
import { counted } from '@/components/words/words'
import { idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = { language: Language; left: number; action: () => Promise<EnrolState> }

/** How many recovery codes are left, and new ones. */
export function RecoveryForm({ language, left, action }: Props) {
  const [state, submit] = useActionState(action, idleForm as EnrolState)
  const words = deskWordsIn(language)
  if (state.status === 'enrolled') return <RecoveryCodes language={language} codes={state.recoveryCodes} />
  return (
    <section>
      <h2>{words.recoveryCodes}</h2>
      <StateNote state={state} />
      <p>{counted(language, left, words.recoveryLeft)}</p>
      <ActionButton label={words.newRecoveryCodes} action={submit} />
    </section>
  )
}
