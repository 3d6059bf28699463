import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { db } from '../client'
import { events } from '../events/schema'
import { media } from '../media/schema'
import { saveSettings } from '../settings/commands'
import { unnamedSettings } from '../settings/rules'
import { testDatabase } from '../testing'
import { makePublished, makeSection, someContent } from '../testing-content'
import { makeActor } from '../testing-staff'
import { findDeskEdition, listEditions } from './desk'
import { beginEdition, discardEdition, duplicateEdition, findVersion, saveEdition } from './editing'
import type { EditionInput, ItemInput } from './rules'
import { newsletterEditions } from './schema'
import { freezeItems, makeEdition, makeNewsletter } from './testing-editions'
import { approveEdition, returnEdition, scheduleEdition, sendEditionNow, submitEdition, unscheduleEdition } from './workflow'

await testDatabase()
await db.transaction((tx) => saveSettings(tx, { ...unnamedSettings, timeZone: 'Asia/Jerusalem' }))
const now = new Date('2026-11-28T09:00:00Z')
const later = new Date('2026-11-29T06:00:00Z')
const editor = await makeActor('editor', now, { name: 'Edda' })
const second = await makeActor('editor', now, { name: 'Sam' })
const sender = {
  ...{
    senderName: 'Weekly',
    senderAddress: 'weekly@news.example.org',
    listId: 'weekly.news.example.org',
    postalAddress: '1 Street',
  },
}
const newsletterId = await makeNewsletter('weekly', 'en', { en: 'Weekly' }, sender)
const sectionId = await makeSection('en', 'news')
const articleId = await makePublished('en', someContent(sectionId, 'First story'), new Date('2026-11-27T09:00:00Z'), now)

const article = (id: string): ItemInput => ({
  ...{ kind: 'article', articleId: id, headline: '', blurb: '', mediaId: null, showsPicture: true },
})
const saying = (subject: string, items: ItemInput[] = [article(articleId)]): EditionInput => ({ subject, preheader: '', items })

async function begin(): Promise<string> {
  const begun = await beginEdition(editor, newsletterId, now)
  if (begun.outcome !== 'begun') throw new Error(begun.outcome)
  return begun.id
}

async function save(editionId: string, version: number, content: unknown, who = editor) {
  return saveEdition(who, editionId, { version, content }, now)
}

/** An edition that somebody else has approved, in its second version. */
async function approved(content = saying('Approved')): Promise<string> {
  const editionId = await begin()
  await save(editionId, 1, content)
  await submitEdition(editor, { editionId, version: 2 }, now)
  assert.deepEqual(await approveEdition(second, { editionId, version: 2 }, now), { outcome: 'done' })
  return editionId
}

const wish = { sendAt: later, timing: 'absolute' as const, htmlBytes: 20_000 }
const statusOf = async (editionId: string) => (await findDeskEdition(editor, editionId, now))?.status

test('editions count from 1, and two that are begun at once get two numbers', async () => {
  const own = await makeNewsletter('counted', 'en', { en: 'Counted' })
  await Promise.all(Array.from({ length: 5 }, () => beginEdition(editor, own, now)))
  const listed = await listEditions(own, { before: null, limit: 10 })
  assert.deepEqual(
    listed.map(({ number }) => number),
    [5, 4, 3, 2, 1],
  )
})

test('whoever may not write begins none', async () => {
  const reporter = await makeActor('reporter', now)
  assert.deepEqual(await beginEdition(reporter, newsletterId, now), { outcome: 'not-allowed' })
  assert.deepEqual(await beginEdition(editor, randomUUID(), now), { outcome: 'unknown' })
})

