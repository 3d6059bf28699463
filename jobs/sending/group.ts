import { setTimeout as wait } from 'node:timers/promises'

type Waiting<Item, Result> = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }

/** Milliseconds in which items come together. */
const gathering = 3

/** As many as go into one statement. */
const most = 500

/**
 * Writes many small things down in few transactions: whoever adds one waits for the group it went with. A group follows the one before; one that
 * fails fails for all in it.
 */
export class Group<Item, Result> {
  #waiting: Waiting<Item, Result>[] = []
  #isWriting = false

  /** `write` gives what became of each of its items. */
  constructor(private readonly write: (items: Item[]) => Promise<(item: Item) => Result>) {}

  add(item: Item): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    this.#waiting.push({ item, resolve, reject })
    if (!this.#isWriting) void this.#writeAll()
    return promise
  }

  async #writeAll() {
    this.#isWriting = true
    while (this.#waiting.length > 0) {
      await wait(gathering)
      const group = this.#waiting.splice(0, most)
      try {
        const resultOf = await this.write(group.map(({ item }) => item))
        for (const { item, resolve } of group) resolve(resultOf(item))
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    this.#isWriting = false
  }
}
