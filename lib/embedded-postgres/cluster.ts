import { execFile } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { prepareBinaries, readableFolder } from './binaries'
import { canEnter, chooseOwner, type Owner } from './owner'

const settings = z.object({ password: z.string().min(20), port: z.number().int().optional() })

/** A database cluster on disk, and what is needed to run it. */
export type Cluster = {
  /** Where Postgres keeps its files. */
  dataFolder: string
  binaries: string
  owner: Owner | null
  password: string
  /** The port of the last run, so that the address stays the same while it can. */
  lastPort: number | undefined
  isNew: boolean
}

export const superuser = 'broadsheet'

/**
 * The cluster kept under `folder`, made if there is none. What is found is never replaced: a cluster of another major version
 * or without its password is an error in words. Cut short while it is made, it is made afresh at the next call.
 */
export async function openCluster(folder: string): Promise<Cluster> {
  mkdirSync(folder, { recursive: true })
  const given = join(folder, 'postgres')
  const owner = chooseOwner(given)
  if (owner) chmodSync(folder, 0o755)
  const binaries = prepareBinaries(owner)
  const dataFolder = placeFor(folder, owner)
  const known = readSettings(folder)
  const isNew = !existsSync(join(dataFolder, 'PG_VERSION'))
  if (!isNew && !known)
    throw new Error(`The password of the database in ${dataFolder} is lost: ${settingsFile(folder)} is missing.`)
  const { password } = known ?? makeSettings(folder)
  if (isNew) await makeCluster(dataFolder, binaries, owner, password)
  else await refuseOtherVersion(dataFolder, binaries, owner)
  return { dataFolder, binaries, owner, password, lastPort: known?.port, isNew }
}

/** Notes the port for the next run. */
export function rememberPort(folder: string, cluster: Cluster, port: number): void {
  if (cluster.lastPort !== port) writeSettings(folder, { password: cluster.password, port })
}

/** `postgres` in the folder itself, or, closed to the owner, a link there to a place that is not. */
function placeFor(folder: string, owner: Owner | null): string {
  const given = join(folder, 'postgres')
  if (lstatSync(given, { throwIfNoEntry: false })) return existsSync(given) ? realpathSync(given) : makeElsewhere(given)
  if (canEnter(owner, folder)) return given
  return makeElsewhere(given)
}

function makeElsewhere(given: string): string {
  const elsewhere = join(readableFolder, createHash('sha256').update(given).digest('hex').slice(0, 12), 'postgres')
  mkdirSync(dirname(elsewhere), { recursive: true })
  chmodSync(readableFolder, 0o755)
  chmodSync(dirname(elsewhere), 0o755)
  rmSync(given, { force: true })
  symlinkSync(elsewhere, given)
  return elsewhere
}

async function makeCluster(dataFolder: string, binaries: string, owner: Owner | null, password: string) {
  removeAbandoned(dataFolder)
  const staging = mkdtempSync(`${dataFolder}.making-`)
  const passwordFile = join(staging, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (owner) for (const path of [staging, passwordFile]) chownSync(path, owner.uid, owner.gid)
  const options = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', `--username=${superuser}`]
  try {
    await run(binaries, owner, 'initdb', ['-D', join(staging, 'made'), ...options, `--pwfile=${passwordFile}`])
    renameSync(join(staging, 'made'), dataFolder)
  } catch (error) {
    // Somebody who began at the same moment was faster; theirs is as good.
    if (!existsSync(join(dataFolder, 'PG_VERSION'))) throw error
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/** What a kill left half-made; nobody takes ten minutes to make one. */
function removeAbandoned(dataFolder: string) {
  const parent = dirname(dataFolder)
  for (const name of readdirSync(parent)) {
    const path = join(parent, name)
    if (!path.startsWith(`${dataFolder}.making-`) || Date.now() - statSync(path).mtimeMs < 600_000) continue
    rmSync(path, { recursive: true, force: true })
  }
}

async function refuseOtherVersion(dataFolder: string, binaries: string, owner: Owner | null) {
  const made = readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8').trim()
  const present = /\b(\d+)\./.exec(await run(binaries, owner, 'postgres', ['--version']))?.[1]
  if (made === present) return
  throw new Error(
    `The database in ${dataFolder} was made by Postgres ${made}, and this version brings Postgres ${present}. Export with the version that made it, then import.`,
  )
}

async function run(binaries: string, owner: Owner | null, program: string, words: string[]): Promise<string> {
  // LC_ALL decides the language of what initdb says and is not inherited by the cluster.
  const environment = { NODE_ENV: process.env.NODE_ENV, PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' }
  const { stdout } = await promisify(execFile)(join(binaries, 'bin', program), words, { ...owner, cwd: '/', env: environment })
  return stdout
}

function settingsFile(folder: string): string {
  return join(folder, 'postgres.json')
}

function readSettings(folder: string) {
  if (!existsSync(settingsFile(folder))) return null
  return settings.parse(JSON.parse(readFileSync(settingsFile(folder), 'utf8')))
}

/** A password of its own for this cluster. Whoever is second takes what the first has noted. */
function makeSettings(folder: string): z.infer<typeof settings> {
  const staging = `${settingsFile(folder)}.${randomUUID()}`
  writeFileSync(staging, `${JSON.stringify({ password: randomBytes(24).toString('base64url') })}\n`, { mode: 0o600 })
  try {
    linkSync(staging, settingsFile(folder))
  } catch (error) {
    if (!existsSync(settingsFile(folder))) throw error
  } finally {
    rmSync(staging)
  }
  return readSettings(folder) ?? makeSettings(folder)
}

/** In one step: half a file would be a lost password. */
function writeSettings(folder: string, content: z.infer<typeof settings>) {
  const staging = `${settingsFile(folder)}.${randomUUID()}`
  writeFileSync(staging, `${JSON.stringify(content)}\n`, { mode: 0o600 })
  renameSync(staging, settingsFile(folder))
}
