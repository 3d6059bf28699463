import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

type Props = { label: string; close: () => void; onSubmit: () => void; children: ReactNode }

/** A small form under the tools. It takes the focus when it opens; Escape gives it back to the text. */
export function Panel({ label, close, onSubmit, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>('input, select')
    field?.focus()
    if (field instanceof HTMLInputElement) field.select()
  }, [])
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  }
  return (
    <form
      ref={form}
      className="editor-panel"
      aria-label={label}
      onKeyDown={leave}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
