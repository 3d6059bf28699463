import { Agent, request } from 'node:http'

export type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer; ms: number }

const agent = new Agent({ keepAlive: true, maxSockets: 32 })

/** Milliseconds after which an answer is not waited for any longer. */
const deadline = 30_000

/** One GET; the body as it was sent, in the encoding that was asked for. `ms` runs until its last byte. */
export async function ask(url: string, encoding = 'identity'): Promise<Answer> {
  const began = performance.now()
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const headers = { 'Accept-Encoding': encoding }
  const asked = request(url, { agent, headers, signal: AbortSignal.timeout(deadline) }, (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.once('error', reject)
    response.once('end', () =>
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(chunks),
        ms: performance.now() - began,
      }),
    )
  })
  asked.once('error', reject)
  asked.end()
  return promise
}

/** As `ask`, but an answer other than 200 is an error: figures about error pages say nothing. */
export async function askForPage(url: string, encoding?: string): Promise<Answer> {
  const answer = await ask(url, encoding)
  if (answer.status !== 200) throw new Error(`${new URL(url).pathname} was answered with ${answer.status}.`)
  return answer
}
