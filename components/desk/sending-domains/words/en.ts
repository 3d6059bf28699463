import type { FindingReason } from '../../../../db/sending-domains/rules'

/** What is said about the domains newsletters come from, in English. The other languages have the same keys. */
export const en = {
  domains: 'Sending domains',
  intro:
    'Mail servers believe a newsletter when its domain says that it is its own. Looked up every week, and whenever somebody presses the button.',
  none: 'No newsletter has a sender yet.',
  usedBy: 'Sender of {newsletters}',
  checkedAt: 'Looked up {when}.',
  neverChecked: 'Not looked up yet.',
  check: 'Look up now',
  checked: '{domain} has been looked up.',
  gone: 'No newsletter comes from that domain any more.',
  notAllowed: 'You may not do this.',
  what: 'What',
  state: 'State',
  found: 'What stands there',
  wanted: 'What should stand there',
  at: 'under {name}',
  nothing: 'nothing',
  kinds: {
    spf: 'SPF: who may send for the domain',
    dkim: 'DKIM: the key that newsletters are signed with',
    dmarc: 'DMARC: what holds for mail that is not its own',
  },
  states: { good: 'good', missing: 'missing', wrong: 'to be mended', unknown: 'not known' },
  reasons: {
    good: 'As it should be.',
    none: 'Nothing stands there. Whoever runs the domain has to add a record.',
    several: 'Several records stand there. Mail servers take that for none: leave one.',
    'no-answer': 'The name servers did not answer. Look again later.',
    'allows-all': 'It lets everybody send in its name. End it with -all or ~all.',
    'decides-nothing': 'It does not say what holds for everybody else. End it with -all or ~all.',
    'too-many-lookups': 'It asks for more than ten lookups; mail servers give up after ten.',
    'no-selector': 'This program is not told which key signs. Set DKIM_SELECTOR.',
    revoked: 'The key was taken back. Publish a new one.',
    'no-key': 'What stands there is no key.',
    'weak-key': 'The key is shorter than 1024 bits. Use one of 2048.',
    'no-policy': 'It names no policy. Add p=none for a start.',
    'only-watches': 'Good for a start. Once all mail is in order, p=quarantine or p=reject protects your name.',
    'nothing-aligned': 'Neither SPF nor DKIM stands for this very domain, so its mail does not count as its own.',
  } satisfies Record<FindingReason, string> as Record<FindingReason, string>,
  warnings: {
    'no-sender': 'This newsletter has no sender yet.',
    unchecked: 'Whether mail servers will believe {domain} has not been looked up yet.',
    faulty: 'Mail servers may not believe {domain}. Look at what is missing before the first edition goes out.',
    ready: 'Mail servers have reason to believe {domain}.',
  },
  look: 'Look at the domain',
}

export type DomainWords = typeof en
