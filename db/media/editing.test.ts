import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { and, desc, eq, sql } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { sharp } from '../../lib/sharp'
import { createArticle, reviseArticle } from '../articles/commands'
import type { ArticleContent } from '../articles/content'
import type { Block } from '../body/rules'
import { db } from '../client'
import { events } from '../events/schema'
import { frontArrangements, frontSlots, fronts } from '../fronts/schema'
import { somePlacement } from '../fronts/testing-fronts'
import { notices } from '../notices/schema'
import { pages } from '../pages/schema'
import type { Actor, StaffRole } from '../people/rules'
import { testDatabase } from '../testing'
import { makePublished, makeSection, paragraphs, someContent } from '../testing-content'
import { deletePicture } from './deletion'
import { describePicture, framePicture, setPictureRights } from './editing'
import { originalName, servedFiles } from './files'
import { type Framing, framingInput, type PictureRecord, rightsInput, wordsInput } from './inputs'
import { listLibrary } from './library'
import { findPictures } from './queries'
import { makeRenditions } from './renditions'
import { media, renditions } from './schema'
import { uploadPicture } from './uploads'
import { listLiveUses, listUses } from './uses'

const folder = await mkdtemp(join(tmpdir(), 'editing-'))
process.env.MEDIA_FOLDER = folder
await testDatabase()
after(() => rm(folder, { recursive: true }))

const now = new Date('2026-11-27T12:00:00Z')
const later = new Date('2026-12-27T12:00:00Z')
const as = (role: StaffRole, personId = randomUUID()): Actor => ({
  ...{ personId, sessionId: randomUUID(), role, sectionIds: [], confirmedAt: now },
})
const sectionId = await makeSection('en', 'news')

let made = 0

/** Red on the left, blue on the right, and no two of one size. */
async function upload(fileName = 'photo.png'): Promise<string> {
  const [width, height] = [1200, 400 + made++]
  const right = { create: { width: width / 2, height, channels: 3 as const, background: '#0000c8' } }
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#c80000' } })
    .composite([{ input: right, left: width / 2, top: 0 }])
    .png()
    .toBuffer()
  const outcome = await uploadPicture(as('reporter'), { bytes, fileName, language: 'en' }, now)
  assert.ok(outcome.kind === 'added')
  return outcome.mediaId
}

const find = async (id: string) => (await db.select().from(media).where(eq(media.id, id)))[0] ?? assert.fail('gone')
const lastNotice = async () => (await db.select().from(notices).orderBy(desc(notices.id)).limit(1))[0]
const jobsFor = async (id: string) =>
  (await db.execute(sql`select 1 from pgboss.job where name = 'make-renditions' and data->>'mediaId' = ${id}`)).length

const someWords = { captions: { en: 'The port' }, alts: {}, credit: 'Halyard', creator: '', takenOn: null }
const someRights: PictureRecord = {
  ...{ source: 'wire', agency: 'Halyard', copyrightNotice: '', usageTerms: '', licenceUrl: null, territory: 'world' },
  ...{ expiresAt: null, maySublicense: false },
}
const centred: Framing = { focalX: 0.5, focalY: 0.5, crops: {} }

test('Words are saved once, announced, and written down by the names of their fields only', async () => {
  const id = await upload()
  const editor = as('contributor')
  const jobs = await jobsFor(id)
  assert.equal(await describePicture(editor, { id, version: 1 }, someWords, now), 'saved')
  const row = await find(id)
  assert.deepEqual([row.captions, row.credit, row.version], [{ en: 'The port' }, 'Halyard', 2])
  assert.deepEqual((await lastNotice())?.tags, [tagOf.media(id)])
  assert.equal(await jobsFor(id), jobs + 1)
  const [event] = await db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, id), eq(events.action, 'media.described')))
  assert.deepEqual([event?.personId, event?.details], [editor.personId, { fields: ['captions', 'credit'] }])

  const notice = await lastNotice()
  assert.equal(await describePicture(editor, { id, version: 2 }, someWords, now), 'saved')
  assert.equal((await find(id)).version, 2)
  assert.deepEqual(await lastNotice(), notice)
})

