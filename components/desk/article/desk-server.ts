/** What became of a request to our own server. */
export type Sent =
  | { kind: 'answer'; json: unknown }
  /** Nobody answered, or only to say that they cannot just now. */
  | { kind: 'away' }
  | { kind: 'signed-out' }
  | { kind: 'refused' }

/** Milliseconds after which an answer is not waited for any more. */
const patience = 20_000

/** Posts JSON to an address of the dashboard. Never throws: the server's absence is an outcome like others. */
export async function post(address: string, body: unknown): Promise<Sent> {
  return ask(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** Reads JSON from an address of the dashboard. */
export async function read(address: string): Promise<Sent> {
  return ask(address, {})
}

async function ask(address: string, request: RequestInit): Promise<Sent> {
  try {
    const signal = AbortSignal.timeout(patience)
    const response = await fetch(address, { ...request, redirect: 'manual', cache: 'no-store', signal })
    // Whoever is signed out is sent elsewhere; where to, a page is not told.
    if (response.type === 'opaqueredirect') return { kind: 'signed-out' }
    if (response.status >= 500 || response.status === 429) return { kind: 'away' }
    if (!response.ok) return { kind: 'refused' }
    return { kind: 'answer', json: await response.json() }
  } catch {
    return { kind: 'away' }
  }
}
