import { generateKeyPairSync } from 'node:crypto'
import { parseArgs } from 'node:util'
import { laneMaker } from '../../jobs/sending/carrier'
import { Sender } from '../../jobs/sending/sender'

/** One sender in a process of its own, to be killed. Its leases are short, so that what it held is taken up soon. */
const { values } = parseArgs({
  options: {
    sink: { type: 'string', default: '' },
    lanes: { type: 'string', default: '10' },
    batch: { type: 'string', default: '200' },
  },
})

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const sender = new Sender({
  makeLane: laneMaker(values.sink, 'soak.example'),
  lanes: Number(values.lanes),
  batch: Number(values.batch),
  rates: { provider: 100_000, domain: 100_000 },
  times: { lease: 6, beat: 0.5, fence: 4 },
  setting: {
    origin: 'https://soak.example',
    signerFor: (domain) => ({ domain, selector: 'soak', key: privateKey }),
    bounceDomain: 'bounces.soak.example',
    idempotency: null,
  },
})
process.send?.({ senderId: sender.id })
// Whoever started it is gone.
process.on('disconnect', () => process.exit(1))
process.on('message', async (wish) => {
  const { user, system } = process.cpuUsage()
  if (wish === 'figures') process.send?.({ cpuSeconds: (user + system) / 1e6, bytes: process.memoryUsage.rss() })
  if (wish !== 'end') return
  await sender.stop()
  process.exit(0)
})