test('Of two who saw the same picture the second to save is told, and nothing is overwritten', async () => {
  const id = await upload()
  const outcomes = await Promise.all([
    describePicture(as('editor'), { id, version: 1 }, someWords, now),
    setPictureRights(as('editor'), { id, version: 1 }, someRights, now),
  ])
  assert.deepEqual(outcomes.sort(), ['changed-meanwhile', 'saved'])
  assert.equal(await framePicture(as('editor'), { id, version: 1 }, { ...centred, focalX: 0 }, now), 'changed-meanwhile')
  assert.equal(await framePicture(as('editor'), { id: randomUUID(), version: 1 }, centred, now), 'unknown')
})

test('Rights are for editors and publishers', async () => {
  const id = await upload()
  for (const role of ['contributor', 'reporter', 'admin', 'licensing', 'finance'] as const) {
    assert.equal(await setPictureRights(as(role), { id, version: 1 }, someRights, now), 'not-allowed')
    assert.equal(await deletePicture(as(role), id, now), 'not-allowed')
  }
  for (const role of ['admin', 'licensing', 'finance'] as const) {
    assert.equal(await describePicture(as(role), { id, version: 1 }, someWords, now), 'not-allowed')
    assert.equal(await framePicture(as(role), { id, version: 1 }, centred, now), 'not-allowed')
  }
  assert.equal(await setPictureRights(as('publisher'), { id, version: 1 }, { ...someRights, maySublicense: true }, now), 'saved')
  const row = await find(id)
  assert.deepEqual([row.source, row.agency, row.territory, row.maySublicense], ['wire', 'Halyard', 'world', true])
})

test('A right that ends takes the picture off every page, one that begins again brings it back to the lists', async () => {
  const id = await upload()
  const hero = { mediaId: id, caption: null, alt: null }
  const articleId = await makePublished('en', someContent(sectionId, 'A story with a right', { hero }), now, now)
  await makeRenditions(id, 'quick')
  const isShown = async () => (await findPictures(db, [id], 'en', now)).has(id)
  assert.equal(await isShown(), true)
  assert.equal(await setPictureRights(as('editor'), { id, version: 1 }, { ...someRights, expiresAt: now }, now), 'saved')
  assert.deepEqual([await isShown(), (await lastNotice())?.kind], [false, 'withdrawal'])
  assert.equal(await setPictureRights(as('editor'), { id, version: 2 }, { ...someRights, expiresAt: later }, now), 'saved')
  assert.equal(await isShown(), true)
  const back = await lastNotice()
  assert.deepEqual([back?.kind, back?.tags], ['change', [tagOf.media(id), tagOf.article(articleId)]])
})

/** The squares of a picture as readers are served them, by their colour. */
async function squareOf(id: string): Promise<{ colour: string; width: number }> {
  const rows = await db.select().from(renditions).where(eq(renditions.mediaId, id))
  const row = rows.find(({ crop, format }) => crop === '1x1' && format === 'jpeg') ?? assert.fail('no square')
  const opened = await servedFiles().openRead(row.file)
  const { channels } = await sharp(await buffer(opened?.stream ?? assert.fail('no file'))).stats()
  const [red = 0, , blue = 0] = channels.map(({ mean }) => mean)
  return { colour: red > 150 && blue < 30 ? 'red' : blue > 150 && red < 30 ? 'blue' : 'both', width: row.width }
}

