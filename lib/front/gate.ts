/** Thrown when too many renderings wait already, or one has waited too long. */
export class TooBusy extends Error {
  override name = 'TooBusy'
}

type Waiter = { isAlone: boolean; go: () => void }

/**
 * Bounds how much happens at once. Work that asks to begin alone waits until nothing else is under way, and nothing begins before it; once it
 * has begun, others may again.
 */
export class Gate {
  #running = 0
  #queue: Waiter[] = []

  constructor(
    private readonly width: number,
    private readonly longestQueue: number,
    private readonly patience: number,
  ) {}

  /** Resolves when the caller may begin, to what it must call at its end. Throws TooBusy. */
  async enter(isAlone = false): Promise<() => void> {
    if (this.#queue.length > 0 || !this.#mayBegin(isAlone)) await this.#wait(isAlone)
    this.#running++
    // Whoever stands behind one that began alone need not wait for its end.
    queueMicrotask(() => this.#admit())
    let hasEnded = false
    return () => {
      if (hasEnded) return
      hasEnded = true
      this.#running--
      this.#admit()
    }
  }

  #mayBegin(isAlone: boolean) {
    return isAlone ? this.#running === 0 : this.#running < this.width
  }

  #wait(isAlone: boolean): Promise<void> {
    if (this.#queue.length >= this.longestQueue) throw new TooBusy('too many renderings wait')
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const waiter = { isAlone, go: resolve }
    this.#queue.push(waiter)
    const timer = setTimeout(() => {
      this.#queue.splice(this.#queue.indexOf(waiter), 1)
      reject(new TooBusy('waited too long for a rendering'))
      this.#admit()
    }, this.patience)
    return promise.finally(() => clearTimeout(timer))
  }

  /** One at a time: whoever is let in admits the next when it has been counted. */
  #admit() {
    const next = this.#queue[0]
    if (!next || !this.#mayBegin(next.isAlone)) return
    this.#queue.shift()
    next.go()
  }
}
