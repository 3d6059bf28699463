/** The day until which nothing is sent. Browsers without a calendar of their own show a line of text. */
export function PauseField({ label, hint, day }: { label: string; hint: string; day: string }) {
  return (
    <p className="field">
      <label htmlFor="field-paused">{label}</label>
      <input key={day} id="field-paused" name="pausedUntil" type="date" defaultValue={day} aria-describedby="field-paused-hint" />
      <span className="quiet" id="field-paused-hint">
        {hint}
      </span>
    </p>
  )
}
