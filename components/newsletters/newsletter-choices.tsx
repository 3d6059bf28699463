import { choiceField } from '@/db/subscribers/rules'

type Props = {
  newsletters: readonly { id: string; name: string }[]
  chosenIds: readonly string[]
  legend: string
  scope: string
  /** Whether the legend stands above already, as the name of what was opened. */
  isNamedAbove?: boolean
}

/** Newsletters to be ticked. */
export function NewsletterChoices({ newsletters, chosenIds, legend, scope, isNamedAbove = false }: Props) {
  return (
    <fieldset className="newsletter-choices" aria-label={isNamedAbove ? legend : undefined}>
      {!isNamedAbove && <legend>{legend}</legend>}
      {newsletters.map(({ id, name }) => (
        <label key={id} htmlFor={`${scope}-${id}`}>
          <input
            // A form that comes back is drawn anew with what was ticked.
            key={String(chosenIds.includes(id))}
            type="checkbox"
            id={`${scope}-${id}`}
            name={choiceField(id)}
            defaultChecked={chosenIds.includes(id)}
          />{' '}
          {name}
        </label>
      ))}
    </fieldset>
  )
}
