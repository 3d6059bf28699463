import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { slowDown } from '../../db/deliveries/budgets'
import { beginSending } from '../../db/deliveries/claiming'
import { type Found, recordFindings } from '../../db/deliveries/findings'
import { type LeaseTimes, usualLeaseTimes } from '../../db/deliveries/rules'
import { keepLeases, registerSender, removeSender } from '../../db/deliveries/senders'
import { log } from '../../lib/log'
import type { Handover } from '../../lib/smtp-lane'
import type { Lane } from './carrier'
import { Claims } from './claims'
import type { SendingSetting } from './edition-mail'
import { Group } from './group'
import { Hands, type Held } from './hands'
import { judge } from './judge'
import { lookAfterEditions } from './look-after'

export type SenderOptions = {
  makeLane: () => Lane
  lanes: number
  /** Deliveries claimed at once. */
  batch: number
  /** Mails a second, of all senders together; and to one big domain. */
  rates: { provider: number; domain: number }
  setting: SendingSetting
  times?: LeaseTimes
}

/** Milliseconds between two looks at what is due when there is nothing to send, and two looks after the editions. */
const pauses = { idle: 500, look: 1000, fault: 1000 }

/** Milliseconds a sender has to finish what it is handing over when it is asked to end. */
const patience = 6000

/**
 * Sends newsletter editions, beside any number of other senders, until `stop`. Each delivery is sent at most once: what has been handed over whole
 * without an answer is uncertain, and left to an editor.
 */
export class Sender {
  #id = randomUUID()
  #isRegistered = false
  #beatAt = 0
  #lookAt = 0
  #isEnding = false
  readonly #times: LeaseTimes
  readonly #hands: Hands
  readonly #claims: Claims
  readonly #gate: Group<Held, boolean>
  readonly #findings: Group<Found & { senderId: string }, null>
  readonly #unwritten = new Set<Promise<null>>()
  readonly #running: Promise<void>

  constructor(private readonly options: SenderOptions) {
    this.#times = options.times ?? usualLeaseTimes
    this.#claims = new Claims(options)
    this.#gate = new Group(async (items) => {
      const begun = await beginSending(
        this.#id,
        items.map(({ id }) => id),
      )
      return ({ id, senderId }) => senderId === this.#id && begun.has(id)
    })
    this.#findings = new Group(async (items) => {
      for (const [senderId, own] of Map.groupBy(items, (item) => item.senderId)) await recordFindings(senderId, own, new Date())
      return () => null
    })
    this.#hands = new Hands({
      lanes: options.lanes,
      makeLane: options.makeLane,
      mayBegin: (held) => this.#gate.add(held),
      done: (held, handover) => this.#note(held, handover),
      unreachable: (handover) =>
        log.warn({ cause: causeOf(handover) }, 'newsletters cannot be sent: the mail server is not to be had'),
    })
    this.#running = this.#run()
  }

  /** What it holds is told by it. Another after it was silent too long. */
  get id(): string {
    return this.#id
  }

  /** Ends: nothing more is begun, what is being handed over is finished, and what was only held goes back. */
  async stop(): Promise<void> {
    this.#isEnding = true
    await this.#running
    this.#hands.empty()
    await this.#hands.end(patience)
    await Promise.race([Promise.allSettled(this.#unwritten), wait(patience)])
    await removeSender(this.#id).catch((error: unknown) => log.warn({ cause: causeOf(error) }, 'a sender left without a word'))
  }

  async #run() {
    while (!this.#isEnding) {
      try {
        await this.#turn()
      } catch (error) {
        log.error({ cause: causeOf(error) }, 'newsletters could not be sent')
        await wait(pauses.fault)
      }
      this.#fence()
    }
  }

  async #turn() {
    await this.#beat()
    if (Date.now() >= this.#lookAt) {
      this.#lookAt = Date.now() + pauses.look
      await lookAfterEditions(this.options.setting, new Date())
    }
    const room = this.options.batch + this.options.lanes - this.#hands.size
    const claimed =
      this.#hands.isReachable && room > this.options.batch / 2 ? await this.#claims.more(this.#id, room, this.#times.lease) : []
    this.#hands.put(claimed)
    await wait(claimed.length > 0 ? 0 : this.#hands.size > 0 ? 20 : pauses.idle)
  }

  async #beat() {
    if (!this.#isRegistered) await registerSender(this.#id)
    const isDue = Date.now() - this.#beatAt >= this.#times.beat * 1000
    if (this.#isRegistered && isDue) await keepLeases(this.#id, this.#times.lease)
    if (!this.#isRegistered || isDue) this.#beatAt = Date.now()
    this.#isRegistered = true
  }

  /** A sender that could not be heard lets go before others take what it holds, and goes on as another. */
  #fence() {
    if (!this.#isRegistered || Date.now() - this.#beatAt < this.#times.fence * 1000) return
    log.warn('a sender was silent too long and begins anew')
    this.#hands.empty()
    this.#hands.breakOff()
    this.#id = randomUUID()
    this.#isRegistered = false
  }

  #note({ id, senderId, attempt, address }: Held, handover: Handover | null) {
    const now = new Date()
    // What we broke off ourselves before it had left says nothing of the server: it may be tried at once.
    const isGivenUp = handover?.outcome === 'not-handed-over' && (this.#isEnding || senderId !== this.#id)
    const { finding, patience: wish } =
      handover && !isGivenUp ? judge(handover, address, now) : { finding: { kind: 'released' as const, at: now }, patience: null }
    if (wish) void slowDown(wish.key, wish.seconds).catch(() => {})
    const writing = this.#write({ id, attempt, finding, senderId }).finally(() => this.#unwritten.delete(writing))
    this.#unwritten.add(writing)
  }

  /** What was found out is written down when the database is there again: nobody else can know it. */
  async #write(found: Found & { senderId: string }) {
    for (;;) {
      try {
        return await this.#findings.add(found)
      } catch (error) {
        log.error({ cause: causeOf(error), delivery: found.id }, 'what became of a delivery could not be written down')
        await wait(pauses.fault)
      }
    }
  }
}

/** What went wrong, without the values of a statement: they can be addresses. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
