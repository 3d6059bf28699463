import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { desc, eq, sql } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { drawText } from '../../lib/draw-text'
import { sharp } from '../../lib/sharp'
import { createArticle, publishArticle, reviseArticle, withdrawArticle } from '../articles/commands'
import type { ArticleContent } from '../articles/content'
import { articles } from '../articles/schema'
import { db } from '../client'
import { servedFiles } from '../media/files'
import { media } from '../media/schema'
import { notices } from '../notices/schema'
import { sections } from '../sections/schema'
import { testDatabase } from '../testing'
import { promiseSocialCards } from './commands'
import { drawSocialCard } from './drawing'
import { makeSocialCard } from './make-social-card'
import { findSocialCard } from './queries'
import { needsDrawnCard, shortened } from './rules'

const folder = await mkdtemp(join(tmpdir(), 'cards-'))
process.env.MEDIA_FOLDER = folder
await testDatabase()
after(() => rm(folder, { recursive: true }))

const now = new Date('2026-11-20T10:00:00Z')
const [section] = await db.insert(sections).values({ language: 'ar', slug: 'akhbar', name: 'أخبار', position: 0 }).returning()

const content = (slug: string, changes: Partial<ArticleContent> = {}): ArticleContent => ({
  ...{ sectionId: section?.id ?? '', slug, headline: 'لماذا يتنقّل رمضان', headlineShort: '', standfirst: '', kicker: 'شروح' },
  ...{ seoHeadline: '', seoDescription: '', dateline: '', hero: null, bylines: [], topicIds: [], relatedIds: [] },
  body: { type: 'doc', content: [{ type: 'divider', attrs: { id: 'a1b2c3d4' } }] },
  ...changes,
})

async function publish(slug: string, changes: Partial<ArticleContent> = {}): Promise<{ id: string; revisionId: string }> {
  const { articleId, revisionId } = await createArticle(null, 'ar', content(slug, changes))
  assert.equal(await publishArticle(articleId, { now }), 'published')
  return { id: articleId, revisionId }
}

async function addPicture(sourceId: string, width: number, expiresAt: Date | null): Promise<string> {
  const [row] = await db
    .insert(media)
    .values({ sourceId, contentHash: sourceId, mimeType: 'image/webp', width, height: width / 2, expiresAt })
    .returning({ id: media.id })
  return row?.id ?? assert.fail('not saved')
}

const hero = (mediaId: string) => ({ hero: { mediaId, caption: null, alt: null } })

test('A card is drawn for the live revision, listed and announced; a second run draws nothing', async () => {
  const { id, revisionId } = await publish('one')
  assert.equal(await findSocialCard(db, revisionId), null)
  assert.equal(await makeSocialCard(id), 'drawn')
  const card = await findSocialCard(db, revisionId)
  assert.ok(card)
  const opened = await servedFiles().openRead(card.file)
  const { format, width, height, exif } = await sharp(await buffer(opened?.stream ?? assert.fail('no file'))).metadata()
  assert.deepEqual([format, width, height, exif], ['jpeg', 1200, 630, undefined])
  const [last] = await db.select({ tags: notices.tags }).from(notices).orderBy(desc(notices.id)).limit(1)
  assert.deepEqual(last?.tags, [tagOf.article(id)])
  assert.equal(await makeSocialCard(id), 'not-needed')
})

test('A new headline has a card of its own, and the old one is forgotten', async () => {
  const first = await publish('two')
  await makeSocialCard(first.id)
  const revisionId = await reviseArticle(null, first.id, content('two', { headline: 'عنوان آخر' }), '')
  await publishArticle(first.id, { now })
  assert.equal(await findSocialCard(db, revisionId), null)
  assert.equal(await makeSocialCard(first.id), 'drawn')
  assert.ok(await findSocialCard(db, revisionId))
  assert.equal(await findSocialCard(db, first.revisionId), null)
})

test('No card where a hero serves for ever, nor where readers find nothing', async () => {
  const lasting = await publish('three', hero(await addPicture('lasting', 2400, null)))
  const expiring = await publish('four', hero(await addPicture('expiring', 2400, new Date('2030-01-01T00:00:00Z'))))
  const small = await publish('five', hero(await addPicture('small', 300, null)))
  const withdrawn = await publish('six')
  await withdrawArticle(withdrawn.id, { kind: 'withdrawn', note: '', now })
  assert.equal(await makeSocialCard(lasting.id), 'not-needed')
  assert.equal(await makeSocialCard(withdrawn.id), 'not-needed')

  const ids = [lasting.id, expiring.id, small.id, withdrawn.id]
  await db.execute(sql`delete from pgboss.job where name = 'draw-social-card'`)
  await db.transaction((tx) => promiseSocialCards(tx, ids))
  const jobs = await db.execute<{ id: string }>(
    sql`select data->>'articleId' as id from pgboss.job where name = 'draw-social-card'`,
  )
  assert.deepEqual([...jobs].map((job) => job.id).sort(), [expiring.id, small.id].sort())
})

test('An article that was withdrawn while its card was drawn gets none', async () => {
  const { id, revisionId } = await publish('seven')
  let drawing: Promise<string> | undefined
  await db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from listed_articles where article_id = ${id} for update`)
    drawing = makeSocialCard(id)
    while (!(await isWaitedFor())) await new Promise(setImmediate)
    await tx.execute(sql`delete from listed_articles where article_id = ${id}`)
    await tx.update(articles).set({ status: 'withdrawn', withdrawnAt: now }).where(eq(articles.id, id))
  })
  assert.equal(await drawing, 'changed')
  assert.equal(await findSocialCard(db, revisionId), null)
})

async function isWaitedFor(): Promise<boolean> {
  const rows = await db.execute(
    sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}

test('Hostile and endless words make a card like any other', async () => {
  const headlines = [
    '<span size="999999">&amp; <b>',
    'x'.repeat(5000),
    'word '.repeat(2000),
    '\u0000\u202e\ud800',
    '',
    '🙂'.repeat(300),
  ]
  for (const headline of headlines) {
    const card = await drawSocialCard({ publication: headline, kicker: headline, headline, language: 'en' }, '<x/>')
    const { width, height } = await sharp(card).metadata()
    assert.deepEqual([width, height], [1200, 630])
  }
})

test('Arabic letters join, in our own font', async () => {
  const width = async (text: string) =>
    (await drawText(text, { size: 80, colour: '#000', direction: 'rtl', width: 2000 }))?.width ?? 0
  const joined = await width('كلمتهم')
  const apart = await width([...'كلمتهم'].join('\u200c'))
  assert.ok(joined > 0 && joined < 0.85 * apart)
})

test('A headline is cut between words', () => {
  assert.equal(shortened('One two three', 13), 'One two three')
  assert.equal(shortened('One two three', 9), 'One two…')
  assert.equal(shortened('Onetwothree', 5), 'Onetw…')
  assert.equal(shortened('🙂🙂🙂', 2), '🙂🙂…')
})

test('A hero serves as card when it is large enough and may stay', () => {
  assert.equal(needsDrawnCard({ hasCard: true, expiresAt: null }), false)
  assert.equal(needsDrawnCard({ hasCard: false, expiresAt: null }), true)
  assert.equal(needsDrawnCard({ hasCard: true, expiresAt: now }), true)
  assert.equal(needsDrawnCard(null), true)
})
