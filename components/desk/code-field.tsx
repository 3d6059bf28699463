type Props = { label: string; fault?: string | null; isForApp?: boolean }

/** A line for a code from a mail, an app or a paper. Never given back: a wrong one is typed anew. */
export function CodeField({ label, fault = null, isForApp = false }: Props) {
  return (
    <p className="field">
      <label htmlFor="field-code">{label}</label>
      <input
        id="field-code"
        name="code"
        className="code"
        dir="ltr"
        inputMode={isForApp ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
        required
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? 'field-code-fault' : undefined}
      />
      {fault && (
        <span className="fault" id="field-code-fault">
          {fault}
        </span>
      )}
    </p>
  )
}
