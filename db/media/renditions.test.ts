import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { desc, eq } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { sharp } from '../../lib/sharp'
import { db } from '../client'
import { notices } from '../notices/schema'
import { testDatabase } from '../testing'
import { saveMedia } from './commands'
import { originalFiles, originalName, servedFiles } from './files'
import { readOriginal, storeOriginal } from './originals'
import { makeQuickRenditions, makeRenditions } from './renditions'
import { type MediaRecord, mediaDefaults } from './rules'
import { renditions } from './schema'

const folder = await mkdtemp(join(tmpdir(), 'pictures-'))
process.env.MEDIA_FOLDER = folder
await testDatabase()
after(() => rm(folder, { recursive: true }))

const red = { r: 200, g: 0, b: 0 }
const blue = { r: 0, g: 0, b: 200 }

/** Red on the left, blue on the right, with a camera's notes inside. */
async function photograph(width = 1300, height = 800): Promise<Buffer> {
  const right = { create: { width: Math.floor(width / 2), height, channels: 3 as const, background: blue } }
  return sharp({ create: { width, height, channels: 3, background: red } })
    .composite([{ input: right, left: Math.ceil(width / 2), top: 0 }])
    .withExif({ IFD0: { Artist: 'Camera owner' }, IFD3: { GPSLatitude: '31/1 46/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg({ quality: 95 })
    .toBuffer()
}

async function save(sourceId: string, bytes: Buffer, changes: Partial<MediaRecord> = {}): Promise<string> {
  const stored = await storeOriginal(bytes)
  assert.ok(stored.kind === 'stored')
  const { kind: _, ...original } = stored
  const saved = await db.transaction((tx) => saveMedia(tx, [{ ...mediaDefaults, ...original, sourceId, ...changes }]))
  return saved.get(sourceId)?.id ?? assert.fail('not saved')
}

const listFiles = (mediaId: string) => db.select().from(renditions).where(eq(renditions.mediaId, mediaId))

async function countFiles(): Promise<number> {
  return (await readdir(folder, { recursive: true })).length
}

async function contentOf(file: string): Promise<Buffer> {
  const opened = await servedFiles().openRead(file)
  return buffer(opened?.stream ?? assert.fail(`${file} is not there`))
}

test('Quick formats come first, the slow one after; each file is what its row says', async () => {
  const id = await save('all', await photograph(), { credit: 'Halyard/Sana <Qasim>', maySublicense: true })
  assert.equal(await makeRenditions(id, 'quick'), 'made')
  assert.deepEqual(new Set((await listFiles(id)).map(({ format }) => format)), new Set(['webp', 'jpeg']))
  assert.equal(await makeRenditions(id, 'slow'), 'made')

  const rows = await listFiles(id)
  assert.deepEqual(new Set(rows.map(({ format }) => format)), new Set(['avif', 'webp', 'jpeg']))
  assert.ok(rows.every(({ width }) => width <= 1300))
  for (const row of rows) {
    const bytes = await contentOf(row.file)
    const { format, compression, width, height, exif, iptc, icc, xmp } = await sharp(bytes).metadata()
    assert.equal(compression === 'av1' ? 'avif' : format, row.format)
    assert.deepEqual([width, height, bytes.length], [row.width, row.height, row.bytes])
    assert.deepEqual([exif, iptc, icc], [undefined, undefined, undefined])
    assert.match(xmp?.toString() ?? '', /Halyard\/Sana &lt;Qasim&gt;.*LicensorURL.*PROHIBITED-AIMLTRAINING/)
    assert.ok(!bytes.includes('Camera owner') && !bytes.includes('GPSLatitude'))
  }
})

test('Run twice, or twice at once, nothing is made twice', async () => {
  const id = await save('twice', await photograph(900, 600))
  const outcomes = await Promise.all([makeRenditions(id, 'quick'), makeRenditions(id, 'quick')])
  assert.ok(outcomes.includes('made'))
  const before = await listFiles(id)
  assert.equal(await makeRenditions(id, 'quick'), 'complete')
  assert.deepEqual(await listFiles(id), before)
})

test('Crops keep what matters; another focal point makes other files and takes the old ones off the lists', async () => {
  const bytes = await photograph(1200, 400)
  const square = async (id: string) => {
    const row = (await listFiles(id)).find(({ crop, format }) => crop === '1x1' && format === 'jpeg')
    const { dominant } = await sharp(await contentOf(row?.file ?? '')).stats()
    return dominant.r > dominant.b ? 'red' : 'blue'
  }
  const id = await save('focal', bytes, { focalX: 0 })
  await makeRenditions(id, 'slow')
  assert.equal(await square(id), 'red')

  await save('focal', bytes, { focalX: 1 })
  assert.equal(await square(id), 'red')
  assert.equal(await makeRenditions(id, 'quick'), 'made')
  assert.equal(await square(id), 'blue')
  assert.ok((await listFiles(id)).every(({ format }) => format !== 'avif'))
})

test('Another credit makes other files', async () => {
  const bytes = await photograph(600, 400)
  const id = await save('credit', bytes, { credit: 'Before' })
  await makeRenditions(id, 'quick')
  const before = await listFiles(id)
  await save('credit', bytes, { credit: 'After' })
  await makeRenditions(id, 'quick')
  const now = await listFiles(id)
  assert.equal(now.length, before.length)
  assert.ok(now.every(({ file }) => !before.some((one) => one.file === file)))
})

test('What was drawn of a picture that changed meanwhile is not listed', async () => {
  const bytes = await photograph(500, 300)
  const id = await save('race', bytes, { focalX: 0.2 })
  const stored = await storeOriginal(bytes)
  assert.ok(stored.kind === 'stored')
  const { kind: _, ...original } = stored
  const filesBefore = await countFiles()
  let drawing: Promise<string> | undefined
  await db.transaction(async (tx) => {
    await saveMedia(tx, [{ ...mediaDefaults, ...original, sourceId: 'race', focalX: 0.9 }])
    // It reads the picture as it was, and waits for this transaction before it lists what it drew.
    drawing = makeRenditions(id, 'quick')
    while ((await countFiles()) === filesBefore) await new Promise(setImmediate)
  })
  assert.equal(await drawing, 'changed')
  assert.deepEqual(await listFiles(id), [])
})

test('The picture and nothing else is announced', async () => {
  const id = await save('announced', await photograph(400, 300))
  await makeRenditions(id, 'quick')
  const [last] = await db.select({ tags: notices.tags }).from(notices).orderBy(desc(notices.id)).limit(1)
  assert.deepEqual(last?.tags, [tagOf.media(id)])
})

test('Upright, transparent, grey and deep pictures come out upright, on white and in colours screens know', async () => {
  const upright = await sharp(await photograph(600, 300))
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const clear = await sharp({ create: { width: 300, height: 300, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer()
  const grey = await sharp(await photograph(300, 300))
    .greyscale()
    .toColourspace('grey16')
    .png()
    .toBuffer()
  const ids = [await save('upright', upright), await save('clear', clear), await save('grey', grey)]
  let done = 0
  await makeQuickRenditions(ids, () => done++)
  assert.equal(done, 3)
  const largest = await Promise.all(
    ids.map(async (id) => {
      const row = (await listFiles(id)).find(({ crop, format }) => crop === 'whole' && format === 'jpeg')
      return { row, stats: await sharp(await contentOf(row?.file ?? '')).stats() }
    }),
  )
  assert.deepEqual([largest[0]?.row?.width, largest[0]?.row?.height], [300, 600])
  assert.ok((largest[1]?.stats.channels[0]?.mean ?? 0) > 250)
  assert.equal(largest[2]?.stats.channels.length, 3)
})

test('A picture that cannot be drawn does not keep the others waiting', async () => {
  const bytes = await photograph(310, 200)
  const [broken, whole] = [await save('broken', bytes), await save('whole', await photograph(320, 210))]
  const stored = await storeOriginal(bytes)
  assert.ok(stored.kind === 'stored')
  await originalFiles().write(originalName(stored), bytes.subarray(0, 900))
  let done = 0
  await makeQuickRenditions([broken, whole], () => done++)
  assert.equal(done, 2)
  assert.equal((await listFiles(broken)).length, 0)
  assert.ok((await listFiles(whole)).length > 0)
  await assert.rejects(makeRenditions(broken, 'quick'))
})

test('A picture of one pixel, or of one line, is drawn too', async () => {
  const sizes = [
    [1, 1],
    [3000, 1],
    [1, 3000],
    [17, 9],
  ] as const
  for (const [width, height] of sizes) {
    const bytes = await sharp({ create: { width, height, channels: 3, background: red } })
      .png()
      .toBuffer()
    assert.equal(await makeRenditions(await save(`${width}x${height}`, bytes), 'slow'), 'made')
  }
})

test('Outcomes have names: nothing there, and nothing to draw from', async () => {
  assert.equal(await makeRenditions('00000000-0000-4000-8000-000000000000', 'quick'), 'unknown')
  const bytes = await photograph(320, 200)
  const id = await save('lost', bytes)
  const stored = await storeOriginal(bytes)
  assert.ok(stored.kind === 'stored')
  assert.deepEqual(await readOriginal(stored), bytes)
  await rm(join(folder, 'originals', stored.contentHash.slice(0, 2), originalName(stored)))
  assert.equal(await originalFiles().has(originalName(stored)), false)
  assert.equal(await makeRenditions(id, 'slow'), 'original-missing')
})
