import { localeOf, monthOfYearInWords } from '@/components/dates'
import { CalendarFilters } from '@/components/desk/calendar/calendar-filters'
import { CalendarMonth } from '@/components/desk/calendar/calendar-month'
import { CalendarNote } from '@/components/desk/calendar/calendar-note'
import { MonthLinks } from '@/components/desk/calendar/month-links'
import { calendarWordsIn } from '@/components/desk/calendar/words/words'
import { DeskPage } from '@/components/desk/desk-page'
import { zoneInWords } from '@/components/desk/workflow/times'
import { filled } from '@/components/words/words'
import { listCalendar } from '@/db/calendar/queries'
import { calendarInput, firstDayOfWeek, weeksOfMonth } from '@/db/calendar/rules'
import { findDeskChoices } from '@/db/desk/choices'
import { dayOf } from '@/lib/days'
import { readSettings } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titled } from '../../titles'

// What happens in a month is known when it is asked for, and not before.
export const instant = false

export default async function CalendarPage({ searchParams }: PageProps<'/dashboard/calendar'>) {
  const actor = await requireRight('article.read')
  const values = calendarInput.parse(await searchParams)
  const [language, { timeZone, editions }] = await Promise.all([readLanguage(), readSettings()])
  const now = new Date()
  const month = values.month || dayOf(now, timeZone).slice(0, 7)
  const weeks = weeksOfMonth(month, firstDayOfWeek(localeOf[language]))
  const [first = '', last = first] = [weeks[0]?.[0], weeks.at(-1)?.[6]]
  const [calendar, { sections }] = await Promise.all([
    listCalendar(actor, values, { first, last, now, timeZone }),
    findDeskChoices(language),
  ])
  const languages = editions.map((edition) => edition.language)
  const words = calendarWordsIn(language)
  const isEmpty = !calendar.entries.some((entry) => entry.day.startsWith(month))

  return (
    <DeskPage
      title={filled(words.title, { month: monthOfYearInWords(language, month) })}
      intro={filled(words.zone, { zone: zoneInWords(language, timeZone) })}
      actions={<MonthLinks language={language} month={month} values={values} />}
    >
      <CalendarFilters language={language} values={values} editions={languages} sections={sections} />
      {isEmpty && <CalendarNote language={language} isFiltered={values.language !== '' || values.section !== ''} />}
      <CalendarMonth
        language={language}
        timeZone={timeZone}
        now={now}
        month={month}
        weeks={weeks}
        calendar={calendar}
        hasLanguages={languages.length > 1}
      />
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.calendar)
