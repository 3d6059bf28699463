'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { StateNote } from '@/components/desk/state-note'
import type { CommentAction } from '@/components/desk/workflow/comment-parts'
import { moveFault } from '@/components/desk/workflow/faults'
import { keptIn } from '@/components/desk/workflow/move-state'
import { TextAreaField } from '@/components/forms/text-area-field'
import { idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  /** Tells it apart from the other forms of the page. */
  scope: string
  label: string
  button: string
  action: CommentAction
  /** What it is about, in hidden fields. */
  children: ReactNode
  /** Called when it was said. */
  onSaid?: () => void
}

/** Where something is said. */
export function CommentForm({ language, scope, label, button, action, children, onSaid }: Props) {
  const [state, submit, isPending] = useActionState(action, idleForm)
  const said = useRef(onSaid)
  said.current = onSaid
  useEffect(() => {
    if (state.status === 'done') said.current?.()
  }, [state])
  return (
    <form className="form comment-form" action={submit} noValidate>
      {state.status !== 'done' && <StateNote state={state} />}
      {children}
      <TextAreaField
        name="text"
        scope={scope}
        label={label}
        rows={2}
        maxLength={4000}
        defaultValue={keptIn(state, 'text')}
        fault={moveFault(state, 'text', language)}
        isRequired
      />
      <button className="button second small" type="submit" disabled={isPending}>
        {button}
      </button>
    </form>
  )
}
