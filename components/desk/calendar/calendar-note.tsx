import { calendarWordsIn } from '@/components/desk/calendar/words/words'
import { EmptyNote } from '@/components/desk/empty-note'
import type { Language } from '@/lib/languages'

type Props = { language: Language; isFiltered: boolean }

/** What is said of a month in which nothing stands. */
export function CalendarNote({ language, isFiltered }: Props) {
  const words = calendarWordsIn(language)
  return (
    <EmptyNote>
      <p role="status">{isFiltered ? words.nothing : words.empty}</p>
      <p>{isFiltered ? words.nothingHint : words.emptyHint}</p>
    </EmptyNote>
  )
}
