'use client'

import { useActionState } from 'react'
import { fieldFault, typedInto } from '@/components/forms/field-faults'
import { SubmitButton } from '@/components/forms/submit-button'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { wordsIn } from '@/components/words/words'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Where a reader tells us of a mistake. Without script it is an ordinary form that comes back with what was typed. */
export function ErrorReportForm({ language, articleId, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = wordsIn(language)
  if (state.status === 'done') {
    return (
      <p className="form-done" role="status">
        {state.message}
      </p>
    )
  }
  return (
    <form className="form" action={submit} noValidate>
      {state.status === 'refused' && (
        <p className="form-refused" role="alert">
          {state.message}
        </p>
      )}
      {state.status === 'invalid' && (
        <p className="form-refused" role="alert">
          {words.formFaults}
        </p>
      )}
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="language" value={language} />
      <TextAreaField
        name="message"
        label={words.reportErrorMessage}
        defaultValue={typedInto(state, 'message')}
        fault={fieldFault(state, 'message', language)}
        maxLength={4000}
        isRequired
      />
      <TextField
        name="replyTo"
        type="email"
        label={words.reportErrorReplyTo}
        autoComplete="email"
        maxLength={254}
        defaultValue={typedInto(state, 'replyTo')}
        fault={fieldFault(state, 'replyTo', language)}
      />
      <SubmitButton>{words.reportErrorSend}</SubmitButton>
    </form>
  )
}
