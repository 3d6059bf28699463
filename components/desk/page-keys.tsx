'use client'

import { useEffect, useRef } from 'react'

type Props = {
  words: { keys: string; keysIntro: string; keyHelp: string; close: string }
  /** The keys of the page, each with what it does; two ways to do it are apart by a space. */
  keys: readonly (readonly [string, string])[]
  /** Does what a key stands for, and says whether there was anything to do. The same function each time. */
  act: (key: string) => boolean
}

/** A page by keyboard, with a sheet that says how. */
export function PageKeys({ words, keys, act }: Props) {
  const sheet = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isForSomebodyElse(event)) return
      if (event.key === '?') sheet.current?.showModal()
      else if (!act(event.key)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [act])
  return (
    <>
      <button className="button quiet keys-button" type="button" onClick={() => sheet.current?.showModal()}>
        {words.keys} <kbd>?</kbd>
      </button>
      <dialog ref={sheet} className="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{words.keys}</h2>
        <p>{words.keysIntro}</p>
        <dl>
          {[...keys, ['?', words.keyHelp] as const].map(([key, does]) => (
            <div key={key}>
              <dt>
                {key.split(' ').map((one) => (
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

/** Moves the focus there, and says whether there was anything. */
export function focusOn(element: HTMLElement | null | undefined): boolean {
  element?.focus()
  return Boolean(element)
}

/** What is typed into a field, and every combination that browsers or readers of screens have a use for. */
function isForSomebodyElse({ target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  const isField = target instanceof Element && target.closest('input:not([type="checkbox"]), select, textarea, dialog') !== null
  return isField || ctrlKey || metaKey || altKey || isComposing
}
