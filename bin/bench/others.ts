import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of processor time in a second, on every Linux that Node runs on. */
const ticks = 100

/**
 * Begins to watch what processes other than these and their children do to the machine. The function returned tells how many cores they have kept
 * busy since, on average; null where the system does not tell.
 */
export function watchOthers(own: readonly number[]): () => number | null {
  const began = performance.now()
  const before = usedByOthers(own)
  return () => {
    const after = usedByOthers(own)
    const seconds = (performance.now() - began) / 1000
    return before === null || after === null ? null : Math.max(0, (after - before) / ticks / seconds)
  }
}

function usedByOthers(own: readonly number[]): number | null {
  try {
    const [user = 0, nice = 0, system = 0, , , hardware = 0, software = 0, stolen = 0] =
      /^cpu +(.*)/.exec(readFileSync('/proc/stat', 'utf8'))?.[1]?.split(' ').map(Number) ?? []
    return user + nice + system + hardware + software + stolen - usedBy(own)
  } catch {
    return null
  }
}

/** What processes and their children have used, those that ended too. */
function usedBy(roots: readonly number[]): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)))
  const ours = new Set(roots)
  // A child may have a smaller number than its parent, once numbers have begun again: until none is added.
  for (let known = -1; known !== ours.size; ) {
    known = ours.size
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid)
  }
  return processes.filter(({ pid }) => ours.has(pid)).reduce((sum, { used }) => sum + used, 0)
}

function readProcess(pid: number): { pid: number; parent: number; used: number }[] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? []
    const used = fields.slice(11, 15).reduce((sum, value) => sum + value, 0)
    return [{ pid, parent: fields[1] ?? 0, used }]
  } catch {
    return []
  }
}
