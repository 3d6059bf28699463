import { dateFormat, dayOf } from '@/lib/days'
import type { Language } from '@/lib/languages'

/** The form in which each edition tells dates: day before month, as its readers write them. */
export const localeOf: Record<Language, string> = { en: 'en-GB', fr: 'fr', ar: 'ar' }

/** A day in words, `12 October 2015`, as it is in the publication's zone. */
export function dayInWords(language: Language, moment: Date, timeZone: string): string {
  return dateFormat(localeOf[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(moment)
}

/** A moment in words with its zone, `12 October 2015 at 09:00 GMT+3`. */
export function momentInWords(language: Language, moment: Date, timeZone: string): string {
  return dateFormat(localeOf[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: language === 'ar' ? 'numeric' : '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(moment)
}

/** A moment in few words, `12 Oct 2015, 09:00`, where its zone is known. */
export function briefMomentInWords(language: Language, moment: Date, timeZone: string): string {
  return dateFormat(localeOf[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: language === 'ar' ? 'numeric' : '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(moment)
}

/** A calendar day (`2015-10-12`) with its weekday in words. */
export function calendarDayInWords(language: Language, day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  return dateFormat(localeOf[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date)
}

/** The month of `2015-10` in words, without its year. */
export function monthInWords(language: Language, month: string): string {
  return dateFormat(localeOf[language], { month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
}

/** The year of `2015-10` in the edition's digits. */
export function yearInWords(language: Language, month: string): string {
  return new Intl.NumberFormat(localeOf[language], { useGrouping: false }).format(Number(month.slice(0, 4)))
}

/** A month with its year in words, `October 2015`. */
export function monthOfYearInWords(language: Language, month: string): string {
  return dateFormat(localeOf[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
}

/** A moment in as little room as tells it: the time of a day that is today, a day of this year without its year. */
export function momentInShort(language: Language, moment: Date, timeZone: string, now: Date): string {
  const day = dayOf(moment, timeZone)
  const today = dayOf(now, timeZone)
  const time = { hour: language === 'ar' ? 'numeric' : '2-digit', minute: '2-digit' } as const
  const date = { day: 'numeric', month: 'short' } as const
  const shown =
    day === today ? time : day.slice(0, 4) === today.slice(0, 4) ? { ...date, ...time } : { ...date, year: 'numeric' as const }
  return dateFormat(localeOf[language], { ...shown, timeZone }).format(moment)
}

/** The time of day of a moment, `09:00`. */
export function timeInWords(language: Language, moment: Date, timeZone: string): string {
  const hour = language === 'ar' ? 'numeric' : '2-digit'
  return dateFormat(localeOf[language], { hour, minute: '2-digit', timeZone }).format(moment)
}

/** The weekday of a calendar day in as little room as tells it, `Mon`. */
export function weekdayInShort(language: Language, day: string): string {
  return dateFormat(localeOf[language], { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
