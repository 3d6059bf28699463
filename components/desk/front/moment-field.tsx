import { useId } from 'react'
import { localTimeOf, momentsAt } from '@/lib/days'

type Props = { label: string; value: string | null; timeZone: string; onChange: (moment: string | null) => void }

/** A day and a time in the publication's zone; empty is no moment. */
export function MomentField({ label, value, timeZone, onChange }: Props) {
  const id = useId()
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        value={value === null ? '' : localTimeOf(new Date(value), timeZone)}
        onChange={({ target }) => onChange(momentsAt(target.value, timeZone).at(0)?.toISOString() ?? null)}
      />
    </p>
  )
}
