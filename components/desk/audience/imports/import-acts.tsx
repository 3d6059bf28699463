'use client'

import { useActionState } from 'react'
import { importWordsIn } from '@/components/desk/audience/imports/words/words'
import { StateNote } from '@/components/desk/state-note'
import { counted, filled } from '@/components/words/words'
import { askedAnHour } from '@/db/subscribers/import-rules'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Action = (previous: FormState, form: FormData) => Promise<FormState>

type Props = {
  language: Language
  file: { id: string; status: string; isConfirmedElsewhere: boolean; added: number }
  /** Whoever looks at it brought it. */
  isOwn: boolean
  approve: Action
  discard: Action
}

/** What can be decided about a file that was brought. */
export function ImportActs({ language, file, isOwn, approve, discard }: Props) {
  const words = importWordsIn(language)
  const act: Action = (previous, form) => (form.has('discard') ? discard(previous, form) : approve(previous, form))
  const [state, submit] = useActionState(act, idleForm)
  const isOpen = file.status === 'read' || file.status === 'approved'
  const isForOthers = file.isConfirmedElsewhere && isOwn
  const mayApprove = file.status === 'read' && file.added > 0 && !isForOthers
  return (
    <section className="panel" aria-label={words.state}>
      <StateNote state={state} />
      {file.status === 'read' && file.added === 0 && <p>{words.nobodyNew}</p>}
      {file.status === 'read' && file.added > 0 && isForOthers && <p>{words.needsOther}</p>}
      {isOpen && (
        <div className="desk-actions">
          {mayApprove && (
            <form action={submit}>
              <input type="hidden" name="id" value={file.id} />
              <button className="button" type="submit">
                {counted(language, file.added, file.isConfirmedElsewhere ? words.approveElsewhere : words.approveAsk)}
              </button>
            </form>
          )}
          <form action={submit}>
            <input type="hidden" name="id" value={file.id} />
            <button className="button second" type="submit" name="discard" value="yes">
              {words.discard}
            </button>
          </form>
        </div>
      )}
      {isOpen && !file.isConfirmedElsewhere && (
        <p className="quiet">{filled(words.askPace, { count: new Intl.NumberFormat(language).format(askedAnHour) })}</p>
      )}
    </section>
  )
}
