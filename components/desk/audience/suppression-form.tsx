'use client'

import { useActionState } from 'react'
import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { deskFault } from '@/components/desk/faults'
import { StateNote } from '@/components/desk/state-note'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = { language: Language; action: (previous: FormState, form: FormData) => Promise<FormState> }

/** Where an address is typed that is never to be written to. */
export function SuppressionForm({ language, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = audienceWordsIn(language)
  return (
    <form className="form" action={submit} noValidate>
      <StateNote state={state} />
      <TextField
        name="address"
        type="email"
        label={words.address}
        maxLength={254}
        autoComplete="off"
        defaultValue={'values' in state ? state.values.address : ''}
        fault={deskFault(state, 'address', language)}
        isRequired
      />
      <SubmitButton>{words.addNow}</SubmitButton>
    </form>
  )
}
