import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { createArticle } from '../articles/commands'
import { mayRead } from '../articles/rights'
import { articles } from '../articles/schema'
import { changes } from '../changes/schema'
import { db } from '../client'
import { staffRoles } from '../people/rules'
import { testDatabase } from '../testing'
import { makePublished, makeSection, someContent } from '../testing-content'
import { makeActor } from '../testing-staff'
import { listCalendar } from './queries'
import { type CalendarEntry, entriesOfDay } from './rules'

await testDatabase()
const now = new Date('2026-10-20T12:00:00Z')
const news = await makeSection('en', 'news')
const actualites = await makeSection('fr', 'actualites')
const editor = await makeActor('editor', now)
const reporter = await makeActor('reporter', now)
const nothing = { language: '', section: '' }

type Row = Partial<typeof articles.$inferInsert>

/** An article in whatever state, past the commands that lead there: the calendar reads rows and asks for no history. */
async function make(headline: string, { language = 'en', sectionId = news, ...row }: Row): Promise<string> {
  const { articleId } = await createArticle(null, language, someContent(sectionId, headline))
  const live = row.status === 'scheduled' ? { liveRevisionId: articles.headRevisionId } : {}
  await db
    .update(articles)
    .set({ ...row, ...live })
    .where(eq(articles.id, articleId))
  return articleId
}

const brief = ({ headline, kind, day }: CalendarEntry) => `${day} ${headline} ${kind}`

async function ask(first: string, last: string, asked = nothing, timeZone = 'Europe/Paris') {
  return listCalendar(editor, asked, { first, last, now, timeZone })
}

test('every kind stands on its day, in the order of the clock', async () => {
  await make('Tomorrow', { status: 'scheduled', publishAt: new Date('2026-10-21T06:00:00Z') })
  await make('Just now', { status: 'scheduled', publishAt: new Date('2026-10-20T11:59:00Z') })
  await make('Under embargo', { status: 'ready', embargoUntil: new Date('2026-10-21T05:00:00Z') })
  await make('For review', { status: 'in_review', dueAt: new Date('2026-10-21T05:30:00Z') })
  await make('Brève', { language: 'fr', sectionId: actualites, dueAt: new Date('2026-10-22T05:30:00Z') })
  await makePublished('en', someContent(news, 'Yesterday'), new Date('2026-10-19T10:00:00Z'), now)
  const long = await makePublished('en', someContent(news, 'Long ago'), new Date('2026-09-01T10:00:00Z'), now)
  // Nothing published is due any more.
  await db
    .update(articles)
    .set({ dueAt: new Date('2026-10-21T09:00:00Z') })
    .where(eq(articles.id, long))
  const { entries, leftOut } = await ask('2026-10-19', '2026-10-25')
  assert.deepEqual(entries.map(brief), [
    '2026-10-19 Yesterday appeared',
    '2026-10-20 Just now appeared',
    '2026-10-21 Under embargo embargo',
    '2026-10-21 For review due',
    '2026-10-21 Tomorrow appears',
    '2026-10-22 Brève due',
  ])
  assert.equal(leftOut.size, 0)
})

test('edition and section leave what they say', async () => {
  const headlines = async (asked: typeof nothing) =>
    (await ask('2026-10-21', '2026-10-22', asked)).entries.map((one) => one.headline)
  assert.deepEqual(await headlines({ language: 'fr', section: '' }), ['Brève'])
  assert.deepEqual(await headlines({ language: '', section: actualites }), ['Brève'])
  assert.deepEqual(await headlines({ language: 'en', section: actualites }), [])
})

