'use client'

import { useEffect, useRef } from 'react'
import { listWordsIn } from '@/components/desk/list/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  /** Whether rows can be chosen. */
  isSelectable: boolean
}

/** The list by keyboard, with a sheet that says how. It works on the rows of the page, whatever drew them. */
export function ListKeys({ language, isSelectable }: Props) {
  const sheet = useRef<HTMLDialogElement>(null)
  const words = listWordsIn(language)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isForSomebodyElse(event)) return
      if (event.key === '?') sheet.current?.showModal()
      else if (!act(event.key)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  const keys = [
    ['j ↓', words.keyNext],
    ['k ↑', words.keyPrevious],
    ['Enter', words.keyOpen],
    ...(isSelectable ? [['x', words.keySelect]] : []),
    ['/', words.keySearch],
    ['?', words.keyHelp],
  ] as const
  return (
    <>
      <button className="button quiet keys-button" type="button" onClick={() => sheet.current?.showModal()}>
        {words.keys} <kbd>?</kbd>
      </button>
      <dialog ref={sheet} className="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{words.keys}</h2>
        <p>{words.keysIntro}</p>
        <dl>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                {key?.split(' ').map((one) => (
                  <kbd key={one}>{one}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <button className="button second small" type="button" onClick={() => sheet.current?.close()}>
          {words.close}
        </button>
      </dialog>
    </>
  )
}

/** What is typed into a field, and every combination that browsers or readers of screens have a use for. */
function isForSomebodyElse({ target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  const isField = target instanceof Element && target.closest('input:not([type="checkbox"]), select, textarea, dialog') !== null
  return isField || ctrlKey || metaKey || altKey || isComposing
}

function act(key: string): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('tr[data-article]')]
  const current = rows.findIndex((row) => row.contains(document.activeElement))
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return goTo(rows[current + 1])
    case 'k':
    case 'ArrowUp':
      return goTo(current > 0 ? rows[current - 1] : undefined)
    case 'x':
      return toggle(rows[current])
    case '/':
      return focusOn(document.getElementById('desk-q'))
    default:
      return false
  }
}

function goTo(row: HTMLElement | undefined): boolean {
  return focusOn(row?.querySelector('a') ?? null)
}

function toggle(row: HTMLElement | undefined): boolean {
  row?.querySelector<HTMLElement>('input[type="checkbox"]')?.click()
  return row !== undefined
}

function focusOn(element: HTMLElement | null): boolean {
  element?.focus()
  return element !== null
}
