import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Markup } from '../html'
import { isSecretAddress, languageAt, readTarget, type Target } from './addresses'
import { type Answer, DrawingFailed, NothingThere, type Prepared, prepare } from './answers'
import { encode } from './encodings'
import { documentPolicy, sharedSeconds, strictHeaders } from './headers'
import { type Kept, KeptAnswers } from './kept'
import type { NoticeBoard } from './notices'
import { againIn, type PlainReason, plainPage, plainStyle } from './plain-pages'
import type { Renderer } from './renderer'
import { formTaking, sentAgainForm, sentFields } from './sent-again'
import { namesAction } from './writes'

type ReaderTarget = Extract<Target, { kind: 'reader' }>

/** An answer for one reader, and where it came from, for the log. */
export type Given = { prepared: Prepared; from: 'kept' | 'drawn' | 'last-good' | 'front' }

/** Milliseconds a reader waits to learn whether Postgres is away or only its connection broke. */
const patience = 4000

type Options = {
  board: NoticeBoard
  renderer: Renderer
  keptBytes: number
  isSecure: boolean
  keepsNothing: boolean
  log: Logger
}

/** Answers what readers ask for: from what is kept while it is fresh, else drawn anew, once for all who wait for the same address. */
export class Readers {
  readonly kept: KeptAnswers
  #strict: string[]
  #framedStrict: string[]
  #secretStrict: string[]
  #plainStrict: string[]
  #underWay = new Map<string, Promise<Given>>()

  constructor(private readonly options: Options) {
    const { isSecure } = options
    this.kept = new KeptAnswers(options.board, options.keptBytes)
    this.#strict = options.keepsNothing ? [] : strictHeaders({ isSecure, policy: documentPolicy({ isSecure }) })
    this.#framedStrict = options.keepsNothing
      ? []
      : strictHeaders({ isSecure, policy: documentPolicy({ isSecure, isFramed: true }) })
    this.#secretStrict = options.keepsNothing
      ? []
      : strictHeaders({ isSecure, policy: documentPolicy({ isSecure }), isSecret: true })
    this.#plainStrict = strictHeaders({ isSecure, policy: documentPolicy({ isSecure, style: plainStyle }) })
  }

  /** What is kept at an address and may be sent as it is. Called for each request; must be quick. */
  findSendable(path: string, now: number): Kept | undefined {
    const kept = this.kept.find(path)
    if (kept === undefined) return undefined
    const { board } = this.options
    if (board.isHearing) return !kept.isStale && kept.answer.until > now ? kept : undefined
    // With Postgres away nothing newer can be drawn, nor known: the last good bytes are better than none.
    return board.now === 'unreachable' ? kept : undefined
  }

