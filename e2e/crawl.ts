import { addressesIn } from './links'

/** What a site answered at an address, a path with its query. */
export type Answer = {
  address: string
  status: number
  headers: Headers
  /** Empty for pictures and fonts, which are only asked whether they are there. */
  text: string
  /** The first address that named this one. */
  from: string
}

export type Crawled = ReadonlyMap<string, Answer>

type Wishes = {
  /** Where to ask. */
  server: string
  /** The public address, by which pages name themselves. */
  origin?: string
  starts?: readonly string[]
  /** Addresses that are not asked for. */
  except?: RegExp
}

/** Addresses nothing of the site leads to, and which a crawl of everything begins with. */
export const everywhere = ['/', '/fr', '/ar', '/robots.txt', '/sitemap.xml', '/trust.txt']

const atOnce = 8

/** Asks for every address of the site that can be reached from the starts, each once, until nothing new is named. Redirects are not followed blindly: where they lead is an address too. */
export async function crawl({ server, origin = server, starts = everywhere, except }: Wishes): Promise<Crawled> {
  const answers = new Map<string, Answer>()
  const seen = new Set(starts)
  const queue = starts.map((address) => ({ address, from: '' }))
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const answer = await ask(server, next.address, next.from)
      answers.set(answer.address, answer)
      for (const address of addressesIn(answer, origin)) {
        if (seen.has(address) || except?.test(address)) continue
        seen.add(address)
        queue.push({ address, from: answer.address })
      }
    }
  }
  // A worker that finds the queue empty ends, so they begin anew until all of them do at once.
  while (queue.length > 0) await Promise.all(Array.from({ length: atOnce }, work))
  return answers
}

/** Asks for one address. */
export async function ask(server: string, address: string, from = ''): Promise<Answer> {
  const isText = !/\.(avif|webp|jpe?g|png|ico|woff2)$/.test(address)
  const response = await fetch(server + address, { method: isText ? 'GET' : 'HEAD', redirect: 'manual' })
  return { address, status: response.status, headers: response.headers, text: isText ? await response.text() : '', from }
}

export function typeOf(answer: Answer): string {
  return answer.headers.get('content-type')?.split(';')[0] ?? ''
}

/** Whether there is a page to look at; pictures that are not there are only asked whether they are. */
export function isPage(answer: Answer): boolean {
  return typeOf(answer) === 'text/html' && answer.text !== ''
}
