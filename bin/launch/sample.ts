import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { dataFolder } from '../../lib/data-folder'

/** There while the sample is being loaded: cut short, it is loaded again, which changes nothing that is already there. */
const unfinished = join(dataFolder, 'sample-unfinished')

/** Whether the database at `url` is empty, or has only the beginning of the sample. */
export async function needsSample(url: string): Promise<boolean> {
  return existsSync(unfinished) || (await countArticles(url)) === 0
}

/** Brings the sample publication in by the way that every newsroom's archive takes. */
export async function loadSample(url: string, log: string, say: (what: string) => void, signal: AbortSignal): Promise<string> {
  writeFileSync(unfinished, '')
  const output = openSync(log, 'w')
  const words = ['--conditions=react-server', '--import', 'tsx', 'bin/import.ts', 'db/sample']
  const child = spawn(process.execPath, words, { env: process.env, stdio: ['ignore', output, output], signal })
  closeSync(output)
  const telling = setInterval(async () => say(`${await countArticles(url).catch(() => 0)} articles`), 1000)
  const code = await new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  clearInterval(telling)
  signal.throwIfAborted()
  // 2: some were held as drafts, as articles dated later than this machine's clock are; the rest is there.
  if (code !== 0 && code !== 2)
    throw new Error(`The sample publication could not be loaded:\n${readFileSync(log, 'utf8').slice(-3000)}`)
  rmSync(unfinished, { force: true })
  return `${await countArticles(url)} articles of the sample publication`
}

async function countArticles(url: string): Promise<number> {
  const sql = postgres(url, { max: 1 })
  try {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from articles`
    return row?.count ?? 0
  } finally {
    await sql.end({ timeout: 1 })
  }
}
