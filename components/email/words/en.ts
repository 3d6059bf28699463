/** What mails say, in English. The other languages have the same keys or do not compile. */
export const en = {
  signIn: {
    subject: 'Sign in to {publication}',
    opening: 'You asked to sign in to {publication}.',
    button: 'Sign in to {publication}',
    closing: 'If you did not ask for it, ignore this mail: nobody is signed in without it.',
  },
  invitation: {
    subject: 'Your invitation to {publication}',
    opening: 'You are invited to work on {publication}.',
    invitedBy: 'Invited by: {name}',
    role: 'Your role: {role}',
    button: 'Accept the invitation',
    closing: 'If you do not know what this is about, ignore this mail: nothing happens without you.',
  },
  newsletterConfirmation: {
    subject: 'Please confirm your newsletters from {publication}',
    opening: 'Somebody, we hope it was you, asked {publication} to send newsletters to this address.',
    list: 'Asked for: {newsletters}.',
    choose: 'Nothing is sent before you confirm it. Open the page and press the button there.',
    button: 'See and confirm',
    closing: 'If you did not ask for it, do nothing: without your confirmation the address is forgotten.',
    never: 'If you would rather never hear from us again, the same page has a button for that.',
  },
  newsletterAlready: {
    subject: 'You already receive newsletters from {publication}',
    opening: 'This address was entered to sign up for {newsletters}. You receive that already, so there is nothing to do.',
    button: 'Ask for a link to your preferences',
    closing: 'If it was not you, ignore this mail: nothing has changed.',
  },
  newsletterPreferences: {
    subject: 'Your newsletter preferences at {publication}',
    opening: 'Here is the link to your newsletters from {publication}: choose, pause, export or erase.',
    button: 'Open my preferences',
    closing: 'Do not pass it on: whoever has it can change what you receive. If you did not ask for it, ignore this mail.',
  },
  linkTime: 'The link is valid for {time}.',
  'review-asked': {
    subject: 'Please review: {headline}',
    opening: '{name} asks you to review an article: {headline}',
    button: 'Open the article',
  },
  'review-returned': {
    subject: 'Sent back: {headline}',
    opening: '{name} has sent an article back to you, with the reason: {headline}',
    button: 'See what is asked for',
  },
  'article-approved': {
    subject: 'Approved: {headline}',
    opening: '{name} has approved an article of yours: {headline}',
    button: 'Open the article',
  },
  'article-given': {
    subject: 'Yours now: {headline}',
    opening: '{name} has given you an article: {headline}',
    button: 'Open the article',
  },
  'article-commented': {
    subject: 'New comment: {headline}',
    opening: '{name} has commented on an article: {headline}',
    button: 'Read the comment',
  },
  'change-stopped': {
    subject: 'Did not appear: {headline}',
    opening:
      'A change that was scheduled did not appear: {headline}. Meanwhile the article has changed in the same place, was held back or withdrawn.',
    button: 'See what stands in the way',
  },
  'correction-proposed': {
    subject: 'Please approve a correction: {headline}',
    opening: '{name} asks you to approve a correction to an article: {headline}',
    button: 'See the correction',
  },
  'correction-approved': {
    subject: 'Correction published: {headline}',
    opening: '{name} has approved the correction that you proposed: {headline}',
    button: 'See the corrections',
  },
  'correction-refused': {
    subject: 'Correction refused: {headline}',
    opening: '{name} has refused the correction that you proposed, with the reason: {headline}',
    button: 'See why',
  },
  'correction-offered': {
    subject: 'Corrected in another edition: {headline}',
    opening: '{name} has corrected this article in another edition. Yours may need the same: {headline}',
    button: 'See the correction',
  },
  due: 'Until: {when}',
  untitled: 'an article without a headline',
  somebody: 'A colleague',
  deskClosing: 'You get this mail because the article is yours, or because you were asked.',
  validity: 'The link is valid for {time}, and for one use.',
  minutes: { one: '# minute', other: '# minutes' } as Plural,
  days: { one: '# day', other: '# days' } as Plural,
  copyAddress: 'If the button opens nothing, copy this address into your browser:',
}

type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export type MailWords = typeof en
