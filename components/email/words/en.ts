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
  validity: 'The link is valid for {time}, and for one use.',
  minutes: { one: '# minute', other: '# minutes' } as Plural,
  days: { one: '# day', other: '# days' } as Plural,
  copyAddress: 'If the button opens nothing, copy this address into your browser:',
}

type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export type MailWords = typeof en
