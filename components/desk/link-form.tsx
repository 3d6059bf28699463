'use client'

import { useActionState } from 'react'
import { StateNote } from '@/components/desk/state-note'
import { deskWordsIn } from '@/components/desk/words/words'
import { SubmitButton } from '@/components/forms/submit-button'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = { language: Language; label: string; action: (previous: FormState) => Promise<FormState> }

/** The button behind the link of a mail; in another browser it shows the code instead. */
export function LinkForm({ language, label, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = deskWordsIn(language)
  if (state.status === 'done') {
    return (
      <div role="status">
        <p>{words.codeHere}</p>
        <p className="shown-code">{state.message}</p>
      </div>
    )
  }
  return (
    <form className="form" action={submit}>
      <StateNote state={state} />
      <SubmitButton>{label}</SubmitButton>
    </form>
  )
}
