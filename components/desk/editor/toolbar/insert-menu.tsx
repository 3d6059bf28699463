import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Icon } from '@/components/desk/editor/toolbar/icon'
import type { InsertName } from '@/components/desk/editor/tools'
import type { EditorWords } from '@/components/desk/editor/words/en'

const names: InsertName[] = [
  'picture',
  'upload',
  'gallery',
  'pullQuote',
  'factBox',
  'table',
  'embed',
  'relatedArticle',
  'divider',
]

type Props = { words: EditorWords; insert: (name: InsertName) => void }

/** The blocks that can be put in, as a menu under a button of the toolbar. */
export function InsertMenu({ words, insert }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    if (isOpen) itemsIn(place.current)[0]?.focus()
  }, [isOpen])
  const close = () => {
    setIsOpen(false)
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus leaves
    <div
      ref={place}
      className="insert"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className="tool"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="insert" />
        {words.insert}
      </button>
      {isOpen && (
        <div
          id={id}
          className="insert-menu"
          role="menu"
          aria-label={words.insert}
          onKeyDown={(event) => moveInMenu(event, close)}
        >
          {names.map((name) => (
            <button
              key={name}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                setIsOpen(false)
                insert(name)
              }}
            >
              {words.insertWhat[name]}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

function itemsIn(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
}

function moveInMenu(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const items = itemsIn(event.currentTarget)
  const place = event.target instanceof HTMLElement ? items.indexOf(event.target) : -1
  const places: Record<string, number> = { ArrowDown: (place + 1) % items.length, ArrowUp: place - 1, Home: 0, End: -1 }
  const next = places[event.key]
  if (event.key === 'Escape') close()
  else if (next !== undefined) items.at(next)?.focus()
  else return
  event.preventDefault()
  event.stopPropagation()
}
