import type { CalendarKind } from '@/db/calendar/rules'

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** What the calendar says. */
export const en = {
  title: 'Calendar: {month}',
  months: 'Months',
  previous: 'Previous month',
  next: 'Next month',
  thisMonth: 'Today',
  today: 'today',
  language: 'Language',
  section: 'Section',
  any: 'any',
  apply: 'Show',
  clear: 'Show everything',
  kinds: {
    appears: 'appears',
    appeared: 'appeared',
    embargo: 'embargo ends',
    due: 'due',
    change: 'change appears',
    'change-due': 'change due',
  } satisfies Record<CalendarKind, string>,
  overdue: 'overdue',
  untitled: 'Without a headline',
  more: { one: '# more', other: '# more' } as Forms,
  leftOut: { one: '# more has no room here', other: '# more have no room here' } as Forms,
  zone: 'Times of the publication’s zone: {zone}.',
  empty: 'Nothing stands in this month.',
  emptyHint: 'What is scheduled, under embargo or due stands here by itself.',
  nothing: 'Nothing in this month matches.',
  nothingHint: 'Take a filter away, or look at another month.',
  keys: 'Keyboard',
  keysIntro: 'While nothing is being typed:',
  keyNext: 'next entry',
  keyPrevious: 'previous entry',
  keyOpen: 'open the article',
  keyNextMonth: 'next month',
  keyPreviousMonth: 'previous month',
  keyToday: 'today',
  keyHelp: 'this sheet',
  close: 'Close',
}

export type CalendarWords = typeof en
