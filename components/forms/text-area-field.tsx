type Props = {
  name: string
  label: string
  rows?: number
  defaultValue?: string
  fault?: string | null
  maxLength?: number
  isRequired?: boolean
  /** Tells fields of one name apart on a page with several forms. */
  scope?: string
}

/** A labelled field for several lines of text, its fault beside it. */
export function TextAreaField({ name, label, rows = 6, defaultValue, fault = null, maxLength, isRequired, scope }: Props) {
  const id = scope ? `field-${scope}-${name}` : `field-${name}`
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={defaultValue}
        maxLength={maxLength}
        required={isRequired}
        dir="auto"
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
      />
      {fault && (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
    </p>
  )
}
