import type { RequestListener } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, DrawingFailed, makeAnswer } from './answers'
import { draw, type Wish } from './drawing'
import { Gate } from './gate'
import type { NoticeBoard, Rendering } from './notices'

/** Renderings at once; one process has one thread, so more only wait for the database together. */
const atOnce = 4
const longestQueue = 2000

/** Milliseconds a reader waits for a place, for a rendering; and after which a rendering that never ends is given up. */
const patience = 20_000
const deadline = 15_000
const abandonedAfter = 60_000
/** In development a page is compiled when it is first asked for. */
const developmentDeadline = 120_000

/** Times an answer is drawn anew because something it shows changed meanwhile. */
const attempts = 6

/** How the public address reads, for the requests Next is given. */
type Options = { listener: RequestListener; board: NoticeBoard; publicUrl: URL; dev: boolean }

/** An answer, and whether nothing has overtaken it. */
export type Fresh = { answer: Answer; isFresh: boolean }

/** Lets Next draw answers, a bounded number at once, and draws again what a notice has overtaken meanwhile. */
export class Renderer {
  #gate = new Gate(atOnce, longestQueue, patience)

  constructor(private readonly options: Options) {}

  /**
   * Draws a page until nothing it shows has changed since its drawing began. If changes come faster than that, the last attempt is given, not
   * fresh, unless it shows what was withdrawn: then DrawingFailed. Throws DrawingFailed or TooBusy too when nothing can be drawn.
   */
  async page(target: string): Promise<Fresh> {
    const { board } = this.options
    let isAlone = false
    for (let attempt = 1; ; attempt++) {
      const { answer, rendering } = await this.#render({ target, method: 'GET', headers: this.#headers() }, isAlone)
      const isKeepable = answer.tags.length > 0
      const isOvertaken = isKeepable ? board.isOvertaken(answer.tags, answer.count) : board.count > answer.count
      if (!isOvertaken) return { answer, isFresh: answer.until > Date.now() }
      const isWithdrawn = isKeepable ? board.isWithdrawn(answer.tags, answer.count) : board.lastWithdrawal > answer.count
      // Where it is not known what a page shows, as in a search, any change overtakes it: once again is enough.
      const isLast = attempt === attempts || (!isKeepable && !isWithdrawn && attempt > 1)
      if (isLast && isWithdrawn) throw new DrawingFailed('what it shows was withdrawn while it was drawn')
      if (isLast) return { answer, isFresh: false }
      // Overtaken only by what an older rendering may have lent it: it waits until none is left, or it would be overtaken again and again.
      isAlone = isKeepable ? !board.isOvertaken(answer.tags, rendering.began) : board.count === rendering.began
    }
  }

  /** Hands Next what a reader sent. */
  async write(target: string, body: Buffer, headers: Record<string, string>): Promise<Answer> {
    const all = { ...this.#headers(), ...headers, 'content-length': String(body.length), origin: this.options.publicUrl.origin }
    const { answer } = await this.#render({ target, method: 'POST', headers: all, body }, false)
    return { ...answer, tags: [] }
  }

  async #render(wish: Wish, isAlone: boolean): Promise<{ answer: Answer; rendering: Rendering }> {
    const { listener, board, publicUrl, dev } = this.options
    const leave = await this.#gate.enter(isAlone)
    const rendering = board.begin()
    const { drawn, done } = draw(listener, wish, AbortSignal.timeout(dev ? developmentDeadline : deadline))
    void inAnyCase(done, () => {
      rendering.end()
      leave()
    })
    return { answer: await makeAnswer(await drawn, rendering.carried, publicUrl.origin, dev), rendering }
  }

  /** Nothing of a reader's request: what is drawn for one is shown to all. */
  #headers(): Record<string, string> {
    const { host, protocol } = this.options.publicUrl
    return { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1), accept: 'text/html' }
  }
}

async function inAnyCase(done: Promise<void>, then: () => void) {
  const timer = new AbortController()
  const late = wait(abandonedAfter, undefined, { signal: timer.signal, ref: false }).catch(() => {})
  await Promise.race([done, late])
  timer.abort()
  then()
}
