type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** What the comments on an article say, in English. The other languages have the same keys. */
export const en = {
  title: 'Comments',
  none: 'Nobody has said anything yet.',
  add: 'Say something about the article',
  addAt: 'Say something about this passage',
  cancel: 'Never mind',
  say: 'Comment',
  answer: 'Answer',
  answerTo: 'Answer to {name}',
  settle: 'Settled',
  reopen: 'Open again',
  remove: 'Take back',
  settledBy: 'Settled by {name}, {when}',
  settled: { one: '# settled comment', other: '# settled comments' } as Forms,
  gone: 'On a removed passage',
  show: 'Show the passage',
  tooLate: 'It is too late to take this back, or somebody has answered.',
  notAllowed: 'You cannot comment on this article.',
  unknown: 'This comment is not there any more.',
}

export type CommentWords = typeof en
