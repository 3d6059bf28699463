import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** What is asked of Next: nothing of the reader's request but what is named here. */
export type Wish = {
  /** As Next knows it, with query. */
  target: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: Buffer
}

/** What Next answered, whole. */
export type Drawn = { status: number; headers: Record<string, string>; body: Buffer }

/** Bytes; a larger answer is a fault, and would displace everything kept. */
const largest = 16 * 1024 * 1024

/**
 * Lets Next's request listener answer a request that never was on a wire, and gives the answer whole. `done` resolves when Next has stopped
 * working on it, which may be long after `drawn` was rejected for `signal`'s reason.
 */
export function draw(listener: RequestListener, wish: Wish, signal: AbortSignal): { drawn: Promise<Drawn>; done: Promise<void> } {
  const socket = new CatchingSocket()
  const request = requestFor(wish, socket)
  const response = new ServerResponse(request)
  response.assignSocket(socket)
  // A server does this for its sockets; without it whoever waits before writing on, as Next does with large answers, waits for ever.
  socket.on('drain', () => response.emit('drain'))
  const { promise: drawn, resolve, reject } = Promise.withResolvers<Drawn>()
  const abort = () => {
    reject(signal.reason)
    response.destroy()
  }
  signal.addEventListener('abort', abort, { once: true })
  response.once('finish', () => {
    resolve({ status: response.statusCode, headers: flatten(response), body: socket.body() })
    // What a server does after each answer; Next lets go of the request then.
    response.emit('close')
  })
  socket.once('overflow', () => {
    reject(new Error(`the answer is larger than ${largest} bytes`))
    response.destroy()
  })
  const done = (async () => listener(request, response))().then(
    () => {},
    (error: unknown) => {
      reject(error)
    },
  )
  const settled = Promise.allSettled([drawn, done]).then(() => {
    signal.removeEventListener('abort', abort)
    socket.destroy()
  })
  return { drawn, done: settled }
}

function requestFor(wish: Wish, socket: Socket): IncomingMessage {
  const request = new IncomingMessage(socket)
  request.method = wish.method
  request.url = wish.target
  request.headers = wish.headers
  // 1.0, so that the answer's bytes are not cut into chunks.
  request.httpVersion = '1.0'
  request.httpVersionMajor = 1
  request.httpVersionMinor = 0
  request.complete = true
  if (wish.body) request.push(wish.body)
  request.push(null)
  return request
}

function flatten(response: ServerResponse): Record<string, string> {
  const given = Object.entries(response.getHeaders()).flatMap(([name, value]) => {
    // Next names `location` twice in one answer.
    const first = Array.isArray(value) ? value[0] : value
    return first === undefined ? [] : [[name.toLowerCase(), String(first)]]
  })
  return Object.fromEntries(given)
}

/** A socket that leads nowhere and remembers what was written. */
class CatchingSocket extends Socket {
  #chunks: Buffer[] = []
  #bytes = 0

  override _write(chunk: Buffer | string, encoding: BufferEncoding, done: (error?: Error | null) => void) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk
    this.#bytes += bytes.length
    if (this.#bytes > largest) this.emit('overflow')
    else this.#chunks.push(bytes)
    done()
  }

  override _writev(chunks: { chunk: Buffer | string; encoding: BufferEncoding }[], done: (error?: Error | null) => void) {
    for (const { chunk, encoding } of chunks) this._write(chunk, encoding, () => {})
    done()
  }

  /** What stands after the headers. */
  body(): Buffer {
    const whole = Buffer.concat(this.#chunks)
    const end = whole.indexOf('\r\n\r\n')
    return end === -1 ? Buffer.alloc(0) : whole.subarray(end + 4)
  }
}
