import { calendarDayInWords } from '@/components/dates'
import { wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = { language: Language; previous: string | null; next: string | null }

/** From a day of the archive to the nearest days around it on which something was published. */
export function DayNavigation({ language, previous, next }: Props) {
  if (!previous && !next) return null
  const words = wordsIn(language)
  return (
    <nav className="pagination" aria-label={words.archive}>
      {previous && (
        <a rel="prev" href={addressOf.day(language, previous)}>
          {words.previousDay}: {calendarDayInWords(language, previous)}
        </a>
      )}
      {next && (
        <a rel="next" href={addressOf.day(language, next)}>
          {words.nextDay}: {calendarDayInWords(language, next)}
        </a>
      )}
    </nav>
  )
}
