import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desc, eq, sql } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { db } from '../client'
import { notices } from '../notices/schema'
import { testDatabase } from '../testing'
import { promiseRenditions, saveMedia } from './commands'
import { findPictures } from './queries'
import { type MediaRecord, mediaDefaults } from './rules'
import { media, renditions } from './schema'

await testDatabase()

const record = (sourceId: string, changes: Partial<MediaRecord> = {}): MediaRecord => ({
  ...mediaDefaults,
  sourceId,
  contentHash: 'a'.repeat(64),
  mimeType: 'image/webp',
  width: 2400,
  height: 1600,
  ...changes,
})

const save = (...records: MediaRecord[]) => db.transaction((tx) => saveMedia(tx, records))

const listNotices = () => db.select({ tags: notices.tags }).from(notices).orderBy(desc(notices.id))

async function savedAs(sourceId: string): Promise<string> {
  const saved = (await save(record(sourceId))).get(sourceId)
  assert.ok(saved)
  await db.insert(renditions).values({
    ...{ mediaId: saved.id, crop: 'whole', format: 'jpeg', width: 800, height: 533, bytes: 1, file: 'ab.jpeg' },
  })
  return saved.id
}

test('A picture is created once, left alone when nothing changed, and updated and announced when something did', async () => {
  const first = (await save(record('one', { captions: { en: 'A', fr: 'B' }, focalX: 0.3 }))).get('one')
  assert.equal(first?.outcome, 'created')
  assert.equal((await listNotices()).length, 0)

  const same = (await save(record('one', { captions: { fr: 'B', en: 'A' }, focalX: 0.3 }))).get('one')
  assert.deepEqual(same, { id: first.id, outcome: 'unchanged' })
  assert.equal((await listNotices()).length, 0)

  const changed = (await save(record('one', { captions: { en: 'A' }, focalX: 0.3, credit: 'Agency' }))).get('one')
  assert.deepEqual(changed, { id: first.id, outcome: 'updated' })
  assert.deepEqual((await listNotices())[0]?.tags, [tagOf.media(first.id)])
  const [row] = await db.select().from(media).where(eq(media.id, first.id))
  assert.deepEqual([row?.captions, row?.credit], [{ en: 'A' }, 'Agency'])
})

test('Each column is told apart and written', async () => {
  const full: MediaRecord = {
    ...record('full', { width: 10, height: 20, mimeType: 'image/png', contentHash: 'b'.repeat(64) }),
    ...{ captions: { ar: 'ت' }, alts: { en: 'x' }, credit: 'c', creator: 'd', agency: 'e', source: 'wire', copyrightNotice: 'f' },
    ...{ usageTerms: 'g', licenceUrl: 'https://x.example', maySublicense: true, territory: 'world', takenOn: '2015-10-13' },
    ...{ expiresAt: new Date('2030-01-01T00:00:00Z'), focalX: 0.25, focalY: 0.75 },
    crops: { '1x1': { x: 0.1, y: 0.2, width: 0.3 } },
  }
  await save(record('full'))
  assert.equal((await save(full)).get('full')?.outcome, 'updated')
  const [row] = await db.select().from(media).where(eq(media.sourceId, 'full'))
  assert.ok(row)
  const { id: _, createdAt: __, version, uploadHash, differenceHash, fileName, isUsed, searchText, ...written } = row
  assert.deepEqual(written, full)
  assert.deepEqual([version, uploadHash, differenceHash, fileName, isUsed, searchText], [2, null, null, '', false, 'x ت c d e f'])
  for (const [key, value] of Object.entries(record('full')))
    if (key !== 'sourceId') assert.equal((await save({ ...full, [key]: value })).get('full')?.outcome, 'updated', key)
})

test('Thousands come in few statements, and of two of one name the last counts', async () => {
  const many = Array.from({ length: 2500 }, (_, number) => record(`many-${number}`))
  const saved = await save(...many, record('many-7', { credit: 'the last' }))
  assert.equal(saved.size, 2500)
  const [row] = await db.select({ credit: media.credit }).from(media).where(eq(media.sourceId, 'many-7'))
  assert.equal(row?.credit, 'the last')
})

test('Two imports of one picture at once make one', async () => {
  const [one, other] = await Promise.all([save(record('twice')), save(record('twice', { credit: 'other' }))])
  assert.equal(one.get('twice')?.id, other.get('twice')?.id)
})

test('Other bytes take the old picture off the pages at once, another focal point does not', async () => {
  const id = await savedAs('replaced')
  const shows = async () => (await findPictures(db, [id], 'en', new Date())).has(id)
  await save(record('replaced', { focalX: 0.1 }))
  assert.equal(await shows(), true)
  await save(record('replaced', { focalX: 0.1, contentHash: 'c'.repeat(64) }))
  assert.equal(await shows(), false)
})

test('A picture is shown until its right ends', async () => {
  const id = await savedAs('expiring')
  await save(record('expiring', { expiresAt: new Date('2026-01-01T00:00:00Z') }))
  assert.equal((await findPictures(db, [id], 'en', new Date('2025-12-31T23:59:59Z'))).size, 1)
  assert.equal((await findPictures(db, [id], 'en', new Date('2026-01-01T00:00:00Z'))).size, 0)
})

test('Renditions are promised with the transaction', async () => {
  const id = await savedAs('promised')
  const count = async () =>
    (await db.execute(sql`select 1 from pgboss.job where name = 'make-renditions' and data->>'mediaId' = ${id}`)).length
  const refused = db.transaction(async (tx) => {
    await promiseRenditions(tx, [id])
    throw new Error('no')
  })
  await assert.rejects(refused)
  assert.equal(await count(), 0)
  await db.transaction((tx) => promiseRenditions(tx, [id]))
  assert.equal(await count(), 1)
})
