type Props = {
  name: string
  label: string
  options: readonly { value: string; label: string }[]
  defaultValue?: string
  fault?: string | null
  isRequired?: boolean
  /** Tells fields of one name apart on a page with several forms. */
  scope?: string
  /** Is told what was chosen; for fields on which others depend. */
  onChoose?: (value: string) => void
}

/** A labelled choice of one among several, its fault beside it. */
export function SelectField({ name, label, options, defaultValue, fault = null, isRequired, scope, onChoose }: Props) {
  const id = scope ? `field-${scope}-${name}` : `field-${name}`
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {/* React forgets a new default of a choice that is there already, so a form that comes back draws it anew. */}
      <select
        key={defaultValue}
        id={id}
        name={name}
        defaultValue={defaultValue}
        required={isRequired}
        onChange={onChoose && ((event) => onChoose(event.target.value))}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
      >
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {fault && (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
    </p>
  )
}
