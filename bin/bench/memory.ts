import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { environment } from '../../lib/environment'
import { listAddresses } from './addresses'
import { ask } from './ask'
import { type Figure, figure, megabytes, thousands } from './figures'
import { residentBytes, type Server, withServer } from './server'

const readers = 8
/** Minutes after which it is told how far it came. */
const patience = 45

/** The server's memory before and after so many distinct addresses were asked for, by a few readers at once. */
export async function measureMemory(databaseUrl: string, wanted: number, say: (what: string) => void): Promise<Figure[]> {
  const addresses = await listAddresses(databaseUrl, wanted)
  const { log, ...told } = await withServer(databaseUrl, async (server) => {
    const before = residentBytes(server.pid)
    const began = performance.now()
    const outcome = await askForAll(server, addresses, say)
    const seconds = (performance.now() - began) / 1000
    return { ...outcome, before, after: residentBytes(server.pid), seconds, log: server.log }
  })
  const { asked, failed, before, after, highest, seconds } = told
  return [
    figure(
      `memory after ${thousands(asked)} addresses`,
      `${megabytes(after)}; ${megabytes(before)} before, ${megabytes(highest)} at most`,
    ),
    figure('  kept documents', `${keptAtEnd(log)} of ${megabytes(environment().KEPT_BYTES)} allowed`),
    figure('  drawn for it', `${thousands(asked / seconds)} pages/s by ${readers} readers, ${failed} not answered with 200`),
  ]
}

async function askForAll(server: Server, addresses: readonly string[], say: (what: string) => void) {
  const deadline = Date.now() + patience * 60_000
  let next = 0
  let asked = 0
  let failed = 0
  let highest = 0
  const read = async () => {
    for (let address = addresses[next++]; address !== undefined && Date.now() < deadline; address = addresses[next++]) {
      const { status } = await ask(server.url + address, 'br')
      if (status !== 200) failed++
      asked++
      if (asked % 500 !== 0) continue
      highest = Math.max(highest, residentBytes(server.pid))
      say(`${asked} of ${addresses.length} addresses, ${megabytes(highest)}`)
    }
  }
  await Promise.all(Array.from({ length: readers }, read))
  return { asked, failed, highest: Math.max(highest, residentBytes(server.pid)) }
}

/** What the server says at its end about what it keeps. */
function keptAtEnd(log: string): string {
  const line = readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .findLast((one) => one.includes('"msg":"ended"'))
  const said = keptShape.safeParse(line ? JSON.parse(line) : null)
  return said.success ? `${thousands(said.data.answers)} documents, ${megabytes(said.data.bytes)}` : 'not told by the server'
}

const keptShape = z.object({ answers: z.number(), bytes: z.number() })
