import { type ReactNode, useActionState } from 'react'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import { MoveNote } from '@/components/desk/workflow/move-note'
import { idleMove, type MoveAction, type MoveState } from '@/components/desk/workflow/move-state'
import type { Language } from '@/lib/languages'

type Props = {
  words: EditionWords
  language: Language
  editionId: string
  version: number
  /** What is typed is not saved: a move would be about something else than is seen. */
  isUnsaved?: boolean
  action: MoveAction
  label: string
  look?: 'first' | 'second' | 'danger'
  /** Its fields, as they stand after the last answer. */
  children?: (state: MoveState) => ReactNode
}

/** A move of an edition with its button, and what became of it. */
export function EditionMoveForm({ words, language, editionId, version, isUnsaved = false, action, label, ...rest }: Props) {
  const { look = 'first', children } = rest
  const [state, submit, isPending] = useActionState(action, idleMove)
  return (
    <form className="form edition-move" action={submit} noValidate>
      <MoveNote language={language} state={state} />
      <input type="hidden" name="editionId" value={editionId} />
      <input type="hidden" name="version" value={version} />
      {children?.(state)}
      <button
        className={`button ${look === 'first' ? '' : look}`}
        type="submit"
        disabled={isPending || isUnsaved}
        title={isUnsaved ? words.saveFirst : undefined}
      >
        {label}
      </button>
    </form>
  )
}

/** What is wrong with a field, in words; null if nothing is. */
export function editionFault(words: EditionWords, state: MoveState, field: string): string | null {
  const fault = state.status === 'invalid' ? state.fields[field] : undefined
  return fault === undefined ? null : (words.faults[fault] ?? words.faults.invalid ?? fault)
}
