import { trapField } from '@/db/subscribers/rules'

/** A field that readers neither see nor reach: programs that fill in every field give themselves away by it. */
export function Trap({ label, scope }: { label: string; scope: string }) {
  const id = `field-${scope}-${trapField}`
  return (
    <p className="trap" aria-hidden="true">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={trapField} type="text" tabIndex={-1} autoComplete="off" />
    </p>
  )
}
