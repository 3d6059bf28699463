type Props = { label: string; action: () => Promise<void> }

/** The way out. */
export function SignOutForm({ label, action }: Props) {
  return (
    <form action={action}>
      <button className="button second small" type="submit">
        {label}
      </button>
    </form>
  )
}
