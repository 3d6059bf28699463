import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../../lib/build'
import { type Figure, figure, quantile } from './figures'
import { benchFolder } from './scratch'
import { root } from './server'

const goal = 1.2
const rounds = 2

/**
 * Builds with a database of each size at hand, from nothing, in turn; of each size the quickest counts, because only what slows a build is
 * added to it by a machine that others use. One build before is not counted: it brings the sources into the system's memory.
 */
export async function measureBuild(databases: ReadonlyMap<number, string>, say: (what: string) => void): Promise<Figure[]> {
  const times = new Map([...databases.keys()].map((size): [number, number[]] => [size, []]))
  const sizes = [...databases.keys()]
  say('once, not counted')
  await buildWith(databases.get(sizes[0] ?? 0) ?? '')
  for (let round = 1; round <= rounds; round++) {
    for (const [size, url] of databases) {
      say(`over ${size}, round ${round} of ${rounds}`)
      times.get(size)?.push(await buildWith(url))
    }
  }
  const seconds = sizes.map((size) => quantile(times.get(size) ?? [], 0) / 1000)
  const [first = 0, last = 0] = [seconds[0], seconds.at(-1)]
  const figures = sizes.map((size, at) => figure(`build over ${size}`, `${seconds[at]?.toFixed(1)} s`))
  if (sizes.length < 2) return figures
  const ratio = last / first
  return [
    ...figures,
    figure(`  ${sizes.at(-1)} to ${sizes[0]} articles`, `${ratio.toFixed(2)} times`, {
      words: `<= ${goal} times`,
      isMet: ratio <= goal,
    }),
  ]
}

async function buildWith(url: string): Promise<number> {
  rmSync(join(root, '.next', 'cache'), { recursive: true, force: true })
  const before = process.env.DATABASE_URL
  process.env.DATABASE_URL = url
  const began = performance.now()
  await build(join(benchFolder, 'build.log'))
  process.env.DATABASE_URL = before
  return performance.now() - began
}
