import Link from 'next/link'
import { timeInWords } from '@/components/dates'
import { calendarWordsIn } from '@/components/desk/calendar/words/words'
import type { CalendarEntry } from '@/db/calendar/rules'
import { directionOf, type Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  now: Date
  entry: CalendarEntry
  /** Of one edition there is no need to say which. */
  hasLanguages: boolean
}

/** What happens at a time of a day, and to which article. */
export function CalendarEntryLine({ language, timeZone, now, entry, hasLanguages }: Props) {
  const words = calendarWordsIn(language)
  const isOverdue = (entry.kind === 'due' || entry.kind === 'change-due') && entry.at < now
  return (
    <li className="calendar-entry" data-kind={entry.kind}>
      <p className="calendar-when" data-overdue={isOverdue || undefined}>
        <time dateTime={entry.at.toISOString()}>{timeInWords(language, entry.at, timeZone)}</time>{' '}
        <span className="calendar-kind">{isOverdue ? words.overdue : words.kinds[entry.kind]}</span>
      </p>
      <Link href={addressOf(entry)} prefetch={false} lang={entry.language} dir={directionOf(entry.language)}>
        {entry.headline || words.untitled}
      </Link>
      <p className="calendar-where">
        <bdi lang={entry.language}>{entry.sectionName}</bdi>
        {hasLanguages && <span className="code"> · {entry.language}</span>}
      </p>
    </li>
  )
}

function addressOf({ articleId, changeId }: CalendarEntry): string {
  const article = `/dashboard/articles/${articleId}`
  return changeId ? `${article}/changes/${changeId}` : article
}
