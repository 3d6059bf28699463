import { constants, setPriority } from 'node:os'
import { closeDatabase } from '../db/client'
import { listenForBounces } from '../jobs/bounce-mailbox'
import { startSender } from '../jobs/sending/start-sender'
import { work } from '../jobs/worker'
import { environment } from '../lib/environment'
import { log } from '../lib/log'

// Before any thread is made: what may come later gives way to readers.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

const { DATABASE_URL, SMTP_URL, BOUNCE_DOMAIN, BOUNCE_LISTEN } = environment()
const worker = await work(DATABASE_URL)
const sender = startSender()
const mailbox = BOUNCE_LISTEN && BOUNCE_DOMAIN ? await listenForBounces({ ...BOUNCE_LISTEN, domain: BOUNCE_DOMAIN }) : null
log.info({ mail: SMTP_URL ? 'goes to the mail server' : 'stays in the mailbox' }, 'working')

let isEnding = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)

async function end() {
  if (isEnding) return
  isEnding = true
  await Promise.all([worker.stop(), sender.stop(), mailbox?.stop()])
  await closeDatabase()
  process.exit(0)
}
