'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { read } from '@/components/desk/article/desk-server'
import type { ArticleWords } from '@/components/desk/article/words/en'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

export type Choice = { id: string; label: string; hint: string }

type Props = {
  label: string
  kind: 'topics' | 'contributors' | 'articles'
  /** Of the edition that is chosen in. */
  language: Language
  words: ArticleWords
  /** Not to be chosen again. */
  taken?: readonly string[]
  choose: (choice: Choice) => void
}

/** Milliseconds without a key before the server is asked. */
const pause = 150

/** A line in which a name is typed and one of those that fit is chosen (ARIA's combobox with a list). */
export function ChoiceField({ label, kind, language, words, taken = [], choose }: Props) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [choices, setChoices] = useState<readonly Choice[] | null>(null)
  const [active, setActive] = useState(0)
  const timer = useRef(0)
  const asked = useRef(0)
  const shown = choices?.filter((choice) => !taken.includes(choice.id)) ?? null

  const look = (text: string) => {
    setTyped(text)
    window.clearTimeout(timer.current)
    if (text.trim() === '') return setChoices(null)
    timer.current = window.setTimeout(async () => {
      const turn = ++asked.current
      const sent = await read(`/dashboard/choices/${kind}?${new URLSearchParams({ language, q: text })}`)
      // An answer that comes after that to a later question says nothing any more.
      if (turn !== asked.current || sent.kind !== 'answer') return
      setChoices(sent.json as Choice[])
      setActive(0)
    }, pause)
  }

  const take = (choice: Choice | undefined) => {
    if (!choice) return
    choose(choice)
    asked.current++
    setTyped('')
    setChoices(null)
  }

  const onKey = (event: KeyboardEvent) => {
    const count = shown?.length ?? 0
    if (event.key === 'Enter') {
      event.preventDefault()
      take(shown?.[active])
    } else if (event.key === 'Escape') setChoices(null)
    else if (count > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    }
  }

  return (
    <div className="field choice">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        role="combobox"
        autoComplete="off"
        dir="auto"
        aria-expanded={shown !== null}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown?.[active] ? `${id}-${active}` : undefined}
        value={typed}
        onChange={(event) => look(event.target.value)}
        onKeyDown={onKey}
        onBlur={() => setChoices(null)}
      />
      <div className="choices" id={`${id}-list`} role="listbox" aria-label={label} hidden={shown === null || shown.length === 0}>
        {shown?.map((choice, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
          <div
            key={choice.id}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === active}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(choice)}
          >
            {choice.label} {choice.hint && <span className="quiet">{choice.hint}</span>}
          </div>
        ))}
      </div>
      <span className="quiet" role="status">
        {shown !== null && (shown.length === 0 ? words.noMatches : filled(words.matches, { count: String(shown.length) }))}
      </span>
    </div>
  )
}
