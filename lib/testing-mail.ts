import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail as a server received it: its envelope, its bytes, and what they mean. */
type Received = { from: string; to: string[]; raw: string; parsed: ParsedMail }

/** What a server answers instead of taking a mail: to the recipient, or to the message after it has come. */
type Refusal = { at: 'recipient' | 'message'; code: number; words: string }

/** A mail server of this test file's own. */
export type TestMailServer = {
  url: string
  /** What it took, in order. */
  received: Received[]
  /** The next mails are refused so, until this is null again. */
  refusal: Refusal | null
  /** Milliseconds it thinks about each message. */
  delay: number
}

/** Starts a mail server that takes everything, ended with the test file. */
export async function testMailServer(): Promise<TestMailServer> {
  const state: TestMailServer = { url: '', received: [], refusal: null, delay: 0 }
  const refuseAt = (place: Refusal['at']) =>
    state.refusal?.at === place ? Object.assign(new Error(state.refusal.words), { responseCode: state.refusal.code }) : null
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onRcptTo: (_address, _session, callback) => callback(refuseAt('recipient')),
    onData: async (stream, session, callback) => {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk)
      const raw = Buffer.concat(chunks)
      const refusal = refuseAt('message')
      const { mailFrom, rcptTo } = session.envelope
      const from = mailFrom === false ? '' : mailFrom.address
      const to = rcptTo.map(({ address }) => address)
      if (!refusal) state.received.push({ from, to, raw: raw.toString(), parsed: await simpleParser(raw) })
      setTimeout(() => callback(refusal), state.delay)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port }: Pick<AddressInfo, 'port'> = addressOf(server)
  state.url = `smtp://127.0.0.1:${port}`
  after(() => new Promise<void>((resolve) => server.close(resolve)))
  return state
}

function addressOf(server: SMTPServer): AddressInfo {
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The mail server listens nowhere.')
  return address
}
