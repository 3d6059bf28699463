'use client'

import { useActionState } from 'react'
import { articleWordsIn } from '@/components/desk/article/words/words'
import { deskFault } from '@/components/desk/faults'
import { StateNote } from '@/components/desk/state-note'
import { typedInto } from '@/components/forms/field-faults'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  editions: readonly { language: Language; sections: readonly { id: string; name: string }[] }[]
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** What an article begins with: where it will stand, and a first headline. */
export function NewArticleForm({ language, editions, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = articleWordsIn(language)
  const chosen = typedInto(state, 'section')
  return (
    <form className="form" action={submit} noValidate>
      <StateNote state={state} />
      <p className="field">
        <label htmlFor="field-section">{words.section}</label>
        <select key={chosen} id="field-section" name="section" defaultValue={chosen || undefined}>
          {editions.map((edition) => (
            <optgroup key={edition.language} label={words.languages[edition.language]}>
              {edition.sections.map(({ id, name }) => (
                <option key={id} value={`${edition.language} ${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </p>
      <TextField
        name="headline"
        label={words.headline}
        maxLength={300}
        defaultValue={typedInto(state, 'headline')}
        fault={deskFault(state, 'headline', language)}
        isRequired
      />
      <SubmitButton>{words.begin}</SubmitButton>
    </form>
  )
}
