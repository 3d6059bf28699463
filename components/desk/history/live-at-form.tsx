import { historyWordsIn } from '@/components/desk/history/words/words'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  /** What was asked, as the field writes it; empty for nothing. */
  asked: string
  /** The revision that was live then, null for none. */
  found: { number: number } | null
}

/** Asks what readers saw at a moment. A form whose answer is an address. */
export function LiveAtForm({ language, timeZone, asked, found }: Props) {
  const words = historyWordsIn(language)
  return (
    <form className="filters" method="get">
      <p className="field">
        <label htmlFor="field-at">{filled(words.liveAtMoment, { zone: timeZone })}</label>
        <input id="field-at" type="datetime-local" name="at" defaultValue={asked} />
      </p>
      <button className="button second small" type="submit">
        {words.show}
      </button>
      {asked && <p role="status">{found ? filled(words.wasLive, { number: String(found.number) }) : words.wasNotLive}</p>}
    </form>
  )
}