test('an edition is saved whole, in order, and every version is kept', async () => {
  const editionId = await begin()
  const items: ItemInput[] = [
    { kind: 'heading', headline: 'This week' },
    { ...article(articleId), headline: 'In other words', blurb: 'A blurb' } as ItemInput,
    { kind: 'text', text: 'One.\n\nTwo.' },
  ]
  assert.deepEqual(await save(editionId, 1, saying('Subject', items)), { outcome: 'saved', version: 2, status: 'draft' })
  assert.deepEqual(await save(editionId, 2, saying('Subject', items.toReversed())), {
    outcome: 'saved',
    version: 3,
    status: 'draft',
  })
  assert.deepEqual((await findDeskEdition(editor, editionId, now))?.content, saying('Subject', items.toReversed()))
  assert.deepEqual(await findVersion(editionId, 2), saying('Subject', items))
  assert.deepEqual(await findVersion(editionId, 1), { subject: '', preheader: '', items: [] })
})

test('of two who save at once the second is given what the first wrote, and neither text is lost', async () => {
  const editionId = await begin()
  const saved = await Promise.all([save(editionId, 1, saying('Mine')), save(editionId, 1, saying('Theirs'), second)])
  const [conflict] = saved.filter(({ outcome }) => outcome === 'conflict')
  const kept = (await findDeskEdition(editor, editionId, now))?.content
  assert.equal(conflict?.outcome === 'conflict' && conflict.version, 2)
  assert.deepEqual(conflict?.outcome === 'conflict' && conflict.content, kept)
  // The second decides for their own: the first's stays a version.
  const other = kept?.subject === 'Mine' ? saying('Theirs') : saying('Mine')
  assert.equal((await save(editionId, 2, other)).outcome, 'saved')
  assert.deepEqual(await findVersion(editionId, 2), kept)
})

test('saving what stands there already changes nothing, whatever version was seen', async () => {
  const editionId = await begin()
  await save(editionId, 1, saying('Same'))
  assert.deepEqual(await save(editionId, 1, saying('Same')), { outcome: 'unchanged', version: 2, status: 'draft' })
})

test('what is no edition, or names what is not there, is not saved', async () => {
  const editionId = await begin()
  assert.deepEqual(await save(editionId, 1, { subject: 'x'.repeat(201), preheader: '', items: [] }), { outcome: 'invalid' })
  assert.deepEqual(await save(editionId, 1, saying('Gone', [article(randomUUID())])), { outcome: 'invalid' })
  assert.deepEqual(await save(editionId, 1, saying('Gone', [{ kind: 'picture', mediaId: randomUUID(), text: '' }])), {
    outcome: 'invalid',
  })
})

test('nobody submits without a subject and something in it', async () => {
  const editionId = await begin()
  assert.deepEqual(await submitEdition(editor, { editionId, version: 1 }, now), {
    outcome: 'problems',
    problems: [{ kind: 'no-subject' }, { kind: 'no-items' }],
  })
})

test('approving takes a second person, and the version that is there', async () => {
  const editionId = await begin()
  await save(editionId, 1, saying('For review'))
  await submitEdition(editor, { editionId, version: 2 }, now)
  assert.deepEqual(await approveEdition(editor, { editionId, version: 2 }, now), { outcome: 'second-person' })
  assert.deepEqual(await approveEdition(second, { editionId, version: 1 }, now), { outcome: 'changed-meanwhile' })
  // Whoever changes it in review is the one who needs somebody else.
  await save(editionId, 2, saying('Changed in review'), second)
  assert.deepEqual(await approveEdition(second, { editionId, version: 3 }, now), { outcome: 'second-person' })
  assert.deepEqual(await approveEdition(editor, { editionId, version: 3 }, now), { outcome: 'done' })
})

test('a newsroom of one approves its own', async () => {
  await db.transaction((tx) => saveSettings(tx, { ...unnamedSettings, timeZone: 'Asia/Jerusalem', fourEyes: false }))
  const editionId = await begin()
  await save(editionId, 1, saying('Alone'))
  await submitEdition(editor, { editionId, version: 2 }, now)
  assert.deepEqual(await approveEdition(editor, { editionId, version: 2 }, now), { outcome: 'done' })
  await db.transaction((tx) => saveSettings(tx, { ...unnamedSettings, timeZone: 'Asia/Jerusalem' }))
})

