'use client'

import { type FormEvent, useRef } from 'react'
import type { EditionPhase } from '@/components/desk/newsletter-editions/edition-draft'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import { useSaveKey } from '@/components/desk/use-save-key'

type Props = { words: EditionWords; state: EditionPhase; isReadOnly: boolean; save: () => Promise<void> }

/** How the words fare, and the button that saves them, which Ctrl+S presses too. */
export function EditionSaveBar({ words, state, isReadOnly, save }: Props) {
  const form = useRef<HTMLFormElement>(null)
  useSaveKey(form)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReadOnly && state.phase !== 'saving' && state.phase !== 'conflict') void save()
  }
  return (
    <form className="save-bar" ref={form} onSubmit={submit}>
      <p className="save-phase" role="status" data-phase={isRefusal(state) ? 'refused' : state.phase}>
        {phaseIn(words, state)}{' '}
        {state.phase === 'signed-out' && (
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {words.signIn}
          </a>
        )}
      </p>
      {!isReadOnly && (
        <div className="save-row">
          <button
            type="submit"
            className="button"
            disabled={state.phase === 'saving' || state.phase === 'conflict'}
            aria-keyshortcuts="Control+S"
          >
            {words.save}
          </button>
        </div>
      )}
    </form>
  )
}

function isRefusal({ phase }: EditionPhase): boolean {
  return phase === 'refused' || phase === 'invalid' || phase === 'too-late' || phase === 'gone'
}

function phaseIn(words: EditionWords, { phase }: EditionPhase): string {
  switch (phase) {
    case 'as-saved':
      return words.asSaved
    case 'unsaved':
    case 'conflict':
      return words.unsaved
    case 'saving':
      return words.saving
    case 'saved':
      return words.saved
    case 'away':
      return words.away
    case 'signed-out':
      return words.signedOut
    case 'invalid':
      return words.invalid
    case 'refused':
      return words.refused
    case 'too-late':
      return words.tooLate
    case 'gone':
      return words.gone
  }
}
