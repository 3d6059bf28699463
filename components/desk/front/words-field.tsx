import { useId } from 'react'
import { directionOf, type Language } from '@/lib/languages'

type Props = {
  label: string
  value: string
  limit: number
  /** What is said if nothing is typed. */
  instead?: string
  hint?: string
  /** The language of what is typed; none for addresses. */
  edition?: Language
  onChange: (text: string) => void
}

/** A line of text that is taken as it is typed. */
export function WordsField({ label, value, limit, instead, hint, edition, onChange }: Props) {
  const id = useId()
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        lang={edition}
        dir={edition ? directionOf(edition) : 'ltr'}
        value={value}
        maxLength={limit}
        placeholder={instead}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {hint && (
        <span className="quiet" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </p>
  )
}
