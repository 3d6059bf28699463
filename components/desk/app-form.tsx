'use client'

import { useActionState } from 'react'
import { CodeField } from '@/components/desk/code-field'
import type { EnrolState } from '@/components/desk/enrol-state'
import { deskFault } from '@/components/desk/faults'
import { RecoveryCodes } from '@/components/desk/recovery-codes'
import { StateNote } from '@/components/desk/state-note'
import { deskWordsIn } from '@/components/desk/words/words'
import { SubmitButton } from '@/components/forms/submit-button'
import { idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  /** It is set up already; without script the page that shows the recovery codes is drawn after that. */
  isThere: boolean
  action: (previous: EnrolState, form: FormData) => Promise<EnrolState>
}

/** Where the first code of an authenticator app is typed. */
export function AppForm({ language, isThere, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = deskWordsIn(language)
  if (state.status === 'enrolled') return <RecoveryCodes language={language} codes={state.recoveryCodes} />
  if (isThere) return <p className="quiet">{words.appOn}</p>
  return (
    <form className="form" action={submit} noValidate>
      <StateNote state={state} />
      <CodeField label={words.code} fault={deskFault(state, 'code', language)} />
      <SubmitButton>{words.useApp}</SubmitButton>
    </form>
  )
}
