type Props = {
  name: string
  label: string
  value: string
  change: (value: string) => void
  hint?: string
  most: number
  /** More than one: the field grows, but its text stays one line. */
  rows?: number
}

/** A text of the article that is changed as it is typed. */
export function LineField({ name, label, value, change, hint, most, rows = 1 }: Props) {
  const id = `field-${name}`
  const shared = {
    id,
    value,
    maxLength: most,
    dir: 'auto',
    'aria-describedby': hint ? `${id}-hint` : undefined,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows > 1 ? (
        <textarea {...shared} rows={rows} onChange={(event) => change(event.target.value)} />
      ) : (
        <input {...shared} onChange={(event) => change(event.target.value)} />
      )}
      {hint && (
        <span className="quiet" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
