import { closeDatabase } from '../db/client'
import { describeMachine, tableOf } from './bench/figures'
import { measureFreezing, measureSending } from './bench/mail'
import { startScratch } from './bench/scratch'

process.exitCode = await main()

/** Measures how fast newsletters are signed and handed over, and how an audience of a million is frozen and begun. */
async function main(): Promise<number> {
  const scratch = await startScratch()
  const say = (what: string) => void process.stdout.write(`${what}\n`)
  try {
    process.env.DATABASE_URL = await scratch.make('mail')
    const figures = [...(await measureSending(say)), ...(await measureFreezing(say))]
    process.stdout.write(`\n${tableOf(figures, describeMachine(scratch.version))}`)
    return 0
  } finally {
    await closeDatabase()
    await scratch.end(false)
  }
}
