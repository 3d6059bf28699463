import { keepMail } from '../../lib/mailbox'
import { type Envelope, type Handover, type LaneTimes, SmtpLane, usualLaneTimes } from '../../lib/smtp-lane'

/** A message on its way: its envelope, its bytes, and the same as the mailbox of this machine shows it. */
export type Outgoing = {
  id: string
  envelope: Envelope
  bytes: () => Buffer
  shown: { language: string; subject: string; text: string; html: string }
}

/** One way out, over which messages go one after another. `SmtpLane` says what each outcome means. */
export type Lane = {
  readonly isOpen: boolean
  open: () => Promise<Exclude<Handover, { outcome: 'accepted' }> | null>
  send: (message: Outgoing, mayBegin: () => Promise<boolean>) => Promise<Handover>
  close: () => void
}

/** Makes lanes to the mail server; without one mail goes into the mailbox of this machine. `host` is what we call ourselves. */
export function laneMaker(url: string | undefined, host: string, times: LaneTimes = usualLaneTimes): () => Lane {
  return url ? () => smtpLane(new SmtpLane(url, host, times)) : mailboxLane
}

function smtpLane(lane: SmtpLane): Lane {
  return {
    get isOpen() {
      return lane.isOpen
    },
    open: () => lane.open(),
    send: ({ envelope, bytes }, mayBegin) => lane.send(envelope, bytes(), mayBegin),
    close: () => lane.close(),
  }
}

function mailboxLane(): Lane {
  return {
    isOpen: true,
    open: async () => null,
    send: async ({ id, envelope, shown }, mayBegin) => {
      if (!(await mayBegin().catch(() => false))) return { outcome: 'held-back' }
      await keepMail({ id, to: envelope.to, ...shown }, new Date())
      return { outcome: 'accepted', reply: { code: 250, enhanced: '2.0.0', words: '' } }
    },
    close: () => {},
  }
}
