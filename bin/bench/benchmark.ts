import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '../../db/client'
import { build, isBuilt } from '../../lib/build'
import { tellSteps } from '../../lib/steps'
import { measureBuild } from './build-time'
import { measureCached } from './cached'
import { measureChange } from './change'
import { measureCold } from './cold'
import { measureDesk } from './desk'
import { measureEditor } from './editor'
import { type Figure, figure } from './figures'
import { growTo } from './fill'
import { measureImport } from './import-rate'
import { measureLighthouse } from './lighthouse'
import { measureMemory } from './memory'
import type { Options, Part } from './options'
import { watchOthers } from './others'
import { benchFolder, type Scratch } from './scratch'
import { measureSearch } from './search'
import { measureSignUp } from './sign-up'
import { settleDatabase } from './word-indexes'

/** The database that is filled up to the largest size; the smaller ones are copies of its earlier states. */
const growing = 'generated'

/** Measures part after part. A part that cannot be measured is told, and the others go on. */
export class Benchmark {
  /** What has been measured so far. */
  readonly figures: Figure[] = []
  readonly #databases = new Map<number, string>()
  readonly #steps = tellSteps()
  #isWhole = true

  constructor(
    private readonly options: Options,
    private readonly scratch: Scratch,
  ) {}

  /** Whether everything could be measured, well or badly. */
  async run(): Promise<boolean> {
    const { only, addresses } = this.options
    if (only.some((part) => !['search', 'desk', 'sign-up', 'import', 'build'].includes(part)) && !only.includes('build'))
      await this.#build()
    await this.#grow()
    const largest = this.#databases.get(this.options.sizes.at(-1) ?? 0) ?? ''
    await this.#part('sign-up', async () => {
      const figures = await measureSignUp()
      await closeDatabase()
      return figures
    })
    await this.#part('import', (say) => measureImport(() => this.scratch.make('imported'), say))
    await this.#part('build', (say) => measureBuild(this.#databases, say))
    for (const [size, url] of this.#databases) await this.#part('cold', () => measureCold(url, size))
    await this.#part('serve', (say) => measureCached(largest, say))
    await this.#part('change', () => measureChange(largest))
    await this.#part('editor', () => measureEditor(largest))
    await this.#part('memory', (say) => measureMemory(largest, addresses, say))
    await this.#part('lighthouse', async (say) => measureLighthouse(await this.scratch.make('sample'), say))
    return this.#isWhole
  }

  /** Fills a database, and copies it at each size but the last; search is measured on the way. */
  async #grow() {
    const url = await this.scratch.keepOrMake(growing, this.options.sizes[0] ?? 0)
    // For `db` in this process. Whatever the environment says, the benchmark writes to no other database.
    process.env.DATABASE_URL = url
    const { sizes } = this.options
    for (const size of sizes) {
      await this.#steps.step('generate', async (say) => {
        await this.scratch.declareSound(growing, null)
        await growTo(url, size, say)
        await settleDatabase(url)
        await this.scratch.declareSound(growing, size)
        return `${size} articles`
      })
      await this.#part('search', () => measureSearch(size))
      await this.#part('desk', () => measureDesk(size))
      await closeDatabase()
      this.#databases.set(size, size === sizes.at(-1) ? url : await this.scratch.copy(growing, `${growing}_${size}`))
    }
  }

  async #build() {
    await this.#steps.step('build', async () => {
      if (isBuilt()) return 'up to date'
      await build(join(benchFolder, 'build.log'))
      return 'built'
    })
  }

  async #part(name: Part, measure: (say: (what: string) => void) => Promise<Figure[]>) {
    if (!this.options.only.includes(name)) return
    const measured: Figure[] = []
    const others = watchOthers([process.pid, this.scratch.pid])
    try {
      await this.#steps.step(name, async (say) => {
        measured.push(...(await measure(say)))
        return measured[0] ? `${measured[0].name}: ${measured[0].measured}` : ''
      })
    } catch (cause) {
      this.#isWhole = false
      const reason = cause instanceof Error ? cause.message : String(cause)
      this.#steps.note('', reason)
      measured.push(figure(name, `not measured: ${reason.split('\n')[0]}`))
    }
    const cores = others()
    // A machine that is used otherwise explains a bad figure; one that is not need not be mentioned.
    if (cores !== null && cores > 0.1)
      measured.push(figure('  meanwhile', `others kept ${cores.toFixed(1)} of ${availableParallelism()} cores busy`))
    for (const { name, measured: value } of measured.slice(1)) this.#steps.note('', `${name}: ${value}`)
    this.figures.push(...measured)
  }
}
