import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findProgram } from './programs'

/** What one load gave: answers a second, and milliseconds within which half and 99 of 100 came. */
export type Load = { perSecond: number; p50: number; p99: number }

const connections = 64

/**
 * Asks for one address as fast as it is answered, over kept connections, for some seconds. wrk, because a generator in JavaScript is itself
 * busy before the server is; one thread of it, because the server has to have the other core. Its latencies are those of each answer.
 */
export async function loadWith(url: string, encoding: string, seconds: number): Promise<Load> {
  const { path, environment } = findProgram('wrk', ['wrk', 'libluajit-5.1-2'])
  const words = [
    '--threads',
    '1',
    '--connections',
    String(connections),
    '--duration',
    `${seconds}s`,
    '--latency',
    '--header',
    `Accept-Encoding: ${encoding}`,
    url,
  ]
  const { stdout } = await promisify(execFile)(path, words, { env: { ...process.env, ...environment } })
  const trouble = /^\s*(Non-2xx.*|Socket errors: (?!connect 0, read 0, write 0, timeout 0).*)$/m.exec(stdout)
  if (trouble) throw new Error(`Under load: ${trouble[1]}`)
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
    p50: latencyOf(stdout, 50),
    p99: latencyOf(stdout, 99),
  }
}

function latencyOf(said: string, percent: number): number {
  const [, value, unit] = new RegExp(`^\\s+${percent}%\\s+([\\d.]+)(us|ms|s)`, 'm').exec(said) ?? []
  return Number(value) * (unit === 'us' ? 0.001 : unit === 's' ? 1000 : 1)
}
