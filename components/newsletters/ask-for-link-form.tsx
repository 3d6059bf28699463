'use client'

import { useActionState } from 'react'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'
import { fieldFault, typedInto } from '../forms/field-faults'
import { SubmitButton } from '../forms/submit-button'
import { TextField } from '../forms/text-field'
import { Trap } from './trap'
import { newsletterWordsIn } from './words/words'

type Props = { language: Language; action: (previous: FormState, form: FormData) => Promise<FormState> }

/** Where a subscriber asks for a link to their preferences. It says the same whether or not we know the address. */
export function AskForLinkForm({ language, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = newsletterWordsIn(language)
  if (state.status === 'done') {
    return (
      <p className="form-done" role="status">
        {state.message}
      </p>
    )
  }
  return (
    <form className="form" action={submit} noValidate aria-label={words.preferencesSend}>
      {state.status === 'refused' && (
        <p className="form-refused" role="alert">
          {state.message}
        </p>
      )}
      <input type="hidden" name="language" value={language} />
      <Trap label={words.trap} scope="link" />
      <TextField
        name="email"
        type="email"
        label={words.email}
        autoComplete="email"
        maxLength={320}
        scope="link"
        defaultValue={typedInto(state, 'email')}
        fault={fieldFault(state, 'email', language)}
        isRequired
      />
      <SubmitButton>{words.preferencesSend}</SubmitButton>
    </form>
  )
}
