import type { ReceiptPlace } from '@/db/receipts/rules'

const places: Record<ReceiptPlace, string> = {
  page: 'Its page',
  section: 'Section',
  home: 'Home',
  feed: 'Feed',
  section_feed: 'Feed of the section',
  sitemap: 'Sitemap',
  news_sitemap: 'News sitemap',
}

/** What receipts and alarms say, in English. The other languages have the same keys. */
export const en = {
  receipts: 'Receipts',
  never:
    'Nothing of this article has appeared in the last 30 days. When it appears, this shows where readers see it, and since when.',
  appeared: 'Revision {number} appeared on {when}. This is how long it took until readers saw it:',
  ahead: 'Revision {number} is published and will be seen from {when} on.',
  overtaken: 'Readers see something else by now.',
  noServer: 'No server has looked yet.',
  place: 'Place',
  server: 'Server {number}',
  delay: 'Seen after',
  absent: 'not on its first page',
  missing: 'missing',
  late: 'late',
  awaited: 'being looked for',
  unknown: 'not looked for',
  places,
  alarms: 'What did not go out as it should',
  moreAlarms: { one: '# more', other: '# more' } as Plural,
  alarmMissing: 'Readers do not see it where they should: {places}. It should be there since {when}.',
  alarmLate: 'Readers saw it {delay} late: {places}.',
  alarmOverdue: 'It was to appear on {when}, and no server has noted that yet. Readers see it if a server runs.',
  alarmStopped: 'A change to it was to appear on {when} and did not. It is off the schedule.',
  alarmSurge:
    'Newsletter sign-ups: {requested} within the hour, where {usual} are usual. Somebody may be abusing the forms; each network may ask less often for now.',
  alarmUnconfirmed:
    'Newsletter sign-ups: of {asked} people who were sent a mail within a day only {confirmed} confirmed. Somebody may be abusing the forms; each network may ask less often for now.',
  alarmHeld: 'It was to appear on {when} and was held back then. It is off the schedule.',
}

export type ReceiptWords = typeof en

type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
