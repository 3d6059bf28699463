import { closeDatabase } from '../db/client'
import { dataFolder } from '../lib/data-folder'
import { takeRunLock } from '../lib/run-lock'
import { Benchmark } from './bench/benchmark'
import { describeMachine, tableOf } from './bench/figures'
import { type Options, readOptions, usage } from './bench/options'
import { benchFolder, startScratch } from './bench/scratch'

process.exitCode = await main()

async function main(): Promise<number> {
  const options = read()
  if (!options) return 1
  const lock = await takeRunLock(dataFolder)
  if ('runs' in lock) {
    process.stderr.write(
      `This installation runs (process ${lock.runs.pid}). End it first: the benchmark builds and serves in the same folder.\n`,
    )
    return 1
  }
  const scratch = await startScratch()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await scratch.end(options.keep)
      lock.release()
      process.exit(130)
    })
  }
  const machine = describeMachine(scratch.version)
  process.stdout.write(`${machine}\nDatabases and logs: ${benchFolder}\n\n`)
  try {
    const { figures, broken } = await new Benchmark(options, scratch).run()
    process.stdout.write(`\n${tableOf(figures, machine)}`)
    return broken ? 1 : 0
  } finally {
    await closeDatabase()
    await scratch.end(options.keep)
    lock.release()
  }
}

function read(): Options | null {
  try {
    return readOptions(process.argv.slice(2))
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : cause}\n${usage}\n`)
    return null
  }
}
