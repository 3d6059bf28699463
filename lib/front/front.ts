import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { logAnswer } from '../log'
import type { MediaStore } from '../media-store'
import { oneClickAt, readTarget, type Target } from './addresses'
import { requestIdHeader } from './answers'
import { dressForApp } from './app-pages'
import { filePatience, limitArrival, patienceFor } from './arrival'
import { type AssetFolder, Assets } from './assets'
import { clientAddressOf, loggedPathOf, requestIdOf } from './clients'
import { documentPolicy, notKeepable, strictHeaders } from './headers'
import { guardMailbox } from './mailbox'
import { sendMedia } from './media'
import { NoticeBoard } from './notices'
import type { PlainReason } from './plain-pages'
import { purgeOnNotice } from './purge'
import { type Given, Readers } from './readers'
import { checkReadiness, type DatabaseCheck } from './readiness'
import { Renderer } from './renderer'
import { keptAliveSeconds, send } from './sending'
import { keepTickShape } from './tick-shape'
import { comesFromUs, namesAction, readBody } from './writes'

export type FrontOptions = {
  /** Made by `createFrontServer`. In development Next hears its upgrades itself. */
  server: Server
  /** Next's request handler. */
  listener: RequestListener
  publicUrl: string
  /** Bytes of documents kept. */
  keptBytes: number
  trusted: BlockList
  media: MediaStore
  assets: readonly AssetFolder[]
  isMigrated: DatabaseCheck
  purgeUrl?: string
  /** Whether mail stays on this machine, and can be read there. */
  hasMailbox?: boolean
  /** In development nothing is kept, and Next's own script and sockets pass. */
  dev?: boolean
  log: Logger
}

/** Milliseconds: what a server on the open net grants. How long each request may take to arrive is limited one by one. */
const timeouts = {
  requestTimeout: filePatience,
  headersTimeout: 10_000,
  keepAliveTimeout: keptAliveSeconds * 1000,
  connectionsCheckingInterval: 5000,
}

/** Milliseconds a connection may stand still while it is answered. */
const idleTimeout = 120_000

/** Milliseconds readers under way are given when the process ends. */
const drainDeadline = 8000

/** The server that a front answers on, with the limits that one on the open net needs. It does not listen yet. */
export function createFrontServer(): Server {
  keepTickShape()
  const server = createServer({ ...timeouts, maxHeaderSize: 16 * 1024, noDelay: true })
  server.timeout = idleTimeout
  return server
}

/** The front's server around Next: what it answers itself, what it lets Next draw, what passes through. */
export class Front {
  readonly board = new NoticeBoard()
  readonly readers: Readers
  readonly #server: Server
  readonly #publicUrl: URL
  readonly #assets: Assets
  readonly #strict: string[]
  readonly #mediaStrict: string[]
  /** Connections that are no longer HTTP: the server forgets them. */
  readonly #upgraded = new Set<Duplex>()
  #isEnding = false

  constructor(private readonly options: FrontOptions) {
    const { listener, publicUrl, keptBytes, log, dev = false } = options
    this.#publicUrl = new URL(publicUrl)
    const isSecure = this.#publicUrl.protocol === 'https:'
    const policy = documentPolicy({ isSecure })
    this.#strict = dev ? [] : strictHeaders({ isSecure, policy })
    this.#mediaStrict = strictHeaders({ isSecure, policy, isShared: true })
    const renderer = new Renderer({ listener, board: this.board, publicUrl: this.#publicUrl, dev })
    this.readers = new Readers({ board: this.board, renderer, keptBytes, isSecure, keepsNothing: dev, log })
    this.#assets = new Assets(this.#strict)
    if (options.purgeUrl) purgeOnNotice(options.purgeUrl, this.#publicUrl, this.board, this.readers.kept, log)
    this.#server = options.server
    this.#server.on('request', (request, response) => this.#answer(request, response))
    this.#server.on('upgrade', (_request, socket) => this.#upgrade(socket))
  }

  /** Begins to take requests; resolves to the port. */
  async listen(port: number, host: string): Promise<number> {
    for (const folder of this.options.assets) await this.#assets.add(folder)
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, host, resolve)
    })
    const address = this.#server.address()
    return typeof address === 'object' && address ? address.port : port
  }

  /**
   * Draws readers' addresses that are not kept, a few at a time, so that nobody has to wait for them. While changes are not heard of nothing can
   * be kept, so it waits. What fails is left to its readers.
   */
  async warm(paths: Iterable<string>): Promise<void> {
    const queue = [...paths][Symbol.iterator]()
    const work = async () => {
      for (const path of queue) {
        const target = readTarget(path)
        await this.board.untilHearing()
        if (this.#isEnding) return
        if (target.kind === 'reader') await this.readers.get(target)
      }
    }
    await Promise.all([work(), work()])
  }

  /** Ends: nothing new is taken, what is under way is answered, within 8 s. */
  async end(): Promise<void> {
    this.#isEnding = true
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    this.#server.closeIdleConnections()
    for (const socket of this.#upgraded) socket.destroy()
    const timer = new AbortController()
    const late = wait(drainDeadline, undefined, { signal: timer.signal }).catch(() => {})
    await Promise.race([closed, late])
    timer.abort()
    this.#server.closeAllConnections()
  }

  /** The hot path: what is kept and fresh goes out at once. */
  #answer(request: IncomingMessage, response: ServerResponse) {
    const { method = 'GET', url = '/' } = request
    if (this.#isEnding) response.shouldKeepAlive = false
    if (method === 'GET' || method === 'HEAD') {
      const now = Date.now()
      const kept = this.readers.findSendable(url, now)
      if (kept) {
        const id = requestIdOf(request)
        const status = send(request, response, this.readers.preparedOf(kept, now), id)
        logAnswer({ id, method, path: kept.loggedPath, status, from: 'kept', milliseconds: 0 })
        return
      }
    }
    this.#answerSlowly(request, response).catch((error: unknown) => {
      this.options.log.error({ err: error }, 'a request could not be answered')
      response.destroy()
    })
  }

