import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { promiseRenditions, saveMedia } from '../db/media/commands'
import { originalFiles, originalName } from '../db/media/files'
import { storeOriginal } from '../db/media/originals'
import { mediaDefaults } from '../db/media/rules'
import { media, renditions } from '../db/media/schema'
import { testDatabase } from '../db/testing'
import { sharp } from '../lib/sharp'
import { makeRenditionsJob } from './make-renditions'
import { makeSlowRenditionsJob } from './make-slow-renditions'
import { work } from './worker'

const folder = await mkdtemp(join(tmpdir(), 'pictures-'))
process.env.MEDIA_FOLDER = folder
const url = await testDatabase()
after(() => rm(folder, { recursive: true }))

async function save(sourceId: string, background: string): Promise<string> {
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .png()
    .toBuffer()
  const stored = await storeOriginal(bytes)
  assert.ok(stored.kind === 'stored')
  const { kind: _, ...original } = stored
  const saved = await db.transaction((tx) => saveMedia(tx, [{ ...mediaDefaults, ...original, sourceId }]))
  return saved.get(sourceId)?.id ?? assert.fail('not saved')
}

async function listFormats(mediaId: string): Promise<string[]> {
  const rows = await db.selectDistinct({ format: renditions.format }).from(renditions).where(eq(renditions.mediaId, mediaId))
  return rows.map(({ format }) => format).sort()
}

test('The quick formats are made at once and the slow one promised; a second run makes nothing', async () => {
  const mediaId = await save('one', '#a00')
  await makeRenditionsJob({ mediaId })
  assert.deepEqual(await listFormats(mediaId), ['jpeg', 'webp'])
  const promised = await db.execute(
    sql`select 1 from pgboss.job where name = 'make-slow-renditions' and data->>'mediaId' = ${mediaId}`,
  )
  assert.equal(promised.length, 1)

  await makeSlowRenditionsJob({ mediaId })
  assert.deepEqual(await listFormats(mediaId), ['avif', 'jpeg', 'webp'])
  const before = await db.select().from(renditions)
  await makeRenditionsJob({ mediaId })
  await makeSlowRenditionsJob({ mediaId })
  assert.deepEqual(await db.select().from(renditions), before)
})

test('A picture that is gone is nobody’s fault; a lost original is told', async () => {
  const mediaId = await save('two', '#0a0')
  const [row] = await db.select().from(media).where(eq(media.id, mediaId))
  assert.ok(row)
  await rm(join(folder, 'originals', row.contentHash.slice(0, 2), originalName(row)))
  assert.equal(await originalFiles().has(originalName(row)), false)
  await assert.rejects(makeRenditionsJob({ mediaId }), /not in the media store/)
  await db.delete(media).where(eq(media.id, mediaId))
  await makeRenditionsJob({ mediaId })
  await makeSlowRenditionsJob({ mediaId })
})

test('The worker does what was promised', async () => {
  const mediaId = await save('three', '#00a')
  await db.transaction((tx) => promiseRenditions(tx, [mediaId]))
  const worker = await work(url)
  while ((await listFormats(mediaId)).length < 3) await new Promise(setImmediate)
  await worker.stop()
})
