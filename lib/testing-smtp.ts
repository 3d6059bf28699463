import { createServer, type Socket } from 'node:net'
import { after } from 'node:test'

/** The steps of a conversation at which a server can fail; `dot` is after the final dot, before the answer. */
export const smtpSteps = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'body', 'dot'] as const
export type SmtpStep = (typeof smtpSteps)[number]

/** How it fails there: ends the connection, resets it, says nothing, or answers with a code. */
export type SmtpFault = { at: SmtpStep; how: 'end' | 'reset' | 'hang' | 421 | 451 | 452 | 550; words?: string }

export type FaultyServer = {
  url: string
  /** Messages it had whole, answered or not, by their recipient. */
  received: { to: string; text: string }[]
  /** What it does from now on; null to be a good server. */
  fault: SmtpFault | null
  /** Conversations begun. */
  conversations: number
}

/** A mail server over bare sockets, that fails where it is told to. Ended with the test file. */
export async function faultyMailServer(): Promise<FaultyServer> {
  const state: FaultyServer = { url: '', received: [], fault: null, conversations: 0 }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    state.conversations++
    new Conversation(socket, state).begin()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The mail server listens nowhere.')
  state.url = `smtp://127.0.0.1:${address.port}`
  after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return state
}

const answers: Record<string, string> = {
  EHLO: '250 faulty.example',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  RSET: '250 ok',
  QUIT: '221 bye',
}

class Conversation {
  #rest = ''
  #isBody = false
  #to = ''

  constructor(
    private readonly socket: Socket,
    private readonly state: FaultyServer,
  ) {}

  begin() {
    if (this.#fails('greeting')) return
    this.socket.write('220 faulty.example ESMTP\r\n')
    this.socket.setEncoding('utf8').on('data', (text: string) => this.#take(text))
  }

  #take(text: string) {
    this.#rest += text
    if (this.#isBody) return this.#takeBody()
    for (let end = this.#rest.indexOf('\r\n'); end >= 0 && !this.#isBody; end = this.#rest.indexOf('\r\n')) {
      const line = this.#rest.slice(0, end)
      this.#rest = this.#rest.slice(end + 2)
      this.#answer(line)
    }
    if (this.#isBody) this.#takeBody()
  }

  #answer(line: string) {
    const word = line.slice(0, 4).toUpperCase().replace('HELO', 'EHLO')
    const step = smtpSteps.find((one) => one === word)
    if (step && this.#fails(step)) return
    if (word === 'RCPT') this.#to = /<([^>]*)>/.exec(line)?.[1] ?? ''
    if (word === 'DATA') {
      this.#isBody = true
      this.socket.write('354 go ahead\r\n')
    } else this.socket.write(`${answers[word] ?? '500 what?'}\r\n`)
  }

  #takeBody() {
    if (this.#rest.length > 0 && this.state.fault?.at === 'body') return void this.#fails('body')
    const end = this.#rest.indexOf('\r\n.\r\n')
    if (end < 0) return
    this.state.received.push({ to: this.#to, text: this.#rest.slice(0, end + 2) })
    this.#rest = this.#rest.slice(end + 5)
    this.#isBody = false
    if (!this.#fails('dot')) this.socket.write('250 2.0.0 taken as 1234\r\n')
  }

  /** Whether the server fails here; then it has done so. */
  #fails(at: SmtpStep): boolean {
    const { fault } = this.state
    if (fault?.at !== at) return false
    // Nothing more is read: what was not taken in has not arrived.
    if (at === 'body') this.socket.pause()
    if (fault.how === 'end') this.socket.end()
    else if (fault.how === 'reset') this.socket.resetAndDestroy()
    else if (fault.how !== 'hang') {
      this.socket.write(`${fault.how} ${fault.words ?? `${String(fault.how).charAt(0)}.0.0 no`}\r\n`)
      if (fault.how === 421) this.socket.end()
    }
    return true
  }
}
