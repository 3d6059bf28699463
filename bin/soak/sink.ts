import { createServer, type Socket } from 'node:net'

/** A mail server that takes everything, and counts whom it said yes to. */
export type Sink = {
  url: string
  /** How often a message to an address was taken. */
  taken: Map<string, number>
  /** Signs of DKIM seen, and bytes of all messages. */
  signed: number
  bytes: number
  close: () => void
}

/** Longest wait in milliseconds before a message is answered: a server on the net thinks, too. */
type Options = { thinks: number }

/** Opens a sink on a free port of this machine. It speaks as much SMTP as a sender needs, so that it costs the machine little. */
export async function openSink({ thinks }: Options): Promise<Sink> {
  const sink: Sink = { url: '', taken: new Map(), signed: 0, bytes: 0, close: () => {} }
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    converse(socket, sink, thinks)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The sink listens nowhere.')
  sink.url = `smtp://127.0.0.1:${address.port}`
  sink.close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return sink
}

const endOfText = Buffer.from('\r\n.\r\n')

function converse(socket: Socket, sink: Sink, thinks: number) {
  let rest: Buffer = Buffer.alloc(0)
  let to = ''
  let isText = false
  const answer = (line: string) => void (socket.writable && socket.write(`${line}\r\n`))
  const takeText = () => {
    const end = rest.indexOf(endOfText)
    if (end < 0) return false
    const text = rest.subarray(0, end)
    rest = rest.subarray(end + endOfText.length)
    isText = false
    const recipient = to
    setTimeout(() => {
      // Taken is what the sender can have been told; from here on it counts, whether or not the answer arrives.
      sink.taken.set(recipient, (sink.taken.get(recipient) ?? 0) + 1)
      sink.bytes += text.length
      if (text.indexOf('DKIM-Signature:') >= 0) sink.signed++
      answer('250 2.0.0 taken')
    }, Math.random() * thinks)
    return true
  }
  const takeLine = () => {
    const end = rest.indexOf('\r\n')
    if (end < 0) return false
    const line = rest.toString('utf8', 0, end)
    rest = rest.subarray(end + 2)
    const word = line.slice(0, 4).toUpperCase()
    if (word === 'RCPT') to = /<([^>]*)>/.exec(line)?.[1] ?? ''
    isText = word === 'DATA'
    answer(isText ? '354 go ahead' : word === 'EHLO' ? '250-sink.example\r\n250-PIPELINING\r\n250 8BITMIME' : '250 2.0.0 ok')
    return true
  }
  socket.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    while (isText ? takeText() : takeLine());
  })
  answer('220 sink.example ESMTP')
}
