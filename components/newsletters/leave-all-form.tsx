'use client'

import { useActionState } from 'react'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'
import { SubmitButton } from '../forms/submit-button'
import { HolderFields } from './holder-fields'
import { newsletterWordsIn } from './words/words'

type Props = {
  language: Language
  token: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Asks for a link to the preferences, which goes to the address that the edition went to. */
export function LeaveAllForm({ language, token, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  return (
    <form className="form" action={submit}>
      {(state.status === 'done' || state.status === 'refused') && (
        <p className={state.status === 'done' ? 'form-done' : 'form-refused'} role="status">
          {state.message}
        </p>
      )}
      <HolderFields language={language} token={token} />
      <SubmitButton>{newsletterWordsIn(language).leaveAllButton}</SubmitButton>
    </form>
  )
}
