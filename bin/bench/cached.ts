import { listAddresses } from './addresses'
import { askForPage } from './ask'
import { type Figure, figure, milliseconds, quantile, thousands } from './figures'
import { type Bytes, withNginx } from './nginx'
import { withServer } from './server'
import { type Load, loadWith } from './wrk'

const goal = 0.6
const rounds = 5
const seconds = 3

const encodings = [
  { name: 'plain', word: 'identity' },
  { name: 'gzip', word: 'gzip' },
  { name: 'brotli', word: 'br' },
] as const

/** A kept article, under load, in turn with nginx serving the same bytes; the middle of the rounds counts. */
export async function measureCached(databaseUrl: string, say: (what: string) => void): Promise<Figure[]> {
  const [address] = await listAddresses(databaseUrl, 1, 'en')
  if (!address) throw new Error('There is no article to serve.')
  return withServer(databaseUrl, async (server) => {
    const page = server.url + address
    const bytes: Bytes = {
      identity: await askForPage(page),
      gzip: await askForPage(page, 'gzip'),
      br: await askForPage(page, 'br'),
    }
    return withNginx(bytes, 'usual', (usual) =>
      withNginx(bytes, 'tuned', async (tuned) => {
        for (const copy of [usual, tuned]) await refuseDifference(bytes, copy)
        const figures: Figure[] = []
        for (const { name, word } of encodings) {
          const loads = await loadInTurn([page, usual, tuned], word, (round) => say(`${name}, round ${round} of ${rounds}`))
          figures.push(...describe(name, bytes[word].body.length, loads))
        }
        return figures
      }),
    )
  })
}

/** The middle of the rounds for each address, which take turns: whatever else the machine does hits all alike. */
async function loadInTurn(urls: readonly string[], encoding: string, say: (round: number) => void): Promise<Load[]> {
  const loads = urls.map((): Load[] => [])
  for (let round = 1; round <= rounds; round++) {
    say(round)
    for (const [place, url] of urls.entries()) loads[place]?.push(await loadWith(url, encoding, seconds))
  }
  return loads.map(middle)
}

function describe(name: string, size: number, [ours, usual, tuned]: readonly Load[]): Figure[] {
  if (!ours || !usual || !tuned) return []
  const [ratio, tunedRatio] = [ours.perSecond / usual.perSecond, ours.perSecond / tuned.perSecond]
  return [
    figure(`cached, ${name}, ${thousands(size)} bytes`, `${inWords(ours)}; ${ratio.toFixed(2)} of nginx`, {
      words: `>= ${goal} of nginx`,
      isMet: ratio >= goal,
    }),
    figure('  nginx as usual, the same bytes', inWords(usual)),
    figure('  nginx tuned, the same bytes', `${inWords(tuned)}; ours ${tunedRatio.toFixed(2)} of it`),
  ]
}

function inWords({ perSecond, p50, p99 }: Load): string {
  return `${thousands(perSecond)} requests/s, p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`
}

function middle(loads: readonly Load[]): Load {
  const of = (value: (load: Load) => number) => quantile(loads.map(value), 0.5)
  return { perSecond: of((load) => load.perSecond), p50: of((load) => load.p50), p99: of((load) => load.p99) }
}

/** A comparison with something else than the same bytes would say nothing. */
async function refuseDifference(bytes: Bytes, copy: string) {
  for (const { word } of encodings) {
    const { body, headers } = await askForPage(copy, word)
    const isSame = body.equals(bytes[word].body) && headers['content-encoding'] === bytes[word].headers['content-encoding']
    if (!isSame) throw new Error(`nginx does not serve the same bytes (${word}).`)
  }
}
