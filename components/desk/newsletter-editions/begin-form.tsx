'use client'

import { useActionState } from 'react'
import { StateNote } from '@/components/desk/state-note'
import { type FormState, idleForm } from '@/lib/forms'

type Props = {
  newsletterId: string
  label: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Begins an edition of a newsletter. */
export function BeginForm({ newsletterId, label, action }: Props) {
  const [state, submit, isPending] = useActionState(action, idleForm)
  return (
    <form action={submit}>
      <StateNote state={state} />
      <input type="hidden" name="newsletterId" value={newsletterId} />
      <button className="button" type="submit" disabled={isPending}>
        {label}
      </button>
    </form>
  )
}
