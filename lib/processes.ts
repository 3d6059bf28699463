import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** One process and no later one that was given the same number. */
export type ProcessIdentity = { pid: number; began: string }

/** The identity of the running process with that number, or null: ended ones that wait for their parent do not run. */
export function identify(pid: number): ProcessIdentity | null {
  const began = process.platform === 'linux' ? beganOnLinux(pid) : beganElsewhere(pid)
  return began ? { pid, began } : null
}

export function isRunning({ pid, began }: ProcessIdentity): boolean {
  return identify(pid)?.began === began
}

/** The boot, and the moment since then in clock ticks. */
function beganOnLinux(pid: number): string | null {
  try {
    const [state, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return state === 'Z' ? null : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${rest[18]}`
  } catch {
    return null
  }
}

function beganElsewhere(pid: number): string | null {
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || null
}

/** Node's words for one of the commands of `bin`, which ends with whoever started it. */
export function wordsFor(command: string, ...more: string[]): string[] {
  // Next's server wants React as it is made for servers; the worker draws mails, which that React refuses.
  const condition = command === 'serve' ? ['--conditions=react-server'] : []
  return [...condition, '--import', 'tsx', '--import', './bin/end-with-parent.js', `bin/${command}.ts`, ...more]
}
