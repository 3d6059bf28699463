import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import lighthouse from 'lighthouse'
import postgres from 'postgres'
import { wordsFor } from '../../lib/processes'
import { type Figure, figure, quantile } from './figures'
import { findProgram } from './programs'
import { benchFolder } from './scratch'
import { end, endWithUs, startNode, withServer } from './server'

const goal = 99
/** Of so many runs the middle counts: one run varies by several points on a busy machine. */
const runs = 3

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Lighthouse with its preset for phones, on the home page and an article of the sample publication, pictures and all. */
export async function measureLighthouse(databaseUrl: string, say: (what: string) => void): Promise<Figure[]> {
  say('importing the sample')
  await runToEnd(wordsFor('import', 'db/sample'), databaseUrl)
  say('making renditions')
  await untilRendered(databaseUrl)
  const article = await findIllustrated(databaseUrl)
  return withServer(databaseUrl, ({ url }) =>
    withChromium(async (port) => {
      const figures: Figure[] = []
      for (const [name, path] of [
        ['home', '/'],
        ['article', article],
      ]) {
        say(`Lighthouse on ${name}`)
        const scores: Record<string, number>[] = []
        for (let run = 0; run < runs; run++) scores.push(await scoresOf(url + path, port))
        figures.push(...describe(name ?? '', scores))
      }
      return figures
    }),
  )
}

function describe(name: string, scores: readonly Record<string, number>[]): Figure[] {
  const of = (category: string) =>
    quantile(
      scores.map((one) => one[category] ?? 0),
      0.5,
    )
  const performance = of('performance')
  const others = categories.slice(1).map((category) => `${category} ${of(category)}`)
  return [
    figure(`Lighthouse performance, ${name}`, `${performance} (${scores.map((one) => one.performance).join(', ')})`, {
      words: `>= ${goal}`,
      isMet: performance >= goal,
    }),
    figure('  its other categories', others.join(', ')),
  ]
}

async function scoresOf(url: string, port: number): Promise<Record<string, number>> {
  const result = await lighthouse(url, {
    port,
    hostname: '127.0.0.1',
    logLevel: 'silent',
    output: 'json',
    onlyCategories: [...categories],
  })
  if (!result || result.lhr.runtimeError)
    throw new Error(`Lighthouse could not measure: ${result?.lhr.runtimeError?.message ?? 'no result'}`)
  return Object.fromEntries(
    Object.entries(result.lhr.categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  )
}

/** Runs the machine's Chromium while `work` lasts, which gets the port of its debugger. */
async function withChromium<T>(work: (port: number) => Promise<T>): Promise<T> {
  const profile = join(benchFolder, 'chromium')
  rmSync(profile, { recursive: true, force: true })
  mkdirSync(profile, { recursive: true })
  const child = spawn(findBrowser(), [...flags, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: 'ignore',
  })
  endWithUs(child)
  try {
    return await work(await portOf(profile))
  } finally {
    await end(child)
  }
}

function findBrowser(): string {
  for (const name of ['chromium', 'google-chrome', 'chromium-browser']) {
    try {
      return findProgram(name, []).path
    } catch {}
  }
  throw new Error('No Chromium is on this machine; "apt-get install chromium" brings one.')
}

async function portOf(profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort')
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await wait(100)) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
    if (port > 0) return port
  }
  throw new Error('Chromium did not start within 30 s.')
}

async function runToEnd(words: string[], databaseUrl: string) {
  const log = join(benchFolder, 'sample.log')
  const child = startNode(words, { DATABASE_URL: databaseUrl }, log)
  const code = await new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  if (code !== 0) throw new Error(`The sample could not be imported:\n${readFileSync(log, 'utf8').slice(-1500)}`)
}

/** Runs the worker until it has nothing to do, for ten minutes at most. */
async function untilRendered(databaseUrl: string) {
  const client = postgres(databaseUrl, { max: 1 })
  const worker = startNode(wordsFor('work'), { DATABASE_URL: databaseUrl }, join(benchFolder, 'work.log'))
  try {
    for (const deadline = Date.now() + 600_000; Date.now() < deadline; await wait(1000)) {
      const [row] = await client<
        { left: number }[]
      >`select count(*)::int as left from pgboss.job where state < 'completed' and start_after <= now()`
      if (row?.left === 0) return
    }
  } finally {
    await end(worker)
    await client.end()
  }
}

/** The address of the newest English article that has a picture. */
async function findIllustrated(databaseUrl: string): Promise<string> {
  const client = postgres(databaseUrl, { max: 1 })
  const [row] = await client<{ path: string }[]>`
    select '/' || s.slug || '/' || a.slug as path from listed_articles l join articles a on a.id = l.article_id
    join revisions r on r.id = l.revision_id join sections s on s.id = l.section_id
    where l.language = 'en' and r.hero_media_id is not null and r.word_count between 700 and 1200 order by l.published_at desc limit 1`
  await client.end()
  if (!row) throw new Error('The sample has no illustrated article.')
  return row.path
}
