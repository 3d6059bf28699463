import { parseArgs } from 'node:util'
import { closeDatabase } from '../db/client'
import { startScratch } from './bench/scratch'
import { runSoak } from './soak/run-soak'

const usage = 'npm run soak:mail -- [--recipients 20000] [--kills 28] [--senders 2]'

process.exitCode = await main()

/** Kills senders again and again while they send an edition, and prints what arrived. Ends with 1 when anybody got it twice, or was missed. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      recipients: { type: 'string', default: '20000' },
      kills: { type: 'string', default: '28' },
      senders: { type: 'string', default: '2' },
    },
  })
  const [recipients = 0, kills = 0, senders = 0] = [values.recipients, values.kills, values.senders].map(Number)
  if (![recipients, kills, senders].every((number) => Number.isInteger(number) && number > 0)) {
    process.stderr.write(`${usage}\n`)
    return 1
  }
  const scratch = await startScratch()
  try {
    // Whatever the environment says, the soak writes to no other database; the senders inherit it.
    process.env.DATABASE_URL = await scratch.make('soak')
    const result = await runSoak({ recipients, kills, senders, say: (what) => void process.stdout.write(`${what}\n`) })
    const { caught, states, uncertain } = result
    const ofStates = Object.entries(states).map(([state, count]) => `${count} ${state}`)
    const sum = Object.values(states).reduce((all, count) => all + count, 0)
    process.stdout.write(
      [
        '',
        `audience frozen           ${recipients}`,
        `sum of states             ${sum} (${ofStates.join(', ')})`,
        `kill -9                   ${result.kills}, of ${senders} senders; ${caught.killsWithLeased} caught deliveries leased (${caught.leased}), ${caught.killsWithSending} caught them sending (${caught.sending})`,
        `taken by the mail server  ${result.sinkTotal}, to ${result.sinkUnique} addresses`,
        `duplicates                ${result.duplicates}`,
        `missing                   ${result.missing}`,
        `sent and not taken        ${result.lost}`,
        `uncertain                 ${uncertain.taken + uncertain.notTaken}: ${uncertain.taken} had been taken, ${uncertain.notTaken} had not`,
        `time                      ${result.seconds.toFixed(1)} s`,
        '',
      ].join('\n'),
    )
    const isSound =
      sum === recipients && result.duplicates + result.missing + result.lost === 0 && result.sinkTotal === result.sinkUnique
    return isSound ? 0 : 1
  } finally {
    await closeDatabase()
    await scratch.end(false)
  }
}
