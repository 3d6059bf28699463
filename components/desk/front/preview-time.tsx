import { localTimeOf } from '@/lib/days'
import type { Language } from '@/lib/languages'
import { frontWordsIn } from './words/words'

type Props = {
  language: Language
  edition: Language
  timeZone: string
  /** Which arrangement of the history is looked at; null for the draft. */
  number: number | null
  at: Date | null
}

/** Chooses the moment a preview shows: what is placed comes and goes by the clock. A form, so that its choice has an address. */
export function PreviewTime({ language, edition, timeZone, number, at }: Props) {
  const words = frontWordsIn(language)
  return (
    <form className="filters" action={`/dashboard/fronts/${edition}/preview`}>
      {number !== null && <input type="hidden" name="number" value={number} />}
      <p className="field">
        <label htmlFor="preview-at">{words.previewAt}</label>
        <input id="preview-at" type="datetime-local" name="at" defaultValue={at ? localTimeOf(at, timeZone) : ''} />
      </p>
      <button className="button second small" type="submit">
        {words.show}
      </button>
    </form>
  )
}