test('A crop drawn by hand is what readers are served, for its ratio only; without it the focal point counts again', async () => {
  const id = await upload()
  await makeRenditions(id, 'quick')
  assert.equal((await squareOf(id)).colour, 'both')
  const wide = async () =>
    (
      await db
        .select()
        .from(renditions)
        .where(and(eq(renditions.mediaId, id), eq(renditions.crop, '16x9')))
    ).map(({ width }) => width)
  const before = await wide()

  const crops = { '1x1': { x: 0.6, y: 0.1, width: 0.25 } }
  assert.equal(await framePicture(as('contributor'), { id, version: 1 }, { ...centred, crops }, now), 'saved')
  assert.equal(await makeRenditions(id, 'quick'), 'made')
  assert.deepEqual(await squareOf(id), { colour: 'blue', width: 300 })
  assert.deepEqual(await wide(), before)

  assert.equal(await framePicture(as('contributor'), { id, version: 2 }, { ...centred, focalX: 0.1 }, now), 'saved')
  assert.equal(await makeRenditions(id, 'quick'), 'made')
  assert.equal((await squareOf(id)).colour, 'red')
})

const figure = (mediaId: string): Block => ({ type: 'figure', attrs: { id: 'figure', mediaId, alt: null, size: 'column' } })
const gallery = (...mediaIds: string[]): Block => ({ type: 'gallery', attrs: { id: 'gallery', mediaIds } })
const withBlocks = (headline: string, blocks: Block[], more: Partial<ArticleContent> = {}) =>
  someContent(sectionId, headline, { body: { type: 'doc', content: [...paragraphs('Words.').content, ...blocks] }, ...more })

test('Where a picture is used: as hero, in bodies, in galleries, in what was live and what was said before, on pages', async () => {
  const [hero, inBody, inGallery, gone, onPage, never] = [
    await upload(),
    await upload(),
    await upload(),
    await upload(),
    await upload(),
    await upload(),
  ]
  const content = withBlocks('A live story', [figure(inBody), gallery(inGallery, gone)], {
    hero: { mediaId: hero, caption: null, alt: null },
  })
  const live = await makePublished('en', content, now, now)
  const writer = randomUUID()
  const { articleId: draft } = await createArticle({ id: writer }, 'en', withBlocks('A secret draft', [figure(gone)]))
  await reviseArticle({ id: writer }, draft, withBlocks('A secret draft', []), 'Without')
  await db.insert(pages).values({
    language: 'en',
    slug: 'about',
    headline: 'About',
    body: { type: 'doc', content: [figure(onPage)] },
    bodySchema: 1,
    bodyText: '',
  })

  const seen = async (id: string, actor = as('publisher')) => {
    const { uses, hidden } = await listUses(actor, id)
    return { uses: uses.map(({ headline, isLive, isInHead, isHero }) => [headline, isLive, isInHead, isHero]), hidden }
  }
  assert.deepEqual(await seen(hero), { uses: [['A live story', true, true, true]], hidden: 0 })
  assert.deepEqual(await seen(inBody), { uses: [['A live story', true, true, false]], hidden: 0 })
  assert.deepEqual(await seen(gone), {
    uses: [
      ['A live story', true, true, false],
      ['A secret draft', false, false, false],
    ],
    hidden: 0,
  })
  assert.deepEqual(await seen(gone, as('contributor')), { uses: [['A live story', true, true, false]], hidden: 1 })
  assert.deepEqual(await seen(onPage), { uses: [['About', true, true, false]], hidden: 0 })
  assert.deepEqual(await seen(never), { uses: [], hidden: 0 })
  const affected = await listLiveUses([hero, gone, never])
  assert.deepEqual(
    [...affected].map(([id, uses]) => [id, uses.map((use) => use.id)]).sort(),
    [
      [hero, [live]],
      [gone, [live]],
    ].sort(),
  )

  for (const id of [hero, inBody, inGallery, gone, onPage]) assert.equal(await deletePicture(as('editor'), id, now), 'in-use')
  const unused = (await listLibrary({ ...everything, lacking: 'use' }, 'en', now)).pictures.map(({ id }) => id)
  assert.ok(unused.includes(never))
  for (const id of [hero, inBody, inGallery, gone, onPage]) assert.ok(!unused.includes(id))
})

