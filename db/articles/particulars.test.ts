import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desc, eq } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { db } from '../client'
import { events } from '../events/schema'
import { notices } from '../notices/schema'
import { testDatabase } from '../testing'
import { makeSection, someContent } from '../testing-content'
import { makeActor, makeDraft } from '../testing-staff'
import { publishArticle } from './commands'
import { changeEmbargo, changeParticulars } from './particulars'
import type { Particulars } from './rules'
import { articles } from './schema'
import { particularsOf } from './workflow-rules'

await testDatabase()

const now = new Date('2026-11-27T12:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const news = await makeSection('en', 'news')
const reporter = await makeActor('reporter', now)
const editor = await makeActor('editor', now)

async function rowOf(articleId: string) {
  const [row] = await db.select().from(articles).where(eq(articles.id, articleId))
  if (!row) throw new Error('There is no such article.')
  return row
}

async function begin(headline: string): Promise<{ articleId: string; seen: Particulars }> {
  const { articleId } = await makeDraft(reporter, 'en', someContent(news, headline))
  return { articleId, seen: particularsOf(await rowOf(articleId)) }
}

async function lastEvent() {
  const [row] = await db.select().from(events).orderBy(desc(events.id)).limit(1)
  return row
}

test('writers keep notes, editors decide about republishing; the log names the fields and not what is in them', async () => {
  const { articleId, seen } = await begin('Particulars')
  const notes = { ...seen, notes: 'Call the ministry.', deskSlug: 'canal' }
  assert.equal(await changeParticulars(reporter, articleId, { seen, wanted: notes }, now), 'changed')
  assert.deepEqual((await lastEvent())?.details, { fields: ['deskSlug', 'notes'] })
  const open = { ...notes, republishing: 'open' as const }
  assert.equal(await changeParticulars(reporter, articleId, { seen: notes, wanted: open }, now), 'not-allowed')
  assert.equal(await changeParticulars(editor, articleId, { seen: notes, wanted: open }, now), 'changed')
  assert.equal(await changeParticulars(editor, articleId, { seen: notes, wanted: open }, now), 'unchanged')
  assert.deepEqual(particularsOf(await rowOf(articleId)), open)
})

test('of two who change particulars at once nobody overwrites the other', async () => {
  const { articleId, seen } = await begin('Two at once')
  const change = (wanted: Partial<Particulars>) =>
    changeParticulars(editor, articleId, { seen, wanted: { ...seen, ...wanted } }, now)
  assert.equal(await change({ notes: 'Mine' }), 'changed')
  assert.equal(await change({ deskSlug: 'canal' }), 'changed', 'another field')
  assert.equal(await change({ notes: 'Theirs' }), 'changed-meanwhile')
  const { notes, deskSlug } = await rowOf(articleId)
  assert.deepEqual([notes, deskSlug], ['Mine', 'canal'])
})

test('what readers see of them is announced, and what is out is not hidden by a flag', async () => {
  const { articleId, seen } = await begin('Out')
  await publishArticle(articleId, { now })
  const [before] = await db.select().from(notices).orderBy(desc(notices.id)).limit(1)
  await changeParticulars(editor, articleId, { seen, wanted: { ...seen, notes: 'For us' } }, now)
  const [same] = await db.select().from(notices).orderBy(desc(notices.id)).limit(1)
  assert.equal(same?.id, before?.id)
  await changeParticulars(editor, articleId, { seen, wanted: { ...seen, republishing: 'never' } }, now)
  const [notice] = await db.select().from(notices).orderBy(desc(notices.id)).limit(1)
  assert.ok(notice?.tags.includes(tagOf.article(articleId)))
  const hidden = { seen, wanted: { ...seen, doNotPublish: true } }
  assert.equal(await changeParticulars(editor, articleId, hidden, now), 'published-already')
})

test('an embargo is set by whoever writes, and shortened by an editor', async () => {
  const { articleId } = await begin('Embargoed')
  const set = (actor: typeof editor, until: Date | null) => changeEmbargo(actor, articleId, { until, note: 'The ministry.' }, now)
  assert.equal(await set(reporter, hours(-1)), 'in-the-past')
  assert.equal(await set(reporter, hours(2)), 'changed')
  assert.equal(await set(reporter, hours(2)), 'unchanged')
  assert.equal(await set(reporter, hours(3)), 'changed')
  assert.equal(await set(reporter, hours(1)), 'not-allowed')
  assert.equal(await set(reporter, null), 'not-allowed')
  assert.equal(await set(editor, null), 'changed')
  assert.deepEqual((await lastEvent())?.details, { until: null, before: hours(3).toISOString() })
  const { embargoUntil } = await rowOf(articleId)
  assert.equal(embargoUntil, null)
})

test('what is scheduled earlier or live already gets no embargo', async () => {
  const { articleId } = await begin('Scheduled')
  await publishArticle(articleId, { now, publishAt: hours(1) })
  assert.equal(await changeEmbargo(editor, articleId, { until: hours(2), note: '' }, now), 'scheduled-earlier')
  assert.equal(await changeEmbargo(editor, articleId, { until: hours(1), note: '' }, now), 'changed')
  assert.equal(await changeEmbargo(editor, articleId, { until: hours(4), note: '' }, hours(2)), 'published-already')
})
