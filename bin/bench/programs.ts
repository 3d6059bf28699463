import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { benchFolder } from './scratch'

/** A program that can be started, with what it needs in its environment. */
export type Program = { path: string; environment: Record<string, string> }

const fetched = join(benchFolder, 'programs')

/**
 * A program of this machine; where it is missing and Debian's apt is there, its packages are fetched and unpacked beside the databases:
 * nothing is installed and no service is started. Otherwise throws a sentence that says what is missing.
 */
export function findProgram(name: string, packages: readonly string[]): Program {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  const present = folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
  if (present) return { path: present, environment: {} }
  const unpacked = () => ['usr/bin', 'usr/sbin'].map((folder) => join(fetched, folder, name)).find((path) => existsSync(path))
  if (!unpacked()) fetchPackages(name, packages)
  const path = unpacked()
  if (!path) throw new Error(`Debian's package of ${name} does not hold it.`)
  return { path, environment: { LD_LIBRARY_PATH: libraries() } }
}

function fetchPackages(name: string, packages: readonly string[]) {
  mkdirSync(fetched, { recursive: true })
  try {
    execFileSync('apt-get', ['download', '-q', ...packages], { cwd: fetched, stdio: 'pipe' })
    for (const file of readdirSync(fetched).filter((one) => one.endsWith('.deb')))
      execFileSync('dpkg', ['-x', file, '.'], { cwd: fetched })
  } catch {
    throw new Error(
      `${name} is not on this machine and Debian's package of it could not be fetched; "apt-get update" may help, or install ${packages[0]}.`,
    )
  }
}

function libraries(): string {
  const folder = join(fetched, 'usr', 'lib')
  if (!existsSync(folder)) return ''
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .join(delimiter)
}
