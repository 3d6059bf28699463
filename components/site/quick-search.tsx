import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = { language: Language; query?: string }

/** One field and one button; the way on from a page that has nothing to read. */
export function QuickSearch({ language, query = '' }: Props) {
  const words = wordsIn(language)
  return (
    <search className="quick-search">
      <form action={addressOf.search(language)} method="get">
        <label htmlFor="quick-search">{words.searchLabel}</label>
        <input id="quick-search" name="q" type="search" defaultValue={query} maxLength={200} />
        <button type="submit">{words.searchButton}</button>
      </form>
    </search>
  )
}
