'use client'

import { useActionState } from 'react'
import { deskFault } from '@/components/desk/faults'
import { StateNote } from '@/components/desk/state-note'
import { deskWordsIn } from '@/components/desk/words/words'
import { typedInto } from '@/components/forms/field-faults'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = { language: Language; action: (previous: FormState, form: FormData) => Promise<FormState> }

/** Where a link is asked for. */
export function SignInForm({ language, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = deskWordsIn(language)
  return (
    <form className="form" action={submit} noValidate>
      <StateNote state={state} />
      <TextField
        name="email"
        type="email"
        label={words.email}
        autoComplete="username webauthn"
        maxLength={254}
        defaultValue={typedInto(state, 'email')}
        fault={deskFault(state, 'email', language)}
        isRequired
      />
      <SubmitButton>{words.sendLink}</SubmitButton>
    </form>
  )
}
