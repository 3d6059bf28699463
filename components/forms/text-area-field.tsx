type Props = {
  name: string
  label: string
  rows?: number
  defaultValue?: string
  fault?: string | null
  maxLength?: number
  isRequired?: boolean
}

/** A labelled field for several lines of text, its fault beside it. */
export function TextAreaField({ name, label, rows = 6, defaultValue, fault = null, maxLength, isRequired }: Props) {
  const id = `field-${name}`
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
