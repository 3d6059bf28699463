import { once } from 'node:events'
import { createServer } from 'node:net'

/** Whether a server could listen there now. An address the machine does not have is nobody's, and so free. */
export async function isFree(port: number, host: string): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** A port of 127.0.0.1 that nobody uses, chosen by the system. */
export async function freePort(): Promise<number> {
  const server = createServer().listen({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('This machine has no free port on 127.0.0.1.')
  return address.port
}

/** `wanted`, or the next port after it that is free. */
export async function nextFreePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + 100 && port <= 65535; port++) {
    if (await isFreeEverywhere(port, host)) return port
  }
  throw new Error(`No port from ${wanted} to ${wanted + 99} is free. Set PORT.`)
}

/** Another program may hold the port on one address only, and `localhost` would lead to that one. */
async function isFreeEverywhere(port: number, host: string): Promise<boolean> {
  for (const address of [host, '127.0.0.1', '::1']) if (!(await isFree(port, address))) return false
  return true
}