  async #answerSlowly(request: IncomingMessage, response: ServerResponse) {
    const began = performance.now()
    const id = requestIdOf(request)
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    limitArrival(request, patienceFor(path))
    const outcome = await this.#give(request, response, path, id)
    const { status, from } =
      typeof outcome === 'object'
        ? { status: send(request, response, outcome.prepared, id), from: outcome.from }
        : { status: outcome, from: 'passed' }
    if (path === '/healthz' || path === '/readyz') return
    const milliseconds = Math.round((performance.now() - began) * 10) / 10
    logAnswer({ id, method: request.method ?? 'GET', path: loggedPathOf(path), status, from, milliseconds })
  }

  /** What is to be sent, or the status of what has been. */
  async #give(request: IncomingMessage, response: ServerResponse, path: string, id: string): Promise<Given | number> {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isRead) {
      if (path === '/healthz') return this.#tell(response, id, 200, { isAlive: true })
      if (path === '/readyz') {
        const readiness = await checkReadiness(this.board, this.options.isMigrated, !this.#isEnding)
        return this.#tell(response, id, readiness.isReady ? 200 : 503, readiness)
      }
      const asset = this.#assets.find(path)
      if (asset) return { prepared: await asset, from: 'front' }
      if (path.startsWith('/media/')) {
        const status = await sendMedia(request, response, this.options.media, path.slice('/media/'.length), this.#mediaStrict, id)
        return status ?? this.readers.plain('absent', path)
      }
    }
    if (this.options.dev && /^\/(_next|__next)/.test(path)) return this.#pass(request, response, id)
    const target = guardMailbox(readTarget(request.url ?? '/'), request, this.options)
    if (!isRead && !comesFromUs(path, request.headers, this.#publicUrl)) return this.#refuse('foreign', request, response, path)
    return this.#giveTarget(target, request, response, id, path, isRead)
  }

  async #giveTarget(
    target: Target,
    request: IncomingMessage,
    response: ServerResponse,
    id: string,
    path: string,
    isRead: boolean,
  ) {
    if (target.kind === 'refused') return this.readers.plain(target.status === 404 ? 'absent' : 'malformed', path)
    if (target.kind === 'passed') return this.#pass(request, response, id)
    if (target.kind === 'moved')
      return isRead ? this.readers.redirect(target.to) : this.#refuse('malformed', request, response, path)
    if (isRead) return this.readers.get(target)
    if (request.method !== 'POST') return this.readers.plain('method', path, ['Allow', 'GET, HEAD, POST'])
    const body = await readBody(request)
    if (body === null) return this.#refuse('too-large', request, response, path)
    const oneClick = namesAction(body) ? null : oneClickAt(target.path)
    if (!namesAction(body) && oneClick === null) return this.readers.plain('no-action', path)
    const headers = {
      'content-type': String(request.headers['content-type'] ?? ''),
      'x-forwarded-for': clientAddressOf(request, this.options.trusted),
      'x-request-id': id,
    }
    return this.readers.post(oneClick === null ? target : { ...target, drawn: oneClick }, body, headers)
  }

  /** Refuses without having read what was sent: the connection cannot be used again. */
  #refuse(reason: PlainReason, request: IncomingMessage, response: ServerResponse, path: string): Promise<Given> {
    response.shouldKeepAlive = false
    request.resume()
    return this.readers.plain(reason, path)
  }

  #tell(response: ServerResponse, id: string, status: number, said: object): number {
    const type = ['Content-Type', 'application/json; charset=utf-8']
    const headers = [...type, ...notKeepable, ...this.#strict, requestIdHeader, id]
    response.writeHead(status, headers).end(`${JSON.stringify(said)}\n`)
    return status
  }

  /** Lets Next answer as it likes, streaming, with cookies: an app, not a document. */
  async #pass(request: IncomingMessage, response: ServerResponse, id: string): Promise<number> {
    dressForApp(request, response, { ...this.options, publicUrl: this.#publicUrl, id })
    await this.options.listener(request, response)
    return response.statusCode
  }

  /** Only Next's development server speaks anything but HTTP. */
  #upgrade(socket: Duplex) {
    if (!this.options.dev) {
      socket.destroy()
      return
    }
    this.#upgraded.add(socket)
    socket.once('close', () => this.#upgraded.delete(socket))
  }
}