test('an edition that is given back says why until it is submitted again', async () => {
  const editionId = await approved()
  assert.deepEqual(await returnEdition(second, { editionId, version: 2 }, 'Too long', now), { outcome: 'done' })
  const returned = await findDeskEdition(editor, editionId, now)
  assert.deepEqual([returned?.status, returned?.returnReason], ['draft', 'Too long'])
  await submitEdition(editor, { editionId, version: 2 }, now)
  assert.equal((await findDeskEdition(editor, editionId, now))?.returnReason, '')
  const told = await db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, editionId), eq(events.action, 'newsletter-edition.returned')))
  assert.deepEqual(told[0]?.details, { version: 2 })
})

test('what is changed after its approval is in review again, and off the schedule', async () => {
  const editionId = await approved()
  assert.deepEqual(await scheduleEdition(editor, { editionId, version: 2 }, wish, now), { outcome: 'done' })
  assert.deepEqual(await save(editionId, 2, saying('Changed')), { outcome: 'saved', version: 3, status: 'review' })
  const edition = await findDeskEdition(editor, editionId, now)
  assert.deepEqual([edition?.status, edition?.sendAt, edition?.approvedBy], ['review', null, ''])
})

test('an edit and the approval at once: either the new version waits for approval, or the approval comes too late', async () => {
  const editionId = await begin()
  await save(editionId, 1, saying('First'))
  await submitEdition(editor, { editionId, version: 2 }, now)
  const [saved, moved] = await Promise.all([
    save(editionId, 2, saying('Edited')),
    approveEdition(second, { editionId, version: 2 }, now),
  ])
  assert.equal(saved.outcome, 'saved')
  assert.ok(moved.outcome === 'done' || moved.outcome === 'changed-meanwhile')
  assert.equal(await statusOf(editionId), 'review')
})

test('an edit and the schedule at once never leave a version scheduled that nobody approved', async () => {
  for (let round = 0; round < 5; round++) {
    const editionId = await approved()
    await Promise.all([
      save(editionId, 2, saying(`Edited ${round}`)),
      scheduleEdition(editor, { editionId, version: 2 }, wish, now),
    ])
    const [row] = await db.select().from(newsletterEditions).where(eq(newsletterEditions.id, editionId))
    assert.deepEqual([row?.status, row?.approvedVersion, row?.version], ['review', null, 3])
  }
})

test('from freezing on nothing is edited, returned, unscheduled or discarded', async () => {
  const editionId = await approved()
  await scheduleEdition(editor, { editionId, version: 2 }, wish, now)
  await db.update(newsletterEditions).set({ status: 'freezing' }).where(eq(newsletterEditions.id, editionId))
  assert.deepEqual(await save(editionId, 2, saying('Too late')), { outcome: 'wrong-state' })
  assert.deepEqual(await returnEdition(second, { editionId, version: 2 }, 'No', now), { outcome: 'wrong-state' })
  assert.deepEqual(await unscheduleEdition(editor, { editionId, version: 2 }, now), { outcome: 'wrong-state' })
  assert.equal(await discardEdition(editor, editionId, now), 'wrong-state')
})

