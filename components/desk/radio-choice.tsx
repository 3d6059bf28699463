import { useId } from 'react'

type Props<Name extends string> = {
  label: string
  options: Record<Name, string>
  value: Name
  choose: (name: Name) => void
}

/** One of a few ways to look at something, side by side. */
export function RadioChoice<Name extends string>({ label, options, value, choose }: Props<Name>) {
  const id = useId()
  const names = Object.keys(options).filter((name): name is Name => name in options)
  return (
    <fieldset className="front-choice">
      <legend className="visually-hidden">{label}</legend>
      {names.map((name) => (
        <label key={name}>
          <input className="visually-hidden" type="radio" name={id} checked={name === value} onChange={() => choose(name)} />
          <span>{options[name]}</span>
        </label>
      ))}
    </fieldset>
  )
}
