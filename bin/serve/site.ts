import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findNextDueAt, settleDue } from '../../db/articles/due'
import { listAddressesToWarm } from '../../db/articles/warming'
import { findNextChangeAt, settleDueChanges } from '../../db/changes/due'
import { closeDatabase, db } from '../../db/client'
import { isMigrated } from '../../db/migrate'
import { followNotices } from '../../db/notices/queries'
import { environment } from '../../lib/environment'
import { networksOf } from '../../lib/front/clients'
import { createFrontServer, Front, type FrontOptions } from '../../lib/front/front'
import { log, logConsole } from '../../lib/log'
import { folderMediaStore } from '../../lib/media-store'
import { type Clock, startClock } from './clock'
import { startReceipts } from './receipts'

/** Milliseconds after which nothing is waited for any more; whoever started us counts to ten seconds. */
const endDeadline = 9500

/** Milliseconds the home page may take before readers are let in without it. */
const firstPatience = 4000

/** What is served: the folder of a Next app, and where the previous build's static files may be. */
type Site = { folder: string; previousStatic: string; dev: boolean }

/** Serves a site's readers until SIGINT or SIGTERM, which end the process within 10 s. Resolves when the newest pages have been drawn ahead. */
export async function serveSite({ folder, previousStatic, dev }: Site): Promise<void> {
  // Read when Next and React are loaded, so before that.
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  // In development whoever types reads along.
  if (!dev) logConsole()
  // Next lets promises of renderings that were given up reject on their own.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was rejected and nobody waited for it'))
  const { DATABASE_URL, HOST, PORT } = environment()
  const front = new Front(await optionsFor({ folder, previousStatic, dev }))
  const following = followNotices(DATABASE_URL, front.board)
  const publishing = startClock('publishing', front.board, publishDue)
  let receipts: Clock | undefined
  endOnSignal(async () => {
    await front.end()
    log.info(front.readers.kept.size, 'ended')
    await Promise.all([following.stop(), publishing.stop(), receipts?.stop()])
    await closeDatabase()
  })
  // The first reader should not have to wait; with Postgres away there is nothing to draw.
  if (!dev) await Promise.race([front.warm(['/']), wait(firstPatience)])
  const port = await front.listen(PORT, HOST)
  log.info({ port }, 'serving')
  // In development nothing is kept, and no page says what it shows.
  if (!dev) receipts = startReceipts(front)
  if (!dev) await warm(front)
}

async function optionsFor({ folder, previousStatic, dev }: Site): Promise<FrontOptions> {
  const { PUBLIC_URL, PORT, MEDIA_FOLDER, TRUSTED_PROXIES, CDN_PURGE_URL, KEPT_BYTES, SMTP_URL } = environment()
  const { default: next } = await import('next')
  const server = createFrontServer()
  // Without a server of its own Next would listen for upgrades on the first one it meets; only in development that is ours.
  const httpServer = dev ? server : createServer()
  const site = next({ dev, dir: folder, hostname: new URL(PUBLIC_URL).hostname, port: PORT, httpServer })
  await site.prepare()
  const handle = site.getRequestHandler()
  const built = [join(folder, '.next/static'), previousStatic].map((one) => ({
    folder: one,
    at: '/_next/static',
    isForEver: true,
  }))
  return {
    server,
    listener: (request, response) => handle(request, response),
    publicUrl: PUBLIC_URL,
    keptBytes: KEPT_BYTES,
    trusted: networksOf(TRUSTED_PROXIES),
    media: folderMediaStore(MEDIA_FOLDER),
    assets: [...(dev ? [] : built), { folder: join(folder, 'public'), at: '', isForEver: false }],
    isMigrated: () => isMigrated(db),
    purgeUrl: CDN_PURGE_URL,
    hasMailbox: SMTP_URL === undefined,
    dev,
    log,
  }
}

/** What is scheduled is published by whoever serves readers: it waits for no worker. */
async function publishDue(): Promise<Date | null> {
  const now = new Date()
  await settleDue(now)
  await settleDueChanges(now)
  const moments = [await findNextDueAt(), await findNextChangeAt()].filter((moment) => moment !== null)
  return moments.sort((one, other) => one.getTime() - other.getTime())[0] ?? null
}

/** Readers are served meanwhile. */
async function warm(front: Front) {
  try {
    await front.board.untilHearing()
    const addresses = await listAddressesToWarm(new Date())
    await front.warm(addresses)
    log.info({ addresses: addresses.length, ...front.readers.kept.size }, 'warmed')
  } catch (error) {
    log.error({ err: error }, 'the newest pages could not be drawn ahead')
  }
}

function endOnSignal(work: () => Promise<void>) {
  let isEnding = false
  const end = async () => {
    if (isEnding) return
    isEnding = true
    setTimeout(() => process.exit(0), endDeadline).unref()
    await work()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
}
