import { join } from 'node:path'
import { listAddressesToWarm } from '../db/articles/queries'
import { closeDatabase, db } from '../db/client'
import { isMigrated } from '../db/migrate'
import { followNotices } from '../db/notices/queries'
import { dataFolder } from '../lib/data-folder'
import { environment } from '../lib/environment'
import { networksOf } from '../lib/front/clients'
import { Front } from '../lib/front/front'
import { log } from '../lib/log'
import { folderMediaStore } from '../lib/media-store'

const dev = process.argv.includes('--dev')
// Read when Next and React are loaded, so before that.
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
const { default: next } = await import('next')

const root = join(import.meta.dirname, '..')
const { DATABASE_URL, PUBLIC_URL, PORT, HOST, MEDIA_FOLDER, TRUSTED_PROXIES, CDN_PURGE_URL, KEPT_BYTES } = environment()

const site = next({ dev, dir: root, hostname: new URL(PUBLIC_URL).hostname, port: PORT })
await site.prepare()
const handle = site.getRequestHandler()
const forEver = { at: '/_next/static', isForEver: true }
const front = new Front({
  listener: (request, response) => handle(request, response),
  upgrade: dev ? site.getUpgradeHandler() : undefined,
  publicUrl: PUBLIC_URL,
  keptBytes: KEPT_BYTES,
  trusted: networksOf(TRUSTED_PROXIES),
  media: folderMediaStore(MEDIA_FOLDER),
  assets: [
    ...(dev
      ? []
      : [
          { folder: join(root, '.next/static'), ...forEver },
          { folder: join(dataFolder, 'static-previous'), ...forEver },
        ]),
    { folder: join(root, 'public'), at: '', isForEver: false },
  ],
  isMigrated: () => isMigrated(db),
  purgeUrl: CDN_PURGE_URL,
  dev,
  log,
})

let isEnding = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
// Next lets promises of renderings that were given up reject on their own.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was rejected and nobody waited for it'))

const following = followNotices(DATABASE_URL, front.board)
if (!dev) await front.warm(['/'])
const port = await front.listen(PORT, HOST)
log.info({ port }, 'serving')
if (!dev) await warm()

/** Readers are served meanwhile. */
async function warm() {
  try {
    const addresses = await listAddressesToWarm(new Date())
    await front.warm(addresses)
    log.info({ addresses: addresses.length, ...front.readers.kept.size }, 'warmed')
  } catch (error) {
    log.error({ err: error }, 'the newest pages could not be drawn ahead')
  }
}

async function end() {
  if (isEnding) return
  isEnding = true
  await front.end()
  await following.stop()
  await closeDatabase()
  process.exit(0)
}
