import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'

/** The account Postgres runs under. */
export type Owner = { uid: number; gid: number }

/**
 * Whose Postgres it is: null means ourselves. Postgres refuses to run as root, so root lends it to whom the data already belongs
 * to, or to `nobody`. Only an account the system knows by name will do: initdb looks it up. The user list is never edited.
 */
export function chooseOwner(dataFolder: string): Owner | null {
  if (process.getuid?.() !== 0) return null
  const accounts = listAccounts()
  const present = existsSync(dataFolder) ? statSync(dataFolder).uid : 0
  const chosen =
    (present !== 0 && accounts.find(({ uid }) => uid === present)) ||
    ['nobody', 'postgres', 'daemon'].map((name) => accounts.find((account) => account.name === name)).find(Boolean)
  if (!chosen) {
    throw new Error(
      'Postgres refuses to run as root, and this system has no account called nobody. Start as an ordinary user, or set DATABASE_URL.',
    )
  }
  return { uid: chosen.uid, gid: chosen.gid }
}

/** Whether that account can enter the folder: under a home of mode 0700 it cannot. */
export function canEnter(owner: Owner | null, folder: string): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...owner, cwd: '/', stdio: 'ignore' })
  if (tried.error) throw new Error(`Postgres cannot be run as another user here (${tried.error.message}). Set DATABASE_URL.`)
  return tried.status === 0
}

function listAccounts(): { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => Number.isInteger(uid) && uid > 0)
}
