import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { db } from '../client'
import { events } from '../events/schema'
import type { Actor } from '../people/rules'
import { testDatabase } from '../testing'
import { makeContributor, makeSection, makeTopic, someContent } from '../testing-content'
import { makeActor, makeDraft } from '../testing-staff'
import { settleDue } from './due'
import { changeEmbargo, changeParticulars } from './particulars'
import { publishHead, reinstateArticle, scheduleHead, unscheduleArticle } from './publish'
import { findArticle } from './queries'
import { saveArticle } from './saving'
import { articles, revisions } from './schema'
import { placeOnHold, releaseHold, withdrawFromReaders } from './withdrawal'
import { approveArticle, assignReviewer, giveArticle, returnArticle, submitArticle } from './workflow'
import { particularsOf, statusAt } from './workflow-rules'

await testDatabase()

const begin = new Date('2026-11-27T12:00:00Z').getTime()
const news = await makeSection('en', 'news')
const topicIds = [await makeTopic('water')]
const bylines = [{ contributorId: await makeContributor('leila', 'Leila'), role: 'reporter' as const, creditedAs: '' }]
const staff = await Promise.all(
  (['reporter', 'editor', 'editor', 'publisher'] as const).map((role) => makeActor(role, new Date(begin))),
)

const commands = [
  'save',
  'submit',
  'return',
  'approve',
  'assign',
  'give',
  'publish',
  'schedule',
  'unschedule',
  'withdraw',
  'reinstate',
  'hold',
  'release',
  'embargo',
  'particulars',
  'settle',
] as const
type Step = { command: (typeof commands)[number]; who: number; other: number; minutes: number; isSeen: boolean }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    command: fc.constantFrom(...commands),
    who: fc.nat(staff.length - 1),
    other: fc.nat(staff.length - 1),
    minutes: fc.integer({ min: 0, max: 12 }),
    isSeen: fc.boolean(),
  }),
  { minLength: 8, maxLength: 24 },
)

const contentOf = (mark: string) => someContent(news, `Story ${mark}`, { topicIds, bylines, slug: `story-${mark}` })

async function rowOf(articleId: string) {
  const [row] = await db.select().from(articles).where(eq(articles.id, articleId))
  if (!row?.headRevisionId) throw new Error('There is no such article.')
  return { ...row, headRevisionId: row.headRevisionId }
}

/** Does one thing at a moment, as somebody who gave the second factor just now. */
async function take(articleId: string, mark: string, { command, who, other, minutes, isSeen }: Step, now: Date, first: string) {
  const person = staff[who] as Actor
  const actor = { ...person, confirmedAt: now }
  const colleague = (staff[other] as Actor).personId
  const row = await rowOf(articleId)
  const headRevisionId = isSeen ? row.headRevisionId : first
  const ahead = new Date(now.getTime() + minutes * 60_000)
  switch (command) {
    case 'save': {
      const content = { ...contentOf(mark), kicker: `At ${now.getTime()}` }
      return saveArticle(actor, { articleId, baseRevisionId: row.headRevisionId, content, reason: '' }, now)
    }
    case 'submit':
      return submitArticle(actor, articleId, { headRevisionId, reviewerId: minutes > 6 ? colleague : null, dueAt: null }, now)
    case 'return':
      return returnArticle(actor, articleId, { headRevisionId, reason: 'Not yet.' }, now)
    case 'approve':
      return approveArticle(actor, articleId, { headRevisionId }, now)
    case 'assign':
      return assignReviewer(actor, articleId, { reviewerId: colleague, dueAt: ahead }, now)
    case 'give':
      return giveArticle(actor, articleId, colleague, now)
    case 'publish':
      return publishHead(actor, articleId, { headRevisionId, isUpdate: minutes > 6 }, now)
    case 'schedule':
      return scheduleHead(actor, articleId, { headRevisionId, publishAt: ahead }, now)
    case 'unschedule':
      return unscheduleArticle(actor, articleId, now)
    case 'withdraw':
      return withdrawFromReaders(actor, articleId, { kind: minutes > 6 ? 'legal' : 'withdrawn', note: 'Gone.' }, now)
    case 'reinstate':
      return reinstateArticle(actor, articleId, { headRevisionId }, now)
    case 'hold':
      return placeOnHold(actor, articleId, { reason: '' }, now)
    case 'release':
      return releaseHold(actor, articleId, now)
    case 'embargo':
      return changeEmbargo(actor, articleId, { until: minutes > 3 ? ahead : null, note: '' }, now)
    case 'particulars': {
      const seen = particularsOf(row)
      return changeParticulars(
        actor,
        articleId,
        { seen, wanted: { ...seen, doNotPublish: minutes > 9, notes: `${minutes}` } },
        now,
      )
    }
    case 'settle':
      return settleDue(now)
  }
}

/** Whether readers see it, judged by the row alone. */
async function expectSeenAsStated(articleId: string, now: Date) {
  const row = await rowOf(articleId)
  const isOut = statusAt(row, now) === 'live' && !row.legalHold && !row.doNotPublish
  const isFree = row.embargoUntil === null || row.embargoUntil <= now
  const article = await findArticle(articleId, now)
  assert.equal(article !== null, isOut && isFree, `${row.status}`)
  if (article) assert.equal(article.revisionId, row.liveRevisionId)
}

/** Everything that came out was seen by two: the log alone proves it. */
async function expectFourEyes(articleId: string) {
  const log = await db.select().from(events).where(eq(events.subjectId, articleId)).orderBy(asc(events.id))
  const authors = new Map(
    (await db.select({ id: revisions.id, authorId: revisions.authorId }).from(revisions)).map(({ id, authorId }) => [
      id,
      authorId,
    ]),
  )
  for (const [place, { action, personId, revisionId }] of log.entries()) {
    if (!['article.published', 'article.scheduled', 'article.reinstated'].includes(action)) continue
    const author = authors.get(revisionId ?? '')
    const isApproved = log
      .slice(0, place)
      .some((one) => one.action === 'article.approved' && one.revisionId === revisionId && one.personId !== author)
    assert.ok(personId !== author || isApproved, `${action} of one's own`)
  }
}

test('no sequence of commands leads where the database refuses to go, or shows readers what was not decided', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const mark = `m${run++}`
      const { articleId, head } = await makeDraft(staff[run % staff.length] as Actor, 'en', contentOf(mark))
      let at = begin + run * 86_400_000
      for (const step of sequence) {
        at += 4 * 60_000
        await take(articleId, mark, step, new Date(at), head)
        await expectSeenAsStated(articleId, new Date(at))
      }
      await expectFourEyes(articleId)
    }),
    { numRuns: 15 },
  )
})

test('what was done stays written down: nobody changes an event, removes it, or empties the log', async () => {
  const before = await db.select().from(events)
  assert.ok(before.length > 0)
  await assert.rejects(db.update(events).set({ action: 'article.approved' }))
  await assert.rejects(db.delete(events).where(eq(events.id, before[0]?.id ?? 0)))
  await assert.rejects(db.execute('truncate events cascade'))
  assert.deepEqual(await db.select().from(events), before)
})