test('a day is as long as the clock makes it', async () => {
  // In Paris the clocks go back on 25 October 2026 and forward on 28 March 2027: days of 25 and of 23 hours.
  for (const [headline, moment] of [
    ['First minute of the long day', '2026-10-24T22:00:00Z'],
    ['Last minute of the long day', '2026-10-25T22:59:00Z'],
    ['After the long day', '2026-10-25T23:00:00Z'],
    ['First minute of the short day', '2027-03-27T23:00:00Z'],
    ['Last minute of the short day', '2027-03-28T21:59:00Z'],
    ['After the short day', '2027-03-28T22:00:00Z'],
  ] as const)
    await make(headline, { status: 'draft', dueAt: new Date(moment) })
  const on = async (day: string) => (await ask(day, day)).entries.map((one) => one.headline)
  assert.deepEqual(await on('2026-10-25'), ['First minute of the long day', 'Last minute of the long day'])
  assert.deepEqual(await on('2026-10-26'), ['After the long day'])
  assert.deepEqual(await on('2027-03-28'), ['First minute of the short day', 'Last minute of the short day'])
  // Elsewhere the same moments are of other days.
  const { entries } = await ask('2026-10-25', '2026-10-25', nothing, 'America/New_York')
  assert.deepEqual(entries.map(brief), ['2026-10-25 Last minute of the long day due', '2026-10-25 After the long day due'])
})

test('changes to live articles stand on their days too', async () => {
  const articleId = await makePublished('en', someContent(news, 'Ongoing'), new Date('2026-01-01T10:00:00Z'), now)
  const [row] = await db.select({ head: articles.headRevisionId }).from(articles).where(eq(articles.id, articleId))
  const revisionId = row?.head ?? ''
  const change = {
    articleId,
    purpose: 'New figures',
    authorId: editor.personId,
    baseRevisionId: revisionId,
    headRevisionId: revisionId,
  }
  const publishAt = new Date('2026-12-02T08:00:00Z')
  await db.insert(changes).values([
    { ...change, dueAt: new Date('2026-12-01T08:00:00Z') },
    { ...change, status: 'scheduled', publishAt, scheduledRevisionId: revisionId },
    { ...change, status: 'discarded', dueAt: publishAt, publishAt },
  ])
  const { entries } = await ask('2026-12-01', '2026-12-02')
  assert.deepEqual(entries.map(brief), ['2026-12-01 Ongoing change-due', '2026-12-02 Ongoing change'])
  assert.equal(new Set(entries.map(({ key }) => key)).size, 2)
})

test('everybody sees what the rule lets them see', async () => {
  await make('Of a reporter', { ownerId: reporter.personId, dueAt: new Date('2026-11-03T09:00:00Z') })
  await make('Of nobody', { dueAt: new Date('2026-11-03T10:00:00Z') })
  const rows = await db.select().from(articles).where(sql`due_at >= '2026-11-03' and due_at < '2026-11-04'`)
  for (const role of staffRoles)
    for (const { personId } of [reporter, editor]) {
      const actor = { ...editor, personId, role }
      const { entries } = await listCalendar(actor, nothing, { first: '2026-11-03', last: '2026-11-03', now, timeZone: 'UTC' })
      assert.equal(entries.length, rows.filter((row) => mayRead(actor, row)).length, role)
    }
})

test('of a day with very much what is planned is shown first, and the rest is counted', async () => {
  for (let count = 0; count < entriesOfDay + 3; count++)
    await makePublished('en', someContent(news, `Agency report ${count}`), new Date('2026-08-05T06:00:00Z'), now)
  await make('Planned that day', { status: 'draft', dueAt: new Date('2026-08-05T20:00:00Z') })
  const { entries, leftOut } = await ask('2026-08-05', '2026-08-05')
  assert.equal(entries.length, entriesOfDay)
  assert.equal(entries.at(-1)?.headline, 'Planned that day')
  assert.equal(leftOut.get('2026-08-05'), 4)
})

test('each kind is found by an index', async () => {
  await db.execute(sql`analyze articles`)
  const explained = await db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`)
    const plan = await tx.execute<{ 'QUERY PLAN': string }>(
      sql`explain select id from articles a where a.embargo_until >= '2026-10-01' and a.embargo_until < '2026-11-01' and a.status <> 'withdrawn'`,
    )
    return [...plan].map((row) => row['QUERY PLAN']).join('\n')
  })
  assert.match(explained, /articles_embargo_until_index/)
})
