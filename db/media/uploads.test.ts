import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import { count, eq, sql } from 'drizzle-orm'
import ExifReader from 'exifreader'
import type { PictureFault } from '../../lib/inspect-picture'
import { sharp } from '../../lib/sharp'
import { db } from '../client'
import { events } from '../events/schema'
import type { Actor, StaffRole } from '../people/rules'
import { testDatabase } from '../testing'
import { originalName } from './files'
import { makeRenditions } from './renditions'
import { media, renditions } from './schema'
import { withIptc, withSegment } from './testing-pictures'
import { uploadPicture } from './uploads'

const folder = await mkdtemp(join(tmpdir(), 'uploads-'))
process.env.MEDIA_FOLDER = folder
await testDatabase()
after(() => rm(folder, { recursive: true }))

const now = new Date('2026-11-27T12:00:00Z')
const as = (role: StaffRole): Actor => ({
  personId: randomUUID(),
  sessionId: randomUUID(),
  role,
  sectionIds: [],
  confirmedAt: now,
})
const upload = (bytes: Buffer, fileName = 'photo.jpg', actor = as('contributor')) =>
  uploadPicture(actor, { bytes, fileName, language: 'en' }, now)

const noise = (seed: number, width = 320, height = 200) => {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0, value = seed; at < pixels.length; at++) {
    value = (value * 1_103_515_245 + 12_345) % 2 ** 31
    pixels[at] = (value >> 16) & 255
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .blur(12)
    .normalise()
}
const jpeg = await noise(1).jpeg().toBuffer()
const png = await noise(2).png().toBuffer()
const gif = await noise(3).gif().toBuffer()
const webp = await noise(4).webp().toBuffer()
const avif = await noise(5).avif({ effort: 0 }).toBuffer()

/** A ZIP that any unpacker opens: one empty file. */
const zip = (() => {
  const name = Buffer.from('a')
  const local = Buffer.alloc(30)
  local.write('PK\x03\x04', 'latin1')
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.write('PK\x01\x02', 'latin1')
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  return Buffer.concat([local, name, entry, name, end])
})()

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const behind = (picture: Buffer, ...more: (Buffer | string)[]) =>
  Buffer.concat([picture, ...more.map((one) => (typeof one === 'string' ? latin1(one) : one))])

function pngChunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(content.length)
  const body = Buffer.concat([latin1(type), content])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, sum])
}

/** A PNG whose head promises this size, around any rows. */
function pngOf(width: number, height: number, rows: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  return behind(latin1('\x89PNG\r\n\x1a\n'), pngChunk('IHDR', head), pngChunk('IDAT', rows), pngChunk('IEND', Buffer.alloc(0)))
}

