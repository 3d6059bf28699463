'use client'

import { useActionState } from 'react'
import { CodeField } from '@/components/desk/code-field'
import { deskFault } from '@/components/desk/faults'
import { StateNote } from '@/components/desk/state-note'
import { SubmitButton } from '@/components/forms/submit-button'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  label: string
  button: string
  isForApp?: boolean
  /** Where to go on, if the action lets one choose. */
  to?: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Where a code is typed. */
export function CodeForm({ language, label, button, isForApp, to, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  return (
    <form className="form" action={submit} noValidate>
      <StateNote state={state} />
      {to !== undefined && <input type="hidden" name="to" value={to} />}
      <CodeField label={label} fault={deskFault(state, 'code', language)} isForApp={isForApp} />
      <SubmitButton>{button}</SubmitButton>
    </form>
  )
}