test('A front that shows a picture, or is being arranged with it, keeps it from being deleted', async () => {
  const [live, planned, before] = [await upload(), await upload(), await upload()]
  const articleId = await makePublished('en', someContent(sectionId, 'On the front'), now, now)
  const [front] = await db.insert(fronts).values({ language: 'en' }).returning({ id: fronts.id })
  const frontId = front?.id ?? assert.fail('no front')
  await db.insert(frontSlots).values({ frontId, zone: 'lead', position: 0, articleId, mediaId: live })
  const arrangement = (number: number, mediaId: string) => ({
    ...{ frontId, number, kind: 'draft' as const },
    placements: [{ ...somePlacement(articleId, 'lead'), mediaId }],
  })
  await db.insert(frontArrangements).values([arrangement(1, before), arrangement(2, planned)])
  const seen = async (id: string) => {
    const { uses } = await listUses(as('publisher'), id)
    return uses.map(({ kind, language, isLive, isInHead }) => [kind, language, isLive, isInHead])
  }
  assert.deepEqual(await seen(live), [['front', 'en', true, false]])
  assert.deepEqual(await seen(planned), [['front', 'en', false, true]])
  assert.deepEqual(await seen(before), [])
  assert.equal(await deletePicture(as('editor'), live, now), 'in-use')
  assert.equal(await deletePicture(as('editor'), planned, now), 'in-use')
  assert.equal(await deletePicture(as('editor'), before, now), 'deleted')
})

test('An unused picture is deleted with every file of it, and files of others stay', async () => {
  const listed = async () => (await db.select({ file: renditions.file }).from(renditions)).map(({ file }) => file)
  const onDisk = async () => (await readdir(folder, { recursive: true })).map((path) => basename(path))
  const others = await listed()
  const id = await upload()
  await makeRenditions(id, 'slow')
  const own = (await listed()).filter((file) => !others.includes(file))
  const original = originalName(await find(id))
  assert.ok(own.length > 8)
  for (const file of [...own, original]) assert.ok((await onDisk()).includes(file))

  assert.equal(await deletePicture(as('publisher'), id, now), 'deleted')
  const left = await onDisk()
  assert.deepEqual(
    [...own, original].filter((file) => left.includes(file)),
    [],
  )
  assert.deepEqual(
    others.filter((file) => !left.includes(file)),
    [],
  )
  assert.equal(await deletePicture(as('publisher'), id, now), 'unknown')
  assert.deepEqual([(await lastNotice())?.kind, (await lastNotice())?.tags], ['withdrawal', [tagOf.media(id)]])
})

const everything = { q: '', source: '', agency: '', rights: '', lacking: '', after: '' } as const

test('The library finds pictures by any of their words, in any of the languages, however they are spelled', async () => {
  const id = await upload('IMG_77213 quai.jpg')
  const words = {
    captions: { fr: 'Le port de Saïda à l’aube', ar: 'ميناء صَيدا' },
    alts: { en: 'Fishing boats' },
    credit: 'Halyard/Sana Qasim',
    creator: 'Sana Qasim',
    takenOn: null,
  }
  await describePicture(as('editor'), { id, version: 1 }, words, now)
  await setPictureRights(
    as('editor'),
    { id, version: 2 },
    { ...someRights, agency: 'Halyard', expiresAt: later, maySublicense: true },
    now,
  )
  const finds = async (filters: object) =>
    (await listLibrary({ ...everything, ...filters }, 'en', now)).pictures.map((one) => one.id).includes(id)
  for (const search of ['saida', 'SAÏDA', 'صيدا', 'fishing qasim', '77213', 'halyard', 'aub', 'port fishing', '“quai”'])
    assert.equal(await finds({ q: search }), true, search)
  for (const search of ['tyre', 'fishing tyre', '%', 'f_shing boats x'])
    assert.equal(await finds({ q: search }), search === '%', search)
  const fitting = [
    { source: 'wire' },
    { agency: 'Halyard' },
    { rights: 'sublicensable' },
    { rights: 'expiring' },
    { lacking: 'use' },
  ]
  for (const filters of fitting) assert.equal(await finds(filters), true, JSON.stringify(filters))
  const others = [
    { source: 'staff' },
    { source: 'unknown' },
    { agency: 'Other' },
    { rights: 'expired' },
    { lacking: 'alt' },
    { lacking: 'credit' },
    { lacking: 'caption' },
  ]
  for (const filters of others) assert.equal(await finds(filters), false, JSON.stringify(filters))
  const [shown] = (await listLibrary({ ...everything, q: '77213' }, 'en', now)).pictures
  assert.deepEqual(
    [shown?.caption, shown?.alt, shown?.lacksAlt, typeof shown?.file],
    ['Le port de Saïda à l’aube', 'Fishing boats', false, 'string'],
  )
})