const refusals: Record<string, [Buffer, PictureFault]> = {
  'nothing at all': [Buffer.alloc(0), 'empty'],
  'an SVG': [latin1('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'svg'],
  'an SVG behind a comment': [latin1(`<?xml version="1.0"?><!-- ${'x'.repeat(500)} --><svg/><!---->`), 'svg'],
  'a program with a picture’s name': [behind(latin1('MZ\x90\0'), randomBytesOf(2000)), 'not-a-picture'],
  'a page with a picture’s name': [latin1('<!doctype html><script>alert(1)</script>'), 'not-a-picture'],
  'a PDF': [latin1('%PDF-1.7\n'), 'not-a-picture'],
  'a ZIP': [zip, 'not-a-picture'],
  'a TIFF': [behind(latin1('II*\0'), randomBytesOf(100)), 'tiff'],
  'a HEIC': [latin1('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'heic'],
  'a JPEG that is a ZIP too': [behind(jpeg, zip), 'archive'],
  'a JPEG that is a ZIP with a comment behind': [behind(jpeg, zip, 'x'.repeat(300)), 'archive'],
  'a JPEG with a ZIP in its comment': [withSegment(jpeg, 0xfe, behind(zip, 'Rar!\x1a\x07\x01\0')), 'archive'],
  'a JPEG that is a page too': [behind(jpeg, '<html><script>alert(1)</script>'), 'web-page'],
  'a JPEG with a page in its comment': [withSegment(jpeg, 0xfe, latin1('<script >alert(1)</script>')), 'web-page'],
  'a JPEG with PHP in its comment': [withSegment(jpeg, 0xfe, latin1('<?php system($_GET[0]);')), 'program'],
  'a JPEG with a program behind': [behind(jpeg, '\0\0\x7fELF\x02\x01\x01'), 'goes-on'],
  'a JPEG that begins like JavaScript': [
    Buffer.concat([latin1('\xff\xd8\xff\xe0/*'), latin1('*/=alert(1)/*'.padEnd(0x2f2a - 2)), jpeg.subarray(2)]),
    'program',
  ],
  'a JPEG that is a PDF too': [behind(jpeg, '\n%PDF-1.4\n'), 'pdf'],
  'a PNG that goes on': [behind(png, randomBytesOf(50)), 'goes-on'],
  'a WebP that goes on': [behind(webp, 'more than a picture'), 'goes-on'],
  'an AVIF that goes on': [behind(avif, 'more than a picture'), 'goes-on'],
  'a GIF that goes on': [behind(gif, 'alert(1)'), 'goes-on'],
  'a GIF that is JavaScript': [Buffer.concat([latin1('GIF89a/*'), gif.subarray(8)]), 'program'],
  'a GIF that is given a value': [Buffer.concat([latin1("GIF89a='"), gif.subarray(8)]), 'program'],
  'half a JPEG': [jpeg.subarray(0, jpeg.length / 2), 'damaged'],
  'a JPEG without its last bytes': [jpeg.subarray(0, -40), 'damaged'],
  'half a PNG': [png.subarray(0, png.length / 2), 'damaged'],
  'half a GIF': [gif.subarray(0, gif.length / 2), 'damaged'],
  'half a WebP': [webp.subarray(0, webp.length / 2), 'damaged'],
  'half an AVIF': [avif.subarray(0, avif.length / 2), 'damaged'],
  'a JPEG in name only': [latin1('\xff\xd8\xff\xe0 and then words'), 'damaged'],
  '41 megapixels': [pngOf(8200, 5000, deflateSync(Buffer.alloc(1026 * 5000))), 'too-many-pixels'],
  'a bomb of 2.5 gigapixels': [pngOf(50_000, 50_000, deflateSync(Buffer.alloc(100_000))), 'too-many-pixels'],
  'a head that promises more than there is': [pngOf(4000, 4000, deflateSync(Buffer.alloc(1000))), 'damaged'],
  '31 MB': [behind(jpeg, Buffer.alloc(31 * 1024 * 1024)), 'too-many-bytes'],
}

function randomBytesOf(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, at) => (at * 73 + 11) % 251))
}

for (const [name, [bytes, fault]] of Object.entries(refusals))
  test(`Refused: ${name}`, async () => {
    const outcome = await upload(bytes)
    assert.deepEqual([outcome.kind, outcome.kind === 'refused' && outcome.fault], ['refused', fault])
  })

test('Nothing is left of what was refused', async () => {
  assert.deepEqual(await db.select({ rows: count() }).from(media), [{ rows: 0 }])
  assert.deepEqual(await readdir(folder), [])
})

async function added(bytes: Buffer, fileName?: string) {
  const outcome = await upload(bytes, fileName)
  assert.ok(outcome.kind === 'added', JSON.stringify(outcome))
  const [row] = await db.select().from(media).where(eq(media.id, outcome.mediaId))
  assert.ok(row)
  const original = await readFile(join(folder, 'originals', row.contentHash.slice(0, 2), originalName(row)))
  return { ...outcome, row, original }
}

test('Each format is taken, under whatever name, and shown at once', async () => {
  for (const bytes of [jpeg, png, gif, webp, avif]) {
    const { row, mediaId, frames } = await added(bytes, 'C:\\fakepath\\port of Sidon.exe')
    assert.deepEqual([row.width, row.height, row.fileName, frames], [320, 200, 'port of Sidon.exe', 1])
    assert.deepEqual([row.source, row.maySublicense, row.expiresAt, row.version], [null, false, null, 1])
    const files = await db.select().from(renditions).where(eq(renditions.mediaId, mediaId))
    assert.deepEqual(
      files.map(({ crop, format, width }) => [crop, format, width]),
      [['whole', 'webp', 320]],
    )
    const jobs = await db.execute(sql`select 1 from pgboss.job where name = 'make-renditions' and data->>'mediaId' = ${mediaId}`)
    assert.equal(jobs.length, 1)
    const [event] = await db.select().from(events).where(eq(events.subjectId, mediaId))
    assert.deepEqual([event?.action, event?.at], ['media.uploaded', now])
  }
})

test('What a photograph says is kept in our fields, and nothing of it in any file: no place, no camera, no owner', async () => {
  const photograph = await noise(11, 1400, 900)
    .withExif({
      IFD0: { Artist: 'Owner of the camera', Make: 'Camera maker', ImageDescription: 'The port' },
      IFD2: { BodySerialNumber: '4711-serial' },
      IFD3: { GPSLatitude: '31/1 46/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '35/1 13/1 0/1', GPSLongitudeRef: 'E' },
    })
    .jpeg()
    .toBuffer()
  const labelled = withIptc(photograph, '\x1b%G', [
    [120, Buffer.from('ميناء صيدا عند الفجر')],
    [90, Buffer.from('Home town of the source')],
    [110, Buffer.from('Halyard/Sana Qasim')],
  ])
  assert.ok(ExifReader.load(labelled, { expanded: true }).gps?.Latitude)

  const { row, mediaId, original } = await added(labelled)
  assert.deepEqual(
    [row.captions, row.credit, row.creator],
    [{ ar: 'ميناء صيدا عند الفجر' }, 'Halyard/Sana Qasim', 'Owner of the camera'],
  )
  assert.equal(await makeRenditions(mediaId, 'slow'), 'made')
  const files = await db.select({ file: renditions.file }).from(renditions).where(eq(renditions.mediaId, mediaId))
  assert.ok(files.length > 12)
  const served = await Promise.all(files.map(({ file }) => readFile(join(folder, file.slice(0, 2), file))))
  for (const bytes of [original, ...served]) {
    const { gps, exif, iptc } = ExifReader.load(bytes, { expanded: true })
    assert.deepEqual(
      [gps, Object.keys(exif ?? {}).filter((name) => /GPS|Serial|Make|Description/.test(name)), iptc],
      [undefined, [], undefined],
    )
    for (const secret of ['4711-serial', 'Camera maker', 'Home town']) assert.ok(!bytes.includes(secret), secret)
  }
  const { exif, iptc, xmp, icc, orientation } = await sharp(original).metadata()
  assert.deepEqual([exif, iptc, xmp, icc, orientation], [undefined, undefined, undefined, undefined, undefined])
})

test('What stands behind a picture’s end, as phones and picture desks put it there, is left behind', async () => {
  const film = behind(await noise(21).jpeg().toBuffer(), '\0\0\0\x18ftypmp42', 'a film', 'SEFT')
  const { original } = await added(film)
  assert.ok(!original.includes('a film'))
  await added(behind(await noise(22).png().toBuffer(), '\n'))
})

test('Pictures lie the right way up, in colours of screens, with what shines through; of a film the first frame is taken', async () => {
  const held = await added(await noise(31, 400, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer())
  assert.deepEqual([held.row.width, held.row.height, held.row.mimeType], [200, 400, 'image/jpeg'])
  const red = sharp({ create: { width: 64, height: 64, channels: 3, background: '#ff0000' } })
  const wide = await added(await red.clone().withIccProfile('p3').jpeg({ quality: 100 }).toBuffer())
  assert.ok(((await sharp(wide.original).stats()).channels[0]?.mean ?? 0) > 253)
  const printed = await added(await red.clone().toColourspace('cmyk').jpeg().toBuffer())
  assert.equal((await sharp(printed.original).metadata()).space, 'srgb')
  const clear = sharp({ create: { width: 90, height: 60, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.5 } } })
  const through = await added(await clear.webp().toBuffer())
  assert.deepEqual([through.row.mimeType, (await sharp(through.original).metadata()).hasAlpha], ['image/png', true])
  const frames = await Promise.all([41, 42, 43].map((seed) => noise(seed, 60, 40).png().toBuffer()))
  const film = await added(
    await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
  )
  assert.deepEqual([film.frames, film.row.height, (await sharp(film.original).metadata()).pages], [3, 40, undefined])
})

test('The same picture twice is one: the same bytes, other notes around the same pixels, two at once', async () => {
  const first = await noise(51).jpeg().toBuffer()
  const { mediaId } = await added(first)
  assert.deepEqual(await upload(first, 'other.jpg', as('publisher')), { kind: 'known', mediaId })
  const renamed = withIptc(first, null, [[120, Buffer.from('Another caption')]])
  assert.deepEqual(await upload(renamed), { kind: 'known', mediaId })

  const another = await noise(52).jpeg().toBuffer()
  const outcomes = await Promise.all([
    upload(another),
    upload(another),
    upload(withIptc(another, null, [[120, Buffer.from('x')]])),
  ])
  assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['added', 'known', 'known'])
  assert.equal(new Set(outcomes.map((outcome) => 'mediaId' in outcome && outcome.mediaId)).size, 1)
})

test('A picture that looks like another is taken, and the other named', async () => {
  const scene = async (seed: number) =>
    sharp(await noise(seed, 320, 200).png().toBuffer())
      .resize(12, 8)
      .normalise()
      .toBuffer()
  const large = sharp(await scene(61)).resize(1200, 800)
  const { mediaId, alike } = await added(await large.clone().jpeg().toBuffer())
  assert.equal(alike, null)
  const smaller = await sharp(await large.clone().png().toBuffer())
    .resize(500)
    .jpeg({ quality: 40 })
    .toBuffer()
  assert.equal((await added(smaller)).alike, mediaId)
  assert.equal(
    (
      await added(
        await sharp(await scene(62))
          .resize(1200, 800)
          .jpeg()
          .toBuffer(),
      )
    ).alike,
    null,
  )
})

test('A picture that was imported is known when it is uploaded', async () => {
  const bytes = await noise(71).jpeg().toBuffer()
  const { row } = await added(bytes)
  await db
    .update(media)
    .set({ uploadHash: null, contentHash: row.uploadHash ?? '' })
    .where(eq(media.id, row.id))
  assert.deepEqual(await upload(bytes), { kind: 'known', mediaId: row.id })
})

test('Whoever does not write uploads nothing', async () => {
  for (const role of ['admin', 'licensing', 'finance'] as const)
    assert.deepEqual(await upload(await noise(81).jpeg().toBuffer(), 'a.jpg', as(role)), { kind: 'not-allowed' })
})
