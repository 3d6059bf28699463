import { setTimeout as wait } from 'node:timers/promises'
import type { Handover } from '../../lib/smtp-lane'
import type { Lane, Outgoing } from './carrier'

/** A delivery in a sender's hands, with how to make its copy of the message. */
export type Held = { id: number; senderId: string; address: string; attempt: number; message: () => Outgoing }

type Work = {
  lanes: number
  makeLane: () => Lane
  /** Whether the delivery may begin now; written down before the first byte. */
  mayBegin: (held: Held) => Promise<boolean>
  /** Told of each once, `null` when it was given back untried. */
  done: (held: Held, handover: Handover | null) => void
  /** Told when no connection can be had. */
  unreachable: (handover: Exclude<Handover, { outcome: 'accepted' }>) => void
}

/** Milliseconds before a lane that could not connect tries again: doubled each time. */
const reconnecting = { least: 1000, most: 60_000 }

/** Several lanes that work off what is put into their hands, each one message at a time. */
export class Hands {
  #held: Held[] = []
  #waiting: (() => void)[] = []
  #lanes = new Set<Lane>()
  #busy = 0
  #hasEnded = false
  #failures = 0
  #reopensAt = 0
  readonly #running: Promise<unknown>

  constructor(private readonly work: Work) {
    this.#running = Promise.all(Array.from({ length: work.lanes }, () => this.#run()))
  }

  /** Deliveries that wait for a lane or are on one. */
  get size(): number {
    return this.#held.length + this.#busy
  }

  /** Whether more is of use now: not while nobody can be reached. */
  get isReachable(): boolean {
    return Date.now() >= this.#reopensAt
  }

  put(held: readonly Held[]): void {
    this.#held.push(...held)
    for (const go of this.#waiting.splice(0, held.length)) go()
  }

  /** Gives back what no lane has begun. */
  empty(): Held[] {
    return this.#held.splice(0)
  }

  /** Breaks off everything: what is under way ends as far as it has come. */
  breakOff(): void {
    for (const lane of this.#lanes) lane.close()
  }

  /** Begins nothing more; resolves when what is under way has ended, or was broken off after `patience` milliseconds. */
  async end(patience: number): Promise<void> {
    this.#hasEnded = true
    for (const go of this.#waiting.splice(0)) go()
    const timer = setTimeout(() => this.breakOff(), patience)
    await this.#running
    clearTimeout(timer)
    this.breakOff()
  }

  async #run() {
    let lane: Lane | null = null
    for (;;) {
      const held = await this.#next()
      if (!held) return
      this.#busy++
      lane = await this.#ready(lane)
      this.work.done(held, lane ? await this.#send(lane, held) : null)
      this.#busy--
    }
  }

  async #send(lane: Lane, held: Held): Promise<Handover> {
    return lane.send(held.message(), () => this.work.mayBegin(held))
  }

  async #next(): Promise<Held | null> {
    for (;;) {
      if (this.#hasEnded) return null
      const pause = this.#reopensAt - Date.now()
      if (pause > 0) await wait(Math.min(pause, 200))
      else {
        const held = this.#held.shift()
        if (held) return held
        await new Promise<void>((resolve) => this.#waiting.push(resolve))
      }
    }
  }

  /** A lane that can be used: this one, or a new one in its place. */
  async #ready(last: Lane | null): Promise<Lane | null> {
    if (last?.isOpen) return last
    if (last) this.#lanes.delete(last)
    const lane = this.work.makeLane()
    this.#lanes.add(lane)
    const refused = await lane.open()
    if (!refused) {
      this.#failures = 0
      return lane
    }
    this.#lanes.delete(lane)
    // Lanes that fail together are one failure.
    if (this.isReachable) {
      this.#failures++
      this.#reopensAt = Date.now() + Math.min(reconnecting.most, reconnecting.least * 2 ** (this.#failures - 1))
      this.work.unreachable(refused)
    }
    return null
  }
}
