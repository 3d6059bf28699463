import { type SpawnOptions, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { dataFolder } from './data-folder'

const root = join(import.meta.dirname, '..')
const output = join(root, '.next')
/** In the output itself: a build that was cut short has none, because building begins with removing it. */
const stampFile = join(output, 'broadsheet.json')
const stampShape = z.object({ buildId: z.string(), sources: z.string() })

/** What a build is made of. Tests, the sample and command line tools are not in it. */
const sources = [
  'app',
  'components',
  'db',
  'jobs',
  'lib',
  'public',
  'next.config.js',
  'instrumentation-client.ts',
  'package-lock.json',
  'tsconfig.json',
]
const outside = /(^|\/)(sample|migrations)\/|\.test\.tsx?$/

/** Whether the build in `.next` was made from the sources as they are now. */
export function isBuilt(): boolean {
  const buildId = readBuildId()
  if (!buildId || !existsSync(stampFile)) return false
  const stamp = stampShape.safeParse(JSON.parse(readFileSync(stampFile, 'utf8')))
  return stamp.success && stamp.data.buildId === buildId && stamp.data.sources === hashSources()
}

/**
 * Builds the site into `.next`, without a database, and notes what it was made of. The static files of the build before stay
 * in `.data/static-previous`, for pages that readers still hold. `log` null shows what the compiler says.
 */
export async function build(log: string | null, signal?: AbortSignal): Promise<void> {
  mkdirSync(dataFolder, { recursive: true })
  const made = hashSources()
  keepPreviousStatic()
  rmSync(stampFile, { force: true })
  const environment = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || serverActionsKey(),
  } as const
  const stdio: SpawnOptions['stdio'] = log ? ['ignore', openSync(log, 'w'), openSync(log, 'a')] : 'inherit'
  const words = [join(root, 'node_modules/next/dist/bin/next'), 'build']
  const child = spawn(process.execPath, words, { cwd: root, env: environment, stdio, signal })
  const code = await new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  signal?.throwIfAborted()
  const buildId = readBuildId()
  if (code !== 0 || !buildId) throw new Error(`The build failed${log ? `:\n${readFileSync(log, 'utf8').slice(-3000)}` : '.'}`)
  writeFileSync(stampFile, `${JSON.stringify({ buildId, sources: made })}\n`)
}

/** Fixed over builds, so that a form on a page made by the last one can still be sent. Made once. */
function serverActionsKey(): string {
  const file = join(dataFolder, 'keys', 'server-actions')
  if (!existsSync(file)) {
    mkdirSync(join(dataFolder, 'keys'), { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}

function keepPreviousStatic() {
  const present = join(output, 'static')
  if (!readBuildId() || !existsSync(present)) return
  const kept = join(dataFolder, 'static-previous')
  rmSync(kept, { recursive: true, force: true })
  cpSync(present, kept, { recursive: true })
}

function readBuildId(): string | null {
  const file = join(output, 'BUILD_ID')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

function hashSources(): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of sources.flatMap((source) => listFiles(join(root, source))))
    hash.update(relative(root, file)).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const found = readdirSync(path, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  return found
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !outside.test(relative(root, file)))
    .sort()
}
