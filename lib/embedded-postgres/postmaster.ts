import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

/** A Postgres that runs on the files of one data folder, as it says itself in `postmaster.pid`. */
export type Postmaster = { pid: number; port: number; isReady: boolean }

/**
 * The Postgres running on `dataFolder`, or null. A file left behind by kill -9, by another container whose process numbers begin
 * at 1 again, or by a copy of the folder, names nobody: it is not believed without a process of that name.
 */
export function findPostmaster(dataFolder: string): Postmaster | null {
  const file = join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, folder, , port, , , , status = ''] = readFileSync(file, 'utf8').split('\n')
  const number = Math.abs(Number(pid))
  if (!number || folder === undefined || !isAlive(number) || !isPostgres(number)) return null
  if (!existsSync(folder) || realpathSync(folder) !== realpathSync(dataFolder)) return null
  return { pid: number, port: Number(port), isReady: status.trim() === 'ready' }
}

/** Whether the process exists and has not ended: one that waits to be collected by its parent has. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return !/^\S+ \(.*\) Z/.test(procFile(pid, 'stat'))
}

function isPostgres(pid: number): boolean {
  const name = procFile(pid, 'comm') || spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return /postgres\s*$/.test(name ?? '')
}

function procFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    // No /proc on this system, or the process has just ended.
    return ''
  }
}
