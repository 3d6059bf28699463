import { weekdayInShort } from '@/components/dates'
import { CalendarDay } from '@/components/desk/calendar/calendar-day'
import type { Calendar } from '@/db/calendar/rules'
import { dayOf } from '@/lib/days'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  now: Date
  month: string
  weeks: readonly (readonly string[])[]
  calendar: Calendar
  hasLanguages: boolean
}

/** A month in its weeks; where there is no room for them, a list of the days that have something. */
export function CalendarMonth({ language, month, weeks, calendar, ...shared }: Props) {
  const today = dayOf(shared.now, shared.timeZone)
  const byDay = Map.groupBy(calendar.entries, (entry) => entry.day)
  return (
    <div className="calendar">
      {/* Each day says its weekday itself. */}
      <div className="calendar-weekdays" aria-hidden="true">
        {weeks[0]?.map((day) => (
          <span key={day}>{weekdayInShort(language, day)}</span>
        ))}
      </div>
      <ol className="calendar-days">
        {weeks.flat().map((day) => (
          <CalendarDay
            key={day}
            language={language}
            {...shared}
            day={day}
            isToday={day === today}
            isBeside={!day.startsWith(month)}
            entries={byDay.get(day) ?? []}
            leftOut={calendar.leftOut.get(day) ?? 0}
          />
        ))}
      </ol>
    </div>
  )
}
