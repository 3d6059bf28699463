import Link from 'next/link'
import { monthOfYearInWords } from '@/components/dates'
import { CalendarKeys } from '@/components/desk/calendar/calendar-keys'
import { calendarWordsIn } from '@/components/desk/calendar/words/words'
import { type CalendarValues, calendarAddress, monthAfter } from '@/db/calendar/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; month: string; values: CalendarValues }

/** The ways to the months beside this one, and back to today. */
export function MonthLinks({ language, month, values }: Props) {
  const words = calendarWordsIn(language)
  const beside = (months: -1 | 1, label: string) => {
    const other = monthAfter(month, months)
    if (!other) return null
    return (
      <Link
        className="button second small"
        href={calendarAddress({ ...values, month: other })}
        prefetch={false}
        rel={months < 0 ? 'prev' : 'next'}
        title={monthOfYearInWords(language, other)}
      >
        {label}
      </Link>
    )
  }
  return (
    <>
      <nav className="desk-actions" aria-label={words.months}>
        {beside(-1, words.previous)}
        <Link className="button second small" href={calendarAddress({ ...values, month: '' })} prefetch={false} data-today>
          {words.thisMonth}
        </Link>
        {beside(1, words.next)}
      </nav>
      <CalendarKeys language={language} />
    </>
  )
}
