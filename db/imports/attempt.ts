import type { Reading } from './rules'

/** Reads one piece of a source; a fault that nobody foresaw costs that piece and not those after it. */
export function attempt(where: string, read: () => Reading): Reading {
  try {
    return read()
  } catch (cause) {
    return { kind: 'refused', where, sourceId: null, reason: `cannot be read: ${faultOf(cause)}` }
  }
}

/** The same for a whole source that comes piece by piece. */
export async function* attemptAll(where: string, readings: AsyncGenerator<Reading>): AsyncGenerator<Reading> {
  try {
    yield* readings
  } catch (cause) {
    yield { kind: 'refused', where, sourceId: null, reason: `cannot be read on: ${faultOf(cause)}` }
  }
}

function faultOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).slice(0, 300)
}
