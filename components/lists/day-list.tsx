import { calendarDayInWords } from '@/components/dates'
import { counted, wordsIn } from '@/components/words/words'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'

type Props = { days: { day: string; count: number }[]; language: Language; hrefOf?: (day: string) => string }

/** The days of a month on which something was published; `day` is `2015-10-12`. */
export function DayList({ days, language, hrefOf = (day) => addressOf.day(language, day) }: Props) {
  return (
    <ul className="day-list">
      {days.map(({ day, count }) => (
        <li key={day}>
          <a href={hrefOf(day)}>
            <time dateTime={day}>{calendarDayInWords(language, day)}</time>
          </a>{' '}
          <span className="count">{counted(language, count, wordsIn(language).articlesCount)}</span>
        </li>
      ))}
    </ul>
  )
}
