import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { SMTPServer } from 'smtp-server'
import { log } from '../lib/log'
import { type MailFor, recipientOf, takeMail } from './take-mail'

/** What a mailbox of ours takes at most: a mail that brings another back whole is not larger. */
const limits = { bytes: 1024 * 1024, connections: 50, idle: 60_000, recipients: 5 }

type Place = { host: string; port: number; domain: string }

/**
 * Takes mail for what newsletters come back to, and for nothing else: every other recipient is refused, so that nothing is ever passed on. While the
 * database is away it asks to be tried again later.
 */
export async function listenForBounces({ host, port, domain }: Place): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = new SMTPServer({
    name: domain,
    banner: 'takes what newsletters come back to',
    logger: false,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: limits.bytes,
    maxClients: limits.connections,
    socketTimeout: limits.idle,
    closeTimeout: 3000,
    onRcptTo: ({ address }, session, callback) => {
      const isWanted = recipientOf(address, domain) !== null
      if (!isWanted) return callback(refusal(550, '5.1.1 There is no such mailbox here.'))
      callback(session.envelope.rcptTo.length < limits.recipients ? null : refusal(452, '4.5.3 That is too many at once.'))
    },
    onData: (stream, session, callback) => {
      const recipients = session.envelope.rcptTo.flatMap(({ address }) => recipientOf(address, domain) ?? [])
      void answer(stream, recipients).then(callback)
    },
  })
  server.on('error', (error) => log.warn({ cause: error.message }, 'a connection to the mailbox for bounces failed'))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return { port: portOf(server.server.address()), stop: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Null once all of it is kept; otherwise what is said instead. */
async function answer(stream: Readable, recipients: readonly MailFor[]): Promise<Error | null> {
  const raw = await readAll(stream)
  if (raw === null) return refusal(552, '5.3.4 That is too large.')
  try {
    await takeMail(raw, recipients, new Date())
    return null
  } catch (error) {
    log.error({ err: error }, 'a mail for the mailbox for bounces was not kept')
    return refusal(451, '4.3.0 Please try again later.')
  }
}

/** All that comes, of which no more is kept than may come; null if it was more. */
async function readAll(stream: Readable): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length <= limits.bytes) chunks.push(chunk)
  }
  return length > limits.bytes ? null : Buffer.concat(chunks)
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The mailbox for bounces listens nowhere.')
  return address.port
}
