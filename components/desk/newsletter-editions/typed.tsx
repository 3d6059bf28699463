import { useId } from 'react'
import { directionOf, type Language } from '@/lib/languages'

type TypedProps = {
  written: Language
  isReadOnly: boolean
  label: string
  hint?: string
  value: string
  /** What is said if nothing is typed. */
  instead?: string
  most: number
  rows?: number
  change: (value: string) => void
}

/** Words of an item, in the newsletter's language, taken as they are typed. */
export function Typed({ written, isReadOnly, label, hint, value, instead, most, rows = 1, change }: TypedProps) {
  const id = useId()
  const shared = {
    ...{ id, value, maxLength: most, placeholder: instead, readOnly: isReadOnly },
    ...{ lang: written, dir: directionOf(written), 'aria-describedby': hint ? `${id}-hint` : undefined },
  }
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {rows > 1 ? (
        <textarea {...shared} rows={rows} onChange={({ target }) => change(target.value)} />
      ) : (
        <input {...shared} onChange={({ target }) => change(target.value)} />
      )}
      {hint && (
        <span className="quiet" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </p>
  )
}
