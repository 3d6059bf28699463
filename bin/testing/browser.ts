import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** The program of a browser that starts: the one in BROWSER_PATH, the machine's Chromium or Chrome, Playwright's, or Debian's, which root may install. */
export function findBrowser(): string {
  const found = find()
  if (found) return found
  if (process.getuid?.() === 0 && starts('apt-get')) {
    process.stdout.write("There is no browser on this machine; installing Debian's Chromium.\n")
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const words of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
    ]) {
      spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: environment })
    }
  }
  const installed = find()
  if (installed) return installed
  throw new Error(
    'The browser tests need Chromium or Chrome. Install one, run `npx playwright install chromium`, or set BROWSER_PATH.',
  )
}

function find(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const programs = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [process.env.BROWSER_PATH, ...programs, playwrights()].find(
    (program) => program && existsSync(program) && starts(program),
  )
}

function playwrights(): string | undefined {
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

/** Ubuntu has a `chromium-browser` that only says how to install one: asked for its version, it fails. */
function starts(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
