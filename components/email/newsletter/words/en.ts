/** What stands around the words of the newsroom in a newsletter edition, in English. The other languages have the same keys or do not compile. */
export const en = {
  webView: 'Read on the web',
  leave: 'Unsubscribe',
  preferences: 'Choose what you receive',
  number: 'No. {number}',
  by: 'By {names}',
  why: 'You receive this mail because you subscribed to {name} and confirmed it. It comes from {publication}.',
  correctionHeading: 'Correction',
  correctionWhy: 'You receive this correction because edition no. {number} of {date}, “{subject}”, was sent to you.',
}

export type NewsletterMailWords = typeof en
