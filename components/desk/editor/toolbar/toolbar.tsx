import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

type Props = { label: string; className?: string; children: ReactNode }

/** Buttons that are one stop of the Tab key; the arrow keys, Home and End go from one to the next. */
export function Toolbar({ label, className = '', children }: Props) {
  const toolbar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const buttons = buttonsIn(toolbar.current)
    if (!buttons.some((button) => button.tabIndex === 0)) buttons[0]?.setAttribute('tabindex', '0')
  })
  return (
    <div
      ref={toolbar}
      className={`toolbar ${className}`}
      role="toolbar"
      aria-label={label}
      onKeyDown={(event) => moveFocus(event, buttonsIn(toolbar.current))}
      onFocus={(event) => rememberStop(event, buttonsIn(toolbar.current))}
    >
      {children}
    </div>
  )
}

function buttonsIn(toolbar: HTMLElement | null): HTMLElement[] {
  return [...(toolbar?.querySelectorAll<HTMLElement>('button.tool') ?? [])]
}

function rememberStop({ target }: FocusEvent<HTMLElement>, buttons: HTMLElement[]): void {
  if (!buttons.includes(target)) return
  for (const button of buttons) button.tabIndex = button === target ? 0 : -1
}

function moveFocus(event: KeyboardEvent<HTMLElement>, buttons: HTMLElement[]): void {
  const place = event.target instanceof HTMLElement ? buttons.indexOf(event.target) : -1
  if (place < 0 || event.ctrlKey || event.metaKey || event.altKey) return
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  const places: Record<string, number> = { [forward]: place + 1, [backward]: place - 1, Home: 0, End: -1 }
  const next = places[event.key]
  if (next === undefined) return
  event.preventDefault()
  buttons.at(next % buttons.length)?.focus()
}
