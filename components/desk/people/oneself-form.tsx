'use client'

import { useActionState } from 'react'
import { deskFault } from '@/components/desk/faults'
import { peopleWordsIn } from '@/components/desk/people/words/words'
import { StateNote } from '@/components/desk/state-note'
import { typedInto } from '@/components/forms/field-faults'
import { SelectField } from '@/components/forms/select-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { type FormState, idleForm } from '@/lib/forms'
import { type Language, languages } from '@/lib/languages'

type Props = {
  language: Language
  name: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** What somebody is called here, and in which language they are spoken to. */
export function OneselfForm({ language, name, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = peopleWordsIn(language)
  return (
    <section>
      <h2>{words.yourself}</h2>
      <form className="form" action={submit} noValidate>
        <StateNote state={state} />
        <TextField
          name="name"
          label={words.yourName}
          autoComplete="name"
          maxLength={100}
          defaultValue={typedInto(state, 'name') || name}
          fault={deskFault(state, 'name', language)}
        />
        <SelectField
          name="language"
          label={words.yourLanguage}
          defaultValue={language}
          options={languages.map((value) => ({ value, label: words.languages[value] }))}
        />
        <SubmitButton>{words.save}</SubmitButton>
      </form>
    </section>
  )
}
