/** What an article's history says, in English. The other languages have the same keys. */
export const en = {
  history: 'History',
  revision: 'Revision {number}',
  kinds: { saved: '', conflict: 'conflict: kept beside the text', pending: 'of a pending change' },
  head: 'newest',
  live: 'live',
  imported: 'imported',
  erased: 'somebody erased',
  words: '{count} words',
  compare: 'Compare',
  first: 'The first revision',
  restore: 'Restore this revision',
  restoreReason: 'Why (optional)',
  restored: 'Restored as the newest revision. Readers see it when it is published.',
  unchanged: 'This is the newest revision already.',
  notAllowed: 'You may not write in this article now.',
  unknown: 'This revision is not here any more.',
  older: 'Older',
  liveAt: 'What was live at …',
  liveAtMoment: 'Moment ({zone})',
  show: 'Show',
  wasLive: 'At that moment readers saw revision {number}.',
  wasNotLive: 'At that moment readers saw nothing of it, as far as the log knows.',
}

export type HistoryWords = typeof en
