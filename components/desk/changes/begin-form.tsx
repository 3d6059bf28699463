'use client'

import { useActionState } from 'react'
import { changeWordsIn } from '@/components/desk/changes/words/words'
import { deskFault } from '@/components/desk/faults'
import { StateNote } from '@/components/desk/state-note'
import { typedInto } from '@/components/forms/field-faults'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextField } from '@/components/forms/text-field'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Begins a pending change: only what it is for is asked, the rest is written. */
export function BeginForm({ language, articleId, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = changeWordsIn(language)
  return (
    <form className="form" action={submit} noValidate>
      <StateNote state={state} />
      <input type="hidden" name="articleId" value={articleId} />
      <TextField
        name="purpose"
        label={words.purpose}
        maxLength={200}
        defaultValue={typedInto(state, 'purpose')}
        fault={deskFault(state, 'purpose', language)}
        isRequired
      />
      <p className="quiet">{words.purposeHint}</p>
      <SubmitButton>{words.begin}</SubmitButton>
    </form>
  )
}
