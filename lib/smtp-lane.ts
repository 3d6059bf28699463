import { Readable } from 'node:stream'
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import { faultOf, serverAt } from './mail-transport'

/**
 * What became of one message, told by how far it was handed over, which the error of a broken connection does not show (RFC 1047: between the
 * final dot and the answer neither side knows the other's view).
 */
export type Handover =
  | { outcome: 'accepted'; reply: Reply }
  /** The server said no: for now (4xx) or for good (5xx). */
  | { outcome: 'refused'; reply: Reply; at: 'connection' | 'sender' | 'recipient' | 'message' }
  /** It did not leave whole: nobody has it, it may be sent again. */
  | { outcome: 'not-handed-over'; fault: string }
  /** All of it left, and no answer came: it may have been taken. */
  | { outcome: 'unanswered'; fault: string }
  /** `mayBegin` said no. Nothing of it left. */
  | { outcome: 'held-back' }

/** A server's answer: its code (RFC 5321, 4.2), enhanced code (RFC 3463; empty without) and words, which hold no address. */
export type Reply = { code: number; enhanced: string; words: string }

export type Envelope = { from: string; to: string }

/** Milliseconds. `answer`: for the final dot RFC 5321, 4.5.3.2.6 asks for ten minutes; less doubles mail. */
export type LaneTimes = { connect: number; greeting: number; envelope: number; answer: number }

export const usualLaneTimes: LaneTimes = { connect: 10_000, greeting: 15_000, envelope: 60_000, answer: 600_000 }

/** Bytes of a message that are handed over at once: the server has to have made room for one before the next. */
const pieceLength = 16 * 1024

/** One connection to a mail server, over which messages go one after another. */
export class SmtpLane {
  readonly #connection: SMTPConnection
  #isOpen = false
  #fault = 'the connection was closed'
  /** Whoever waits for an answer that cannot come any more. */
  #broken: ((error: Error) => void) | null = null

  /** `url` as SMTP_URL; `name` is what this host calls itself. */
  constructor(
    private readonly url: string,
    name: string,
    private readonly times: LaneTimes = usualLaneTimes,
  ) {
    const { auth: _, ...server } = serverAt(url)
    const options: SMTPConnectionOptions = {
      ...server,
      name,
      dnsTimeout: times.connect,
      connectionTimeout: times.connect,
      greetingTimeout: times.greeting,
      socketTimeout: times.answer,
      socketCloseTimeout: 0,
    }
    this.#connection = new SMTPConnection(options)
    this.#connection.on('error', (error) => {
      this.#isOpen = false
      this.#fault = faultOf(error, '')
    })
    this.#connection.on('end', () => {
      this.#isOpen = false
      this.#broken?.(new Error(this.#fault))
    })
  }

  /** Whether another message may be tried over it. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Connects, and signs in where the address has a name. What the server or the network has against it is given back, null for nothing. */
  async open(): Promise<Exclude<Handover, { outcome: 'accepted' }> | null> {
    const { auth } = serverAt(this.url)
    try {
      await settled((done) => {
        this.#connection.once('error', done)
        this.#connection.connect((error) => done(error ?? null))
      })
      if (auth) await settled((done) => this.#connection.login(auth, done))
      this.#isOpen = true
      return null
    } catch (error) {
      this.close()
      return failure(error, '', 'none')
    }
  }

  /**
   * Hands a message over. `mayBegin` is asked once the server waits for the text, before its first byte: what has to be written down before
   * anything can have arrived is written there. After anything but a clean end the lane is closed.
   */
  async send({ from, to }: Envelope, message: Buffer, mayBegin: () => Promise<boolean>): Promise<Handover> {
    let handed: 'none' | 'some' | 'all' = 'none'
    let isHeldBack = false
    let sent = 0
    const envelopeTimer = setTimeout(() => this.close(), this.times.envelope)
    const begin = async () => {
      clearTimeout(envelopeTimer)
      handed = 'some'
      if (await mayBegin().catch(() => false)) return true
      isHeldBack = true
      // The server waits for the text: only a closed connection tells it that there is none.
      this.close()
      return false
    }
    const body = new Readable({
      read: async () => {
        if (handed === 'none' && !(await begin())) return
        const piece = message.subarray(sent, sent + pieceLength)
        sent += piece.length
        if (sent === message.length) handed = 'all'
        body.push(piece.length > 0 ? piece : null)
      },
    })
    // A connection that breaks destroys it.
    body.on('error', () => {})
    try {
      const info = await settled<{ response: string }>((done) => {
        this.#broken = done
        this.#connection.send({ from, to, size: message.length }, body, (error, sent) => done(error, sent))
      })
      return { outcome: 'accepted', reply: readReply(info.response, to) }
    } catch (error) {
      return isHeldBack ? { outcome: 'held-back' } : await this.#afterFailure(failure(error, to, handed))
    } finally {
      clearTimeout(envelopeTimer)
    }
  }

  /** Ends the connection at once, whatever is under way. */
  close(): void {
    this.#isOpen = false
    this.#connection.close()
  }

  /** After a refused envelope the server must forget it, or the next would be added to it; what cannot be reset is closed. */
  async #afterFailure(handover: Handover): Promise<Handover> {
    const isClean = handover.outcome === 'refused' && handover.reply.code !== 421 && this.#isOpen
    if (!isClean) this.close()
    else await settled((done) => this.#connection.reset(done)).catch(() => this.close())
    return handover
  }
}

type Done<Result> = (error: Error | null | undefined, result?: Result) => void

/** A callback's outcome; only the first counts. */
function settled<Result = unknown>(begin: (done: Done<Result>) => void): Promise<Result> {
  return new Promise((resolve, reject) => begin((error, result) => (error ? reject(error) : resolve(result as Result))))
}

/** A numeric answer is looked at first: when the envelope is refused the text is drained unsent, and would count as handed over. */
function failure(error: unknown, to: string, handed: 'none' | 'some' | 'all'): Exclude<Handover, { outcome: 'accepted' }> {
  const { responseCode, response, command } = detailsOf(error)
  if (responseCode >= 400) return { outcome: 'refused', reply: readReply(response, to), at: placeOf(command) }
  const fault = faultOf(error, to)
  return handed === 'all' ? { outcome: 'unanswered', fault } : { outcome: 'not-handed-over', fault }
}

function detailsOf(error: unknown): { responseCode: number; response: string; command: string } {
  const own: Record<string, unknown> = error instanceof Error ? { ...error } : {}
  return { responseCode: Number(own.responseCode ?? 0), response: String(own.response ?? ''), command: String(own.command ?? '') }
}

function placeOf(command: string): 'connection' | 'sender' | 'recipient' | 'message' {
  if (command === 'MAIL FROM') return 'sender'
  if (command === 'RCPT TO') return 'recipient'
  return command === 'DATA' ? 'message' : 'connection'
}

function readReply(response: string, to: string): Reply {
  const [, code = '0', enhanced = '', words = ''] = /^(\d{3})[ -]?(?:([245]\.\d{1,3}\.\d{1,3})\s)?([\s\S]*)$/.exec(response) ?? []
  return { code: Number(code), enhanced, words: faultOf(words, to) }
}
