type Props = {
  label: string
  action: (() => Promise<void>) | ((form: FormData) => void)
  /** What is meant, where there are several. */
  id?: string
}

/** Something that is done at once, beside what it is about. A form, so that it works without script. */
export function ActionButton({ label, action, id }: Props) {
  return (
    <form action={action}>
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      <button className="button second small" type="submit">
        {label}
      </button>
    </form>
  )
}
