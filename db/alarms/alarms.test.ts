import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { settleDue } from '../articles/due'
import { articles } from '../articles/schema'
import { db } from '../client'
import { noteInstance } from '../receipts/commands'
import { receiptPlaces } from '../receipts/rules'
import { appearances, instances } from '../receipts/schema'
import { testDatabase } from '../testing'
import { makePublished, makeSection, someContent } from '../testing-content'
import { listAlarms as listAllAlarms } from './queries'

await testDatabase()
const news = await makeSection('en', 'news')
const at = new Date('2026-05-01T06:00:00Z')
const before = new Date('2026-05-01T05:00:00Z')
const later = new Date('2026-05-01T07:00:00Z')
const editor = { personId: randomUUID(), role: 'editor' as const, sectionIds: [news] }

/** Those of articles. */
async function listAlarms(...asked: Parameters<typeof listAllAlarms>) {
  return (await listAllAlarms(...asked)).filter((alarm) => alarm.kind !== 'sign-ups')
}

test('the desk is told of what stays due, was held back, or is not to be seen', async () => {
  const overdue = await makePublished('en', someContent(news, 'Overdue'), at, before)
  assert.deepEqual(await listAlarms(editor, new Date(at.getTime() + 4000)), [])
  const [alarm] = await listAlarms(editor, later)
  assert.deepEqual(alarm, { articleId: overdue, headline: 'Overdue', language: 'en', at, kind: 'overdue' })
  await settleDue(later)
  assert.deepEqual(await listAlarms(editor, later), [])

  const held = await makePublished('en', someContent(news, 'Held'), at, before)
  await db.update(articles).set({ legalHold: true }).where(eq(articles.id, held))
  await settleDue(later)
  assert.deepEqual(
    (await listAlarms(editor, later)).map(({ articleId, kind }) => [articleId, kind]),
    [[held, 'held']],
  )
  await db.update(articles).set({ legalHold: false }).where(eq(articles.id, held))

  await noteInstance(randomUUID())
  await db.update(instances).set({ startedAt: sql`now() - interval '1 minute'` })
  const missing = await makePublished('en', someContent(news, 'Missing'), new Date())
  assert.deepEqual(await listAlarms(editor, later), [])
  await db.update(appearances).set({ visibleAt: sql`now() - interval '6 seconds'` }).where(eq(appearances.articleId, missing))
  const [last, ...others] = await listAlarms(editor, later)
  assert.deepEqual([last?.articleId, last?.kind === 'missing' && last.places, others], [missing, [...receiptPlaces], []])
})

test('nobody is told of what is not theirs to see', async () => {
  await makePublished('en', someContent(news, 'Another'), at, before)
  const asked = (role: 'contributor' | 'admin' | 'publisher') => listAlarms({ ...editor, role, sectionIds: [] }, later)
  assert.equal((await asked('publisher')).at(-1)?.headline, 'Another')
  assert.deepEqual(await asked('contributor'), [])
  assert.deepEqual(await asked('admin'), [])
})
