import { useActionState, useId, useRef } from 'react'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import { MoveNote } from '@/components/desk/workflow/move-note'
import { idleMove, type MoveAction } from '@/components/desk/workflow/move-state'
import type { Language } from '@/lib/languages'

type Props = {
  words: EditionWords
  language: Language
  editionId: string
  version: number
  isUnsaved: boolean
  action: MoveAction
  label: string
  question: string
  warning: string
  /** What the buttons of the question say; the first one says `label` unless told. */
  confirm?: string
  keep: string
  look?: 'first' | 'danger'
}

/** A move that cannot be taken back: done after a question. */
export function SureMove({ words, language, editionId, version, isUnsaved, action, label, question, warning, ...rest }: Props) {
  const { confirm = label, keep, look = 'first' } = rest
  const [state, submit, isPending] = useActionState(action, idleMove)
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  return (
    <div className="edition-move">
      <MoveNote language={language} state={state} />
      <button
        type="button"
        className="button second"
        disabled={isPending || isUnsaved}
        title={isUnsaved ? words.saveFirst : undefined}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog ref={dialog} aria-labelledby={titleId}>
        <form action={submit} onSubmit={() => dialog.current?.close()}>
          <h2 id={titleId}>{question}</h2>
          <p>{warning}</p>
          <input type="hidden" name="editionId" value={editionId} />
          <input type="hidden" name="version" value={version} />
          <div className="desk-actions">
            <button className={`button ${look === 'danger' ? 'danger' : ''}`} type="submit">
              {confirm}
            </button>
            <button className="button second" type="button" onClick={() => dialog.current?.close()}>
              {keep}
            </button>
          </div>
        </form>
      </dialog>
    </div>
  )
}