test('scheduling asks for a moment ahead, within a year, and the second factor of now', async () => {
  const editionId = await approved()
  const seen = { editionId, version: 2 }
  const at = (sendAt: Date) => ({ ...wish, sendAt })
  assert.deepEqual(await scheduleEdition(editor, seen, at(now), now), { outcome: 'in-the-past' })
  assert.deepEqual(await scheduleEdition(editor, seen, at(new Date('2028-01-01T00:00:00Z')), now), { outcome: 'too-far' })
  const stale = { ...editor, confirmedAt: new Date('2026-11-28T08:00:00Z') }
  assert.deepEqual(await scheduleEdition(stale, seen, wish, now), { outcome: 'ask-again' })
  assert.deepEqual(await scheduleEdition(editor, seen, wish, now), { outcome: 'done' })
  assert.deepEqual(await unscheduleEdition(editor, seen, now), { outcome: 'done' })
  assert.equal(await statusOf(editionId), 'approved')
  assert.deepEqual(await sendEditionNow(editor, seen, 20_000, now), { outcome: 'done' })
  const sent = await findDeskEdition(editor, editionId, now)
  assert.deepEqual([sent?.status, sent?.sendAt], ['scheduled', now])
})

test('an edition is not scheduled with what readers may not see then, a right that has ended, or too many bytes', async () => {
  const ahead = await makePublished('en', someContent(sectionId, 'Ahead'), new Date('2026-11-29T07:00:00Z'), now)
  const [picture] = await db
    .insert(media)
    .values({ sourceId: 'ending', contentHash: 'x', mimeType: 'image/png', width: 10, height: 10, expiresAt: later })
    .returning({ id: media.id })
  const items: ItemInput[] = [article(articleId), article(ahead), { kind: 'picture', mediaId: picture?.id ?? '', text: '' }]
  const editionId = await approved(saying('Faulty', items))
  assert.deepEqual(await scheduleEdition(editor, { editionId, version: 2 }, { ...wish, htmlBytes: 98_000 }, now), {
    outcome: 'problems',
    problems: [
      { kind: 'article', index: 1 },
      { kind: 'picture', index: 2 },
      { kind: 'size', bytes: 98_000 },
    ],
  })
  // An hour later the article is out, if all get it at one moment; at eight o'clock of each recipient the first would get it before.
  const seen = { editionId: await approved(saying('Late', [article(ahead)])), version: 2 }
  const eight = { sendAt: new Date('2026-11-29T08:00:00Z'), htmlBytes: 1 }
  assert.equal((await scheduleEdition(editor, seen, { ...eight, timing: 'recipient' }, now)).outcome, 'problems')
  assert.deepEqual(await scheduleEdition(editor, seen, { ...eight, timing: 'absolute' }, now), { outcome: 'done' })
})

test('without a sender nothing is scheduled', async () => {
  const own = await makeNewsletter('senderless', 'en', { en: 'Senderless' })
  const by = { approvedById: second.personId, approvedVersion: 1, changedById: editor.personId }
  const editionId = await makeEdition(own, 1, [article(articleId)], { status: 'approved', ...by })
  assert.deepEqual(await scheduleEdition(editor, { editionId, version: 1 }, wish, now), {
    outcome: 'problems',
    problems: [{ kind: 'sender', missing: ['senderAddress', 'senderName', 'listId', 'postalAddress'] }],
  })
})

test('an edition is begun again as it was, sent or not', async () => {
  const first = await makeEdition(newsletterId, 900, [{ kind: 'heading', headline: 'Again' }])
  await freezeItems(first, now)
  const copy = await duplicateEdition(editor, first, now)
  if (copy.outcome !== 'begun') throw new Error(copy.outcome)
  const edition = await findDeskEdition(editor, copy.id, now)
  assert.equal(edition?.number, 901)
  assert.deepEqual(edition?.content.items, [{ kind: 'heading', headline: 'Again' }])
})

test('a discarded edition is gone, and the log knows it was there', async () => {
  const editionId = await begin()
  assert.equal(await discardEdition(editor, editionId, now), 'discarded')
  assert.equal(await findDeskEdition(editor, editionId, now), null)
  assert.equal(await discardEdition(editor, editionId, now), 'unknown')
  const told = await db.select({ action: events.action }).from(events).where(eq(events.subjectId, editionId)).orderBy(events.id)
  assert.deepEqual(told.at(-1), { action: 'newsletter-edition.discarded' })
})
