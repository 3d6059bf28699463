'use client'

import { useActionState } from 'react'
import { historyWordsIn } from '@/components/desk/history/words/words'
import { StateNote } from '@/components/desk/state-note'
import { TextField } from '@/components/forms/text-field'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  articleId: string
  revisionId: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Makes an earlier revision the newest again; what was the newest stays in the history. */
export function RestoreForm({ language, articleId, revisionId, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const words = historyWordsIn(language)
  return (
    <form className="filters" action={submit}>
      <StateNote state={state} />
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="revisionId" value={revisionId} />
      <TextField name="reason" label={words.restoreReason} maxLength={300} />
      <button className="button second small" type="submit">
        {words.restore}
      </button>
    </form>
  )
}
