type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** What is said while an edition is being sent, in English. The other languages have the same keys. */
export const en = {
  sending: 'Sending',
  report: 'Report: who it went to',
  pause: 'Pause sending',
  resume: 'Resume sending',
  cancel: 'Cancel sending',
  cancelQuestion: 'Cancel this edition?',
  cancelWarning: 'Whoever has it keeps it; nobody else gets it. It cannot be sent again.',
  keep: 'Keep it',
  sendAgain: 'Send them again',
  sendAgainQuestion: 'Send the uncertain mails again?',
  sendAgainWarning: 'Most of them have arrived: those people get the edition twice.',
  leave: 'Leave them as they are',
  leaveQuestion: 'Leave the uncertain mails as they are?',
  leaveWarning: 'A few people may miss this edition. They stay in its report.',
  done: {
    paused: 'Paused: nothing more is begun.',
    resumed: 'Sending goes on.',
    cancelled: 'Cancelled.',
    sentAgain: 'They are sent again.',
    leftAlone: 'They are left as they are.',
  },
  stopped: {
    'by-hand': 'Somebody paused it.',
    items:
      'It stopped by itself, as something in it must not be sent as it is. Resumed, what was corrected goes out as it stands now, and what readers may not see is left out.',
    size: 'It stopped by itself: it has {size} KB, more than mail programs show.',
    bounces: 'It stopped by itself: {bounced} of {of} addresses refused it. Look at the addresses before you resume.',
    complaints: 'It stopped by itself: {complained} of {of} recipients reported it as spam.',
  },
  uncertain: {
    one: 'Of # mail nobody knows whether it arrived. Decide in the report.',
    other: 'Of # mails nobody knows whether they arrived. Decide in the report.',
  } as Forms,
  reasons: {
    withdrawn: 'withdrawn',
    embargoed: 'under embargo',
    'not-published': 'not to be seen by readers',
    corrected: 'corrected or changed since',
  },
  untitled: 'An article without a headline',
}

export type SendingWords = typeof en
