/** What the page of readers' reports says, in English. The other languages have the same keys. */
export const en = {
  reports: 'Readers’ reports',
  reportsIntro: 'What readers told us is wrong with an article.',
  waiting: 'Waiting',
  handled: 'Seen to',
  older: 'Older',
  nothingWaits: 'Nothing waits. What readers report under an article comes here.',
  nothingHandled: 'No report has been seen to yet.',
  answerTo: 'Answer to {address}',
  handle: 'Seen to',
  reopen: 'Not seen to after all',
  gone: 'This report is not here any more.',
  notAllowed: 'Your role does not allow this.',
}

export type ReportWords = typeof en
