'use client'

import { useActionState } from 'react'
import { StateNote } from '@/components/desk/state-note'
import { filled } from '@/components/words/words'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'
import { frontWordsIn } from './words/words'

type Props = {
  language: Language
  edition: Language
  number: number
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Makes an arrangement of the history the draft; nothing is lost by it, so nothing is asked. */
export function RestoreButton({ language, edition, number, action }: Props) {
  const words = frontWordsIn(language)
  const [state, submit] = useActionState(action, idleForm)
  return (
    <form action={submit}>
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="number" value={number} />
      <button className="button quiet" type="submit" aria-label={filled(words.restoreOf, { number: String(number) })}>
        {words.restore}
      </button>
      <StateNote state={state} />
    </form>
  )
}
