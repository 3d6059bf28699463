/** What the outbox's page says, in English. The other languages have the same keys. */
export const en = {
  mail: 'Mail',
  mailIntro: 'Every mail to one person that was promised, and how it fares. What a mail says is not kept once it is out.',
  to: 'To',
  kind: 'About',
  created: 'Promised',
  tried: 'Last tried',
  attempts: 'Attempts',
  state: 'State',
  fault: 'Why not yet',
  all: 'All',
  older: 'Older',
  newest: 'Newest',
  forgotten: 'address removed',
  nothing: 'No mail of that kind.',
  states: {
    waiting: 'Waiting',
    sent: 'Sent',
    abandoned: 'Given up',
  },
  kinds: {
    'sign-in': 'Signing in',
    invitation: 'Invitation',
    'review-asked': 'Review asked',
    'review-returned': 'Review returned',
    'article-approved': 'Approved',
    'article-given': 'Article given',
    'article-commented': 'Comment',
    'change-stopped': 'Change not published',
    'correction-proposed': 'Correction to approve',
    'correction-approved': 'Correction published',
    'correction-refused': 'Correction refused',
    'correction-offered': 'Correction offered',
    'change-conflict': 'Change in conflict',
  } as Record<string, string>,
}

export type MailWords = typeof en
