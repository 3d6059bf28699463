'use client'

import { useActionState, useRef } from 'react'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { StateNote } from '@/components/desk/state-note'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  mediaId: string
  isUsed: boolean
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Deletes a picture for good, after a question; one that is used stays. */
export function PictureDeletion({ language, mediaId, isUsed, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const question = useRef<HTMLDialogElement>(null)
  const words = mediaWordsIn(language)
  return (
    <section className="panel" aria-labelledby="delete-title">
      <h2 id="delete-title">{words.delete}</h2>
      <StateNote state={state} />
      {isUsed ? (
        <p className="quiet">{words.inUse}</p>
      ) : (
        <button className="button second small" type="button" onClick={() => question.current?.showModal()}>
          {words.delete}
        </button>
      )}
      <dialog ref={question} aria-labelledby="delete-question">
        <form action={submit} onSubmit={() => question.current?.close()}>
          <h2 id="delete-question">{words.deleteQuestion}</h2>
          <p>{words.deleteIntro}</p>
          <input type="hidden" name="id" value={mediaId} />
          <div className="desk-actions">
            <button className="button danger" type="submit">
              {words.deleteNow}
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
