'use client'

import { useActionState } from 'react'
import { pageWordsIn } from '@/components/desk/pages/words/words'
import { StateNote } from '@/components/desk/state-note'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  pageId: string
  number: number
  isNewest: boolean
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Makes an earlier revision what the page says again; what it says now stays in the history. */
export function PageRestoreForm({ language, pageId, number, isNewest, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  return (
    <form action={submit}>
      <StateNote state={state} />
      <input type="hidden" name="id" value={pageId} />
      <input type="hidden" name="number" value={number} />
      {!isNewest && (
        <button className="button second small" type="submit">
          {pageWordsIn(language).restore}
        </button>
      )}
    </form>
  )
}
