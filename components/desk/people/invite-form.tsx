'use client'

import { useActionState } from 'react'
import { deskFault } from '@/components/desk/faults'
import { RoleField } from '@/components/desk/people/role-field'
import { peopleWordsIn } from '@/components/desk/people/words/words'
import { StateNote } from '@/components/desk/state-note'
import { typedInto } from '@/components/forms/field-faults'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = { language: Language; action: (previous: FormState, form: FormData) => Promise<FormState> }

/** Where an address is invited to the staff. */
export function InviteForm({ language, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = peopleWordsIn(language)
  return (
    <section className="panel">
      <h2>{words.invite}</h2>
      <form className="form" action={submit} noValidate>
        <StateNote state={state} />
        <TextField
          name="email"
          type="email"
          label={words.email}
          autoComplete="off"
          maxLength={254}
          defaultValue={typedInto(state, 'email')}
          fault={deskFault(state, 'email', language)}
          isRequired
        />
        <RoleField language={language} chosen={typedInto(state, 'role') || 'reporter'} />
        <SubmitButton>{words.sendInvitation}</SubmitButton>
      </form>
    </section>
  )
}
