'use client'

import { type FormEvent, useRef } from 'react'
import type { PageState } from '@/components/desk/pages/page-draft'
import type { PageWords } from '@/components/desk/pages/words/en'
import { useSaveKey } from '@/components/desk/use-save-key'
import { filled } from '@/components/words/words'

type Props = { words: PageWords; state: PageState; save: () => Promise<void> }

/** How the words fare, and the button that saves them, which Ctrl+S presses too. */
export function PageSaveBar({ words, state, save }: Props) {
  const form = useRef<HTMLFormElement>(null)
  useSaveKey(form)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  const isRefused = state.phase === 'refused' || state.phase === 'invalid'
  return (
    <form className="save-bar" ref={form} onSubmit={submit}>
      <p className="save-phase" role="status" data-phase={isRefused ? 'refused' : state.phase}>
        {phaseIn(words, state)}{' '}
        {state.phase === 'signed-out' && (
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {words.signIn}
          </a>
        )}
      </p>
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
    </form>
  )
}

function phaseIn(words: PageWords, state: PageState): string {
  switch (state.phase) {
    case 'as-saved':
      return words.asSaved
    case 'unsaved':
      return words.unsaved
    case 'saving':
      return words.saving
    case 'saved':
      return words.saved
    case 'unchanged':
      return words.unchanged
    case 'away':
      return words.away
    case 'signed-out':
      return words.signedOut
    case 'conflict':
      return words.unsaved
    case 'invalid':
      return filled(words.invalid, { field: fieldIn(words, state.field) })
    case 'refused':
      return refusalIn(words, state.reason)
  }
}

function refusalIn(words: PageWords, reason: 'reserved' | 'address-taken' | 'unknown' | 'not-allowed'): string {
  switch (reason) {
    case 'reserved':
      return words.reserved
    case 'address-taken':
      return words.addressTaken
    case 'unknown':
      return words.gone
    case 'not-allowed':
      return words.notAllowed
  }
}

function fieldIn(words: PageWords, field: string): string {
  const names: Record<string, string> = {
    headline: words.headline,
    standfirst: words.standfirst,
    slug: words.slug,
    kind: words.kind,
  }
  return names[field] ?? words.text
}
