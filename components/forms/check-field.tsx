type Props = { name: string; label: string; hint?: string; defaultChecked?: boolean; value?: string; scope?: string }

/** Something that is so or not, with a word about what follows from it. */
export function CheckField({ name, label, hint, defaultChecked = false, value = 'on', scope }: Props) {
  const id = `field-${scope ? `${scope}-` : ''}${name}-${value}`
  return (
    <p className="field check">
      <input
        key={String(defaultChecked)}
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="quiet" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </p>
  )
}
