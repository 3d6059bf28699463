import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asc, eq } from 'drizzle-orm'
import { db } from '../client'
import { events } from '../events/schema'
import { mails } from '../mail/schema'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { saveSettings } from '../settings/commands'
import { unnamedSettings } from '../settings/rules'
import { testDatabase } from '../testing'
import { makeSection, someContent } from '../testing-content'
import { makeActor, makeDraft } from '../testing-staff'
import { reviseArticle } from './commands'
import { articles } from './schema'
import { listReviewers } from './staff'
import { approveArticle, assignReviewer, giveArticle, returnArticle, submitArticle } from './workflow'
import { articleRemarks } from './workflow-schema'

await testDatabase()

const now = new Date('2026-11-27T12:00:00Z')
const dueAt = new Date('2026-11-27T18:00:00Z')
const news = await makeSection('en', 'news')
const opinion = await makeSection('en', 'opinion')
const reporter = await makeActor('reporter', now, { name: 'Rima' })
const colleague = await makeActor('reporter', now)
const editor = await makeActor('editor', now, { name: 'Edmond', language: 'fr' })
const columnist = await makeActor('editor', now, { sectionIds: [opinion] })
await db.execute(`insert into section_editors (person_id, section_id) values ('${columnist.personId}', '${opinion}')`)
const publisher = await makeActor('publisher', now)
const missing = '00000000-0000-4000-8000-000000000000'
const nobodyAsked = { reviewerId: null, dueAt: null }

async function rowOf(articleId: string) {
  const [row] = await db.select().from(articles).where(eq(articles.id, articleId))
  if (!row) throw new Error('There is no such article.')
  return row
}

async function actionsOn(articleId: string) {
  const rows = await db.select().from(events).where(eq(events.subjectId, articleId)).orderBy(asc(events.id))
  return rows.map(({ action, personId, revisionId }) => [action, personId, revisionId])
}

/** Who was told what about an article. */
async function mailsAbout(articleId: string) {
  const rows = await db.select().from(mails).orderBy(asc(mails.createdAt))
  return rows.flatMap(({ kind, toAddress, letter }) =>
    letter && 'path' in letter && letter.path.includes(articleId) ? [{ kind, toAddress, letter }] : [],
  )
}

async function addressOf({ personId }: Actor) {
  const [row] = await db.select({ email: people.email }).from(people).where(eq(people.id, personId))
  return row?.email
}

async function inReview(headline: string) {
  const draft = await makeDraft(reporter, 'en', someContent(news, headline))
  const wish = { reviewerId: editor.personId, dueAt, headRevisionId: draft.head }
  assert.equal(await submitArticle(reporter, draft.articleId, wish, now), 'submitted')
  return draft
}

test('a draft is handed in: its reviewer is asked by mail, and the log knows which revision', async () => {
  const { articleId, head } = await inReview('Handed in')
  const row = await rowOf(articleId)
  assert.deepEqual([row.status, row.reviewerId, row.dueAt], ['in_review', editor.personId, dueAt])
  assert.deepEqual(await actionsOn(articleId), [['article.submitted', reporter.personId, head]])
  const [mail, ...others] = await mailsAbout(articleId)
  assert.deepEqual(others, [])
  assert.equal(mail?.toAddress, await addressOf(editor))
  assert.deepEqual(mail?.letter, {
    kind: 'review-asked',
    path: `/dashboard/articles/${articleId}/publish`,
    headline: 'Handed in',
    by: 'Rima',
    due: dueAt.toISOString(),
  })
})

test('only what somebody has seen is handed in, and only to somebody who can review it', async () => {
  const { articleId, head } = await makeDraft(reporter, 'en', someContent(news, 'Not yet'))
  const submit = (actor: Actor, wish: object = {}) =>
    submitArticle(actor, articleId, { ...nobodyAsked, headRevisionId: head, ...wish }, now)
  assert.equal(await submit(colleague), 'not-allowed')
  assert.equal(await submit(reporter, { reviewerId: colleague.personId }), 'unfit-reviewer')
  assert.equal(await submit(reporter, { reviewerId: columnist.personId }), 'unfit-reviewer')
  assert.equal(await submit(reporter, { reviewerId: missing }), 'unfit-reviewer')
  await reviseArticle({ id: reporter.personId }, articleId, someContent(news, 'Newer'), '')
  assert.equal(await submit(reporter), 'changed-meanwhile')
  assert.equal(await submitArticle(reporter, missing, { ...nobodyAsked, headRevisionId: head }, now), 'unknown')
  assert.deepEqual(await actionsOn(articleId), [])
  assert.deepEqual(await mailsAbout(articleId), [])
})

test('those who can review are the editors of the section and the publishers, but not who wrote it', async () => {
  const { articleId } = await makeDraft(editor, 'en', someContent(news, 'Whose review'))
  const { ownerId, sectionId } = await rowOf(articleId)
  const reviewed = { ownerId, sectionId, authorId: editor.personId, fourEyes: true }
  const ids = (await listReviewers(reviewed)).map(({ id }) => id)
  assert.deepEqual(ids, [publisher.personId])
  const alone = await listReviewers({ ...reviewed, fourEyes: false })
  assert.deepEqual(alone.map(({ id }) => id).sort(), [editor.personId, publisher.personId].sort())
})

