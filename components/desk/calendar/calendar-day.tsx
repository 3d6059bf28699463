import { calendarDayInWords } from '@/components/dates'
import { CalendarEntryLine } from '@/components/desk/calendar/calendar-entry'
import { calendarWordsIn } from '@/components/desk/calendar/words/words'
import { counted } from '@/components/words/words'
import type { CalendarEntry } from '@/db/calendar/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  now: Date
  day: string
  isToday: boolean
  /** Of a month beside the one that is shown. */
  isBeside: boolean
  entries: readonly CalendarEntry[]
  leftOut: number
  hasLanguages: boolean
}

/** As many of a day stand open; the others wait behind their number, so that a full day does not push the weeks apart. */
const openEntries = 5

/** A day of the calendar. A day without entries says no more than its date. */
export function CalendarDay({ day, isToday, isBeside, entries, leftOut, ...shared }: Props) {
  const { language } = shared
  const words = calendarWordsIn(language)
  const lines = entries.map((entry) => <CalendarEntryLine key={entry.key} {...shared} entry={entry} />)
  const [open, others] = [lines.slice(0, openEntries), lines.slice(openEntries)]
  const name = <DayName language={language} day={day} isToday={isToday} />
  return (
    <li
      className="calendar-day"
      data-beside={isBeside || undefined}
      data-empty={entries.length === 0 || undefined}
      aria-current={isToday ? 'date' : undefined}
    >
      {entries.length > 0 ? <h2>{name}</h2> : <p>{name}</p>}
      {open.length > 0 && <ul>{open}</ul>}
      {others.length > 0 && (
        <details>
          <summary>{counted(language, others.length, words.more)}</summary>
          <ul>{others}</ul>
        </details>
      )}
      {leftOut > 0 && <p className="quiet">{counted(language, leftOut, words.leftOut)}</p>}
    </li>
  )
}

function DayName({ language, day, isToday }: { language: Language; day: string; isToday: boolean }) {
  const number = new Intl.NumberFormat(language).format(Number(day.slice(8)))
  return (
    <time dateTime={day}>
      <span className="day-number" aria-hidden="true">
        {number}
      </span>
      <span className="day-name">{calendarDayInWords(language, day)}</span>
      {isToday && <span className="day-today"> {calendarWordsIn(language).today}</span>}
    </time>
  )
}
