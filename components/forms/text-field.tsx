type Props = {
  name: string
  label: string
  type?: 'text' | 'email' | 'search' | 'url'
  defaultValue?: string
  fault?: string | null
  autoComplete?: string
  maxLength?: number
  isRequired?: boolean
  /** Tells fields of one name apart on a page with several forms. */
  scope?: string
}

/** A labelled line of text, its fault beside it. */
export function TextField({
  name,
  label,
  type = 'text',
  defaultValue,
  fault = null,
  autoComplete,
  maxLength,
  isRequired,
  scope,
}: Props) {
  const id = scope ? `field-${scope}-${name}` : `field-${name}`
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={defaultValue}
        autoComplete={autoComplete}
        maxLength={maxLength}
        required={isRequired}
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
