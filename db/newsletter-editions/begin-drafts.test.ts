import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { db } from '../client'
import { corrections } from '../corrections/schema'
import { newsletters } from '../newsletters/schema'
import { saveSettings } from '../settings/commands'
import { unnamedSettings } from '../settings/rules'
import { testDatabase } from '../testing'
import { makePublished, makeSection, someContent } from '../testing-content'
import { makeActor } from '../testing-staff'
import { beginDueDrafts } from './begin-drafts'
import { beginCorrection } from './correcting'
import { findDeskEdition, listEditions } from './desk'
import { freezeItems, makeEdition, makeNewsletter } from './testing-editions'

await testDatabase()
await db.transaction((tx) => saveSettings(tx, { ...unnamedSettings, timeZone: 'Asia/Jerusalem' }))
const friday = new Date('2026-11-27T13:02:00Z')
const editor = await makeActor('editor', friday)
const sectionId = await makeSection('en', 'features')
const publish = (headline: string, at: string) => makePublished('en', someContent(sectionId, headline), new Date(at), friday)

const [oldest, middle, newest] = [
  await publish('Oldest', '2026-11-01T09:00:00Z'),
  await publish('Middle', '2026-11-10T09:00:00Z'),
  await publish('Newest', '2026-11-20T09:00:00Z'),
]
await publish('Still ahead', '2026-12-20T09:00:00Z')

const recurring = { draftSectionId: sectionId, draftLength: 2, draftWeekdays: [5], draftMinute: 15 * 60 }
const weeklyId = await makeNewsletter('weekly', 'en', { en: 'Weekly' }, recurring)

test('the job run twice, and by two workers at once, begins one draft of the newest articles', async () => {
  const begun = await Promise.all([beginDueDrafts(friday), beginDueDrafts(friday)])
  const [editionId = ''] = begun.flat()
  assert.equal(begun.flat().length, 1)
  assert.deepEqual(await beginDueDrafts(new Date('2026-11-27T13:07:00Z')), [])
  const edition = await findDeskEdition(editor, editionId, friday)
  assert.equal(edition?.content.subject, 'Newest')
  assert.deepEqual(
    edition?.content.items.map((item) => item.kind === 'article' && item.articleId),
    [newest, middle],
  )
  assert.equal((await listEditions(weeklyId, { before: null, limit: 9 }))[0]?.isAutomatic, true)
})

test('the next turn takes what stood in no edition yet, and one without anything new begins nothing', async () => {
  const nextFriday = new Date('2026-12-04T13:02:00Z')
  const [editionId = ''] = await beginDueDrafts(nextFriday)
  const edition = await findDeskEdition(editor, editionId, nextFriday)
  assert.deepEqual(
    edition?.content.items.map((item) => item.kind === 'article' && item.articleId),
    [oldest],
  )
  assert.deepEqual(await beginDueDrafts(new Date('2026-12-11T13:02:00Z')), [])
})

test('before its time, and of a closed newsletter, no draft begins', async () => {
  const own = await makeNewsletter('closed', 'en', { en: 'Closed' }, recurring)
  assert.deepEqual(await beginDueDrafts(new Date('2026-11-27T12:59:00Z')), [])
  await db.update(newsletters).set({ isOpen: false }).where(eq(newsletters.id, own))
  assert.deepEqual(await beginDueDrafts(new Date('2026-11-27T13:30:00Z')), [])
})

const wording = () => 'Correction: {subject}'

test('a correction mail begins with what readers were told since about the articles of the edition', async () => {
  const sentAt = new Date('2026-11-21T09:00:00Z')
  const article = { kind: 'article' as const, headline: '', blurb: '', mediaId: null, showsPicture: true }
  const editionId = await makeEdition(weeklyId, 50, [
    { ...article, articleId: newest },
    { ...article, articleId: middle },
  ])
  assert.deepEqual(await beginCorrection(editor, editionId, wording, friday), { outcome: 'not-sent' })
  await freezeItems(editionId, sentAt)
  const told = (articleId: string, text: string, correctedAt: string) => ({
    ...{ articleId, type: 'correction' as const, text, status: 'approved' as const, correctedAt: new Date(correctedAt) },
  })
  await db
    .insert(corrections)
    .values([
      told(newest, 'The year was 1869.', '2026-11-22T09:00:00Z'),
      told(middle, 'Told before it was sent.', '2026-11-12T09:00:00Z'),
    ])
  const begun = await beginCorrection(editor, editionId, wording, friday)
  if (begun.outcome !== 'begun') throw new Error(begun.outcome)
  const correction = await findDeskEdition(editor, begun.id, friday)
  assert.deepEqual([correction?.kind, correction?.corrects], ['correction', { id: editionId, number: 50 }])
  assert.deepEqual(correction?.content, {
    ...{ subject: 'Correction: Edition 50', preheader: '' },
    items: [
      { kind: 'text', text: 'The year was 1869.' },
      { ...article, articleId: newest, showsPicture: false },
    ],
  })
})