test('Its pages follow one another without a gap, whatever has the same moment', async () => {
  await db.execute(sql`insert into media (content_hash, mime_type, width, height, credit, created_at)
    select 'page' || i, 'image/jpeg', 9, 9, 'Paging', ${now.toISOString()}::timestamptz - (i / 50) * interval '1 second' from generate_series(1, 150) i`)
  const seen: string[] = []
  let after = ''
  for (;;) {
    const page = await listLibrary({ ...everything, q: 'paging', after }, 'en', now)
    seen.push(...page.pictures.map(({ id }) => id))
    if (!page.next) break
    after = page.next
  }
  assert.deepEqual([seen.length, new Set(seen).size], [150, 150])
})

test('What the forms send is checked', () => {
  const id = randomUUID()
  const languages = { 'caption-en': ' A\0B ', 'caption-fr': '', 'caption-ar': 'ت', 'alt-en': '', 'alt-fr': 'Un', 'alt-ar': '' }
  assert.deepEqual(wordsInput.parse({ id, version: '3', ...languages, credit: 'C', creator: '', takenOn: '2026-10-13' }), {
    seen: { id, version: 3 },
    words: { captions: { en: 'A B', ar: 'ت' }, alts: { fr: 'Un' }, credit: 'C', creator: '', takenOn: '2026-10-13' },
  })
  assert.equal(
    wordsInput.safeParse({ id, version: '1', ...languages, credit: '', creator: '', takenOn: '2026-02-30' }).success,
    false,
  )

  const record = {
    id,
    version: '1',
    source: '',
    agency: '',
    copyrightNotice: '',
    usageTerms: '',
    licenceUrl: '',
    territory: '',
    expiresAt: '',
  }
  const cairo = rightsInput('Africa/Cairo')
  assert.deepEqual(cairo.parse({ ...record, expiresAt: '2026-12-31T23:59', maySublicense: 'on' }).rights, {
    ...{ source: null, agency: '', copyrightNotice: '', usageTerms: '', licenceUrl: null, territory: null },
    ...{ expiresAt: new Date('2026-12-31T21:59:00Z'), maySublicense: true },
  })
  assert.equal(cairo.parse(record).rights.maySublicense, false)
  for (const wrong of [{ source: 'stolen' }, { licenceUrl: 'javascript:alert(1)' }, { expiresAt: 'soon' }])
    assert.equal(cairo.safeParse({ ...record, ...wrong }).success, false)

  const framed = (framing: unknown) => framingInput.safeParse({ id, version: '1', framing: JSON.stringify(framing) })
  assert.deepEqual(framed({ ...centred, crops: { card: { x: 0.123456789, y: 0, width: 0.5 } } }).data?.framing.crops, {
    card: { x: 0.12346, y: 0, width: 0.5 },
  })
  for (const wrong of [
    {},
    { ...centred, focalX: 2 },
    { ...centred, crops: { whole: { x: 0, y: 0, width: 1 } } },
    { ...centred, crops: { '1x1': { x: 0, y: 0, width: 0 } } },
  ])
    assert.equal(framed(wrong).success, false)
  assert.equal(framingInput.safeParse({ id, version: '1', framing: '{' }).success, false)
})