test('what goes back to its writer goes with a reason, which the log does not hold', async () => {
  const { articleId, head } = await inReview('Sent back')
  const reason = 'The second figure has no source.'
  assert.equal(await returnArticle(reporter, articleId, { headRevisionId: head, reason }, now), 'not-allowed')
  assert.equal(await returnArticle(editor, articleId, { headRevisionId: head, reason }, now), 'returned')
  const row = await rowOf(articleId)
  assert.deepEqual([row.status, row.reviewerId, row.dueAt], ['draft', null, null])
  const [remark] = await db.select().from(articleRemarks).where(eq(articleRemarks.articleId, articleId))
  assert.equal(remark?.text, reason)
  assert.ok(!JSON.stringify(await db.select().from(events)).includes('figure'))
  const [, mail] = await mailsAbout(articleId)
  assert.deepEqual([mail?.kind, mail?.toAddress], ['review-returned', await addressOf(reporter)])
  assert.ok(!JSON.stringify(mail?.letter).includes('figure'))
})

test('an approval is of exactly one revision, and nobody gives it to their own', async () => {
  const { articleId, head } = await inReview('Approved')
  assert.equal(await approveArticle(editor, articleId, { headRevisionId: missing }, now), 'changed-meanwhile')
  assert.equal(await approveArticle(editor, articleId, { headRevisionId: head }, now), 'approved')
  const row = await rowOf(articleId)
  assert.deepEqual([row.status, row.approvedById, row.approvedRevisionId], ['ready', editor.personId, head])
  assert.equal((await mailsAbout(articleId)).at(-1)?.kind, 'article-approved')
  assert.equal(await approveArticle(editor, articleId, { headRevisionId: head }, now), 'not-now')

  const newer = await reviseArticle({ id: editor.personId }, articleId, someContent(news, 'Approved and changed'), '')
  assert.equal(await approveArticle(editor, articleId, { headRevisionId: newer }, now), 'second-person')
  assert.equal(await approveArticle(publisher, articleId, { headRevisionId: newer }, now), 'approved')
  assert.deepEqual(
    (await mailsAbout(articleId))
      .map(({ toAddress }) => toAddress)
      .slice(-2)
      .sort(),
    [await addressOf(editor), await addressOf(reporter)].sort(),
  )
})

test('a newsroom of one approves its own', async () => {
  await db.transaction((tx) => saveSettings(tx, { ...unnamedSettings, fourEyes: false }))
  const { articleId, head } = await makeDraft(publisher, 'en', someContent(news, 'Alone'))
  const wish = { reviewerId: publisher.personId, dueAt: null, headRevisionId: head }
  assert.equal(await submitArticle(publisher, articleId, wish, now), 'submitted')
  assert.equal(await approveArticle(publisher, articleId, { headRevisionId: head }, now), 'approved')
  assert.deepEqual(await mailsAbout(articleId), [], 'nobody gets mail about what they did themselves')
  await db.transaction((tx) => saveSettings(tx, unnamedSettings))
})

test('a review is taken up, handed on and postponed; only who is newly asked is told', async () => {
  const { articleId } = await inReview('Handed on')
  assert.equal(await assignReviewer(colleague, articleId, nobodyAsked, now), 'not-allowed')
  assert.equal(await assignReviewer(publisher, articleId, { reviewerId: publisher.personId, dueAt }, now), 'assigned')
  assert.equal((await rowOf(articleId)).reviewerId, publisher.personId)
  assert.equal((await mailsAbout(articleId)).length, 1)
  assert.equal(await assignReviewer(reporter, articleId, { reviewerId: editor.personId, dueAt: null }, now), 'assigned')
  assert.equal(await assignReviewer(publisher, articleId, { reviewerId: editor.personId, dueAt }, now), 'assigned')
  assert.equal((await mailsAbout(articleId)).length, 2)
  assert.equal(await assignReviewer(editor, articleId, { reviewerId: colleague.personId, dueAt }, now), 'unfit-reviewer')
  const draft = await makeDraft(reporter, 'en', someContent(news, 'Still a draft'))
  assert.equal(await assignReviewer(editor, draft.articleId, nobodyAsked, now), 'not-now')
})

test('an article is given away by its owner or an editor, to somebody who writes', async () => {
  const { articleId } = await makeDraft(reporter, 'en', someContent(news, 'Given away'))
  const admin = await makeActor('admin', now)
  const gone = await makeActor('reporter', now)
  await db.update(people).set({ isActive: false }).where(eq(people.id, gone.personId))
  assert.equal(await giveArticle(colleague, articleId, colleague.personId, now), 'not-allowed')
  assert.equal(await giveArticle(reporter, articleId, admin.personId, now), 'unfit-owner')
  assert.equal(await giveArticle(reporter, articleId, gone.personId, now), 'unfit-owner')
  assert.equal(await giveArticle(reporter, articleId, colleague.personId, now), 'given')
  assert.equal(await giveArticle(reporter, articleId, reporter.personId, now), 'not-allowed')
  assert.equal(await giveArticle(editor, articleId, reporter.personId, now), 'given')
  const told = (await mailsAbout(articleId)).map(({ kind, toAddress }) => [kind, toAddress])
  assert.deepEqual(told, [
    ['article-given', await addressOf(colleague)],
    ['article-given', await addressOf(reporter)],
  ])
})
