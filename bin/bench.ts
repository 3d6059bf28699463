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
  const machine = describeMachine(scratch.version)
  const benchmark = new Benchmark(options, scratch)
  const tell = () => void process.stdout.write(`\n${tableOf(benchmark.figures, machine)}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      tell()
      await scratch.end(options.keep)
      lock.release()
      process.exit(130)
    })
  }
  process.stdout.write(`${machine}\nDatabases and logs: ${benchFolder}\n\n`)
  try {
    const isWhole = await benchmark.run()
    tell()
    return isWhole ? 0 : 1
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
