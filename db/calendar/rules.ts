import { z } from 'zod'
import { isUuid } from '../../lib/checks'
import { dayAfter } from '../../lib/days'
import { type Language, languages } from '../../lib/languages'
import type { ArticleStatus } from '../articles/rules'

declare global {
  namespace Intl {
    interface Locale {
      /** How the weeks of a locale run; days count from Monday, 1, to Sunday, 7. */
      getWeekInfo(): { firstDay: number }
    }
  }
}

/** What stands on a day: an article is to appear or has appeared, its embargo ends, it is due at the desk; a change to it appears or is due. */
export type CalendarKind = 'appears' | 'appeared' | 'embargo' | 'due' | 'change' | 'change-due'

/** One thing on a day. An article stands on a day as often as something happens to it. */
export type CalendarEntry = {
  /** Tells it apart from every other. */
  key: string
  articleId: string
  /** The change that it is about; null for the article itself. */
  changeId: string | null
  kind: CalendarKind
  at: Date
  /** The day of it in the publication's zone, `2015-10-13`. */
  day: string
  headline: string
  language: Language
  status: ArticleStatus
  sectionName: string
}

/** What there is between two days: the entries in their order, and how many of a day are left out because there are too many. */
export type Calendar = { entries: CalendarEntry[]; leftOut: ReadonlyMap<string, number> }

/** What was asked of the calendar, each as it stands in the address; empty where nothing was. */
export type CalendarValues = { month: string; language: string; section: string }

/** More entries of one day are only counted. What is planned comes before what has appeared. */
export const entriesOfDay = 40

const one = z
  .unknown()
  .default('')
  .transform((given) => {
    const value: unknown = Array.isArray(given) ? given[0] : given
    return typeof value === 'string' ? value : ''
  })

/** Reads what is asked of the calendar from an address's query. Takes anything, and leaves out what it cannot read. */
export const calendarInput = z.object({
  month: one.transform((value) => (isMonth(value) ? value : '')),
  language: one.transform((value) => languages.find((language) => language === value) ?? ''),
  section: one.transform((value) => (isUuid(value) ? value : '')),
})

/** Whether the text is a month that the calendar shows, `2015-10`. */
function isMonth(text: string): boolean {
  return /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text)
}

/** The address of the calendar with these things asked of it. */
export function calendarAddress(values: CalendarValues): string {
  const search = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString()
  return search ? `/dashboard/calendar?${search}` : '/dashboard/calendar'
}

/** The month so many months later than `2015-10`, or earlier when negative; null beyond what the calendar shows. */
export function monthAfter(month: string, months: number): string | null {
  const moment = new Date(`${month}-01T00:00:00Z`)
  moment.setUTCMonth(moment.getUTCMonth() + months)
  const other = moment.toISOString().slice(0, 7)
  return isMonth(other) ? other : null
}

/** On which day a week begins where a locale is at home: 1 for Monday to 7 for Sunday. */
export function firstDayOfWeek(locale: string): number {
  return new Intl.Locale(locale).getWeekInfo().firstDay
}

/** The days of a month in whole weeks, so that the first and the last week may hold days of the months beside it. */
export function weeksOfMonth(month: string, firstDay: number): string[][] {
  const first = `${month}-01`
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay()
  let day = dayAfter(first, -((weekday - firstDay + 7) % 7))
  const weeks: string[][] = []
  do {
    weeks.push(Array.from({ length: 7 }, (_, place) => dayAfter(day, place)))
    day = dayAfter(day, 7)
  } while (day.startsWith(month))
  return weeks
}
