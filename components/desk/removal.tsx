'use client'

import { type ReactNode, useActionState, useRef } from 'react'
import { StateNote } from '@/components/desk/state-note'
import { type FormState, idleForm } from '@/lib/forms'

type Props = {
  id: string
  /** `removeIntro` stands beside the button, `removeWarning` under the question. */
  words: {
    remove: string
    removeIntro?: string
    removeQuestion: string
    removeWarning?: string
    removeNow: string
    keep: string
  }
  /** What stands in the way of it; null if nothing does. */
  inTheWay: ReactNode
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Removes something for good, after a question; what is in use stays, and it says why. */
export function Removal({ id, words, inTheWay, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const question = useRef<HTMLDialogElement>(null)
  return (
    <section className="panel" aria-labelledby="remove-title">
      <h2 id="remove-title">{words.remove}</h2>
      <StateNote state={state} />
      {words.removeIntro && <p className="quiet">{words.removeIntro}</p>}
      {inTheWay ?? (
        <button className="button second small" type="button" onClick={() => question.current?.showModal()}>
          {words.remove}
        </button>
      )}
      <dialog ref={question} aria-labelledby="remove-question">
        <form action={submit} onSubmit={() => question.current?.close()}>
          <h2 id="remove-question">{words.removeQuestion}</h2>
          {words.removeWarning && <p>{words.removeWarning}</p>}
          <input type="hidden" name="id" value={id} />
          <div className="desk-actions">
            <button className="button danger" type="submit">
              {words.removeNow}
            </button>
            <button className="button second" type="button" onClick={() => question.current?.close()}>
              {words.keep}
            </button>
          </div>
        </form>
      </dialog>
    </section>
  )
}