  /** A kept answer's bytes and headers; near its end shared caches are told a shorter time. */
  preparedOf(kept: Kept, now: number): Prepared {
    const left = Math.floor((kept.answer.until - now) / 1000)
    if (left >= sharedSeconds) return kept.prepared
    return prepare(kept.answer, this.#strict, true, Math.max(0, left))
  }

  /** The answer to a GET. Never throws: what cannot be drawn is a readable 503. */
  async get(target: ReaderTarget): Promise<Given> {
    const { board } = this.options
    if (board.now === 'lost' || board.now === 'starting') await Promise.race([board.changeOfHearing(), wait(patience)])
    const sendable = this.findSendable(target.path, Date.now())
    if (sendable && target.query !== '' && sendable.answer.status < 300) return this.redirect(target.path)
    if (sendable) return { prepared: this.preparedOf(sendable, Date.now()), from: 'kept' }
    if (board.now === 'unreachable') return this.plain('unavailable', target.path)
    return this.#once(`${target.path}${target.query}`, () => this.#draw(target))
  }

  /** What a reader would be given at a path now, for whoever has to know whether it is right; null where readers have no address. */
  async look(path: string): Promise<Prepared | null> {
    const target = readTarget(path)
    return target.kind === 'reader' ? (await this.get(target)).prepared : null
  }

  /** The answer to a form: a document too, never kept. */
  async post(target: ReaderTarget, body: Buffer, headers: Record<string, string>): Promise<Given> {
    if (this.options.board.now === 'unreachable') return this.plain('unavailable', target.path)
    try {
      const answer = await this.options.renderer.write(`${target.drawn}${target.query}`, body, headers)
      // Next's own words for an action it does not know, of an older build or of nobody.
      const isRefusal = namesAction(body) && answer.status >= 400 && answer.headers[1]?.startsWith('text/plain')
      if (isRefusal) return await this.#giveBack(target, body, headers['content-type'] ?? '')
      return { prepared: prepare(answer, this.#strictFor(target.path), false), from: 'drawn' }
    } catch (error) {
      if (error instanceof NothingThere) return this.plain('absent', target.path)
      this.options.log.error({ err: error }, 'a form could not be answered')
      return this.plain('unavailable', target.path)
    }
  }

  /** What was typed into a form whose action is not known: with the way to send it to the form as it is on the page now. */
  async #giveBack(target: ReaderTarget, body: Buffer, contentType: string): Promise<Given> {
    const fields = await sentFields(body, contentType)
    const { prepared } = await this.get(target)
    const form = formTaking(prepared.variants.identity.body.toString(), fields)
    const more = sentAgainForm(fields, form, againIn(languageAt(target.path)))
    return this.plain(form ? 'kept' : 'outdated', target.path, [], more)
  }

  /** The front's own words, in the language of the address; `more` stands under them. */
  async plain(reason: PlainReason, path: string, others: readonly string[] = [], more?: Markup): Promise<Given> {
    const { status, html } = plainPage(reason, languageAt(path), more)
    const retry = status === 503 ? ['Retry-After', '10'] : []
    const headers = ['Content-Type', 'text/html; charset=utf-8', ...retry, ...others]
    const answer = { status, headers, encoded: await encode(Buffer.from(html), false), tags: [], count: 0, until: 0 }
    return { prepared: prepare(answer, this.#plainStrict, false), from: 'front' }
  }

  /** The one spelling of an address, for who asked for another. */
  async redirect(to: string): Promise<Given> {
    const headers = ['Location', to]
    const answer = { status: 308, headers, encoded: await encode(Buffer.alloc(0), false), tags: [], count: 0, until: 0 }
    return { prepared: prepare(answer, this.#strict, true, 0), from: 'front' }
  }

  /** One drawing for all who ask for the same at the same time. */
  #once(key: string, work: () => Promise<Given>): Promise<Given> {
    const present = this.#underWay.get(key)
    if (present) return present
    const begun = work().finally(() => this.#underWay.delete(key))
    this.#underWay.set(key, begun)
    return begun
  }

  async #draw(target: ReaderTarget): Promise<Given> {
    try {
      const { answer, isFresh } = await this.options.renderer.page(`${target.drawn}${target.query}`)
      const isKept = isFresh && this.#mayKeep(answer)
      const prepared = prepare(answer, this.#strictFor(target.path), isKept)
      if (isKept) this.kept.keep(target.path, answer, prepared, isHome(target.path))
      // What is kept does not depend on a query, so the query is another spelling.
      if (isKept && target.query !== '' && answer.status < 300) return this.redirect(target.path)
      return { prepared, from: 'drawn' }
    } catch (error) {
      if (error instanceof NothingThere) return this.plain('absent', target.path)
      this.options.log.error(
        error instanceof DrawingFailed ? { cause: error.message } : { err: error },
        'a page could not be drawn',
      )
      return this.#lastGood(target)
    }
  }

  #strictFor(path: string): string[] {
    if (isPreview(path)) return this.#framedStrict
    return isSecretAddress(path) ? this.#secretStrict : this.#strict
  }

  #mayKeep(answer: Answer): boolean {
    return answer.tags.length > 0 && !this.options.keepsNothing && this.options.board.isHearing
  }

  /** The bytes from before, if it is known that no withdrawal touches them, or nothing can be known because Postgres is away. */
  async #lastGood(target: ReaderTarget): Promise<Given> {
    const kept = target.query === '' ? this.kept.find(target.path) : undefined
    const { now } = this.options.board
    if (!kept || (now !== 'listening' && now !== 'unreachable')) return this.plain('unavailable', target.path)
    return { prepared: prepare(kept.answer, this.#strict, true, 0), from: 'last-good' }
  }
}

/** The dashboard shows previews in frames, at the widths and in the colours that readers have. */
function isPreview(path: string): boolean {
  return path.startsWith('/preview/')
}

function isHome(path: string): boolean {
  return /^\/([a-z]{2})?$/.test(path)
}
