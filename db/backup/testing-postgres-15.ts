import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chooseOwner } from '../../lib/embedded-postgres/owner'
import { findPostmaster } from '../../lib/embedded-postgres/postmaster'
import { freePort } from '../../lib/ports'

/** Where Debian has the oldest Postgres that we take. */
const binaries = '/usr/lib/postgresql/15/bin'

/** Whether this machine has a Postgres 15 to try things on. */
export function hasPostgres15(): boolean {
  return existsSync(join(binaries, 'initdb'))
}

/** A Postgres 15 on files of its own, which are gone when it is ended. `url` is a superuser's. */
export async function startPostgres15(): Promise<{ url: string; end: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-15-'))
  const data = join(folder, 'data')
  const owner = chooseOwner(data)
  chmodSync(folder, 0o755)
  mkdirSync(data, { mode: 0o700 })
  if (owner) chownSync(data, owner.uid, owner.gid)
  const ways = { ...owner, cwd: '/', env: { NODE_ENV: process.env.NODE_ENV, PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } }
  execFileSync(join(binaries, 'initdb'), ['-D', data, '--username=tester', '--auth=trust', '--encoding=UTF8', '--no-sync'], {
    ...ways,
    stdio: 'ignore',
  })
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off']
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...ways,
    stdio: 'ignore',
  })
  const ended = once(server, 'exit')
  while (!findPostmaster(data)?.isReady) {
    if (server.exitCode !== null) throw new Error('Postgres 15 did not start.')
    await wait(10)
  }
  return {
    url: `postgres://tester@127.0.0.1:${port}/postgres`,
    end: async () => {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
