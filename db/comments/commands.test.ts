import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asc, eq } from 'drizzle-orm'
import { returnArticle, submitArticle } from '../articles/workflow'
import { db } from '../client'
import { events } from '../events/schema'
import { mails } from '../mail/schema'
import type { Actor } from '../people/rules'
import { testDatabase } from '../testing'
import { makeSection, someContent } from '../testing-content'
import { makeActor, makeDraft } from '../testing-staff'
import { addComment, answerComment, removeComment, reopenComment, resolveComment } from './commands'
import { listThreads } from './queries'
import { commentInput } from './rules'
import { comments } from './schema'

await testDatabase()

const now = new Date('2026-11-27T12:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const news = await makeSection('en', 'news')
const reporter = await makeActor('reporter', now, { name: 'Rima' })
const colleague = await makeActor('reporter', now)
const editor = await makeActor('editor', now, { name: 'Edmond' })
const publisher = await makeActor('publisher', now)
const missing = '00000000-0000-4000-8000-000000000000'

async function say(actor: Actor, articleId: string, text: string, at = now): Promise<string> {
  const said = await addComment(actor, articleId, { blockId: 'block-one', quote: 'nine ships', text }, at)
  if (said.outcome !== 'commented') throw new Error(said.outcome)
  return said.commentId
}

async function mailsTo(articleId: string) {
  const rows = await db.select().from(mails).orderBy(asc(mails.createdAt))
  return rows.filter(
    ({ kind, letter }) => kind === 'article-commented' && letter && 'path' in letter && letter.path.includes(articleId),
  ).length
}

test('a comment stands at its passage with its answers, and the log tells of it without its words', async () => {
  const { articleId } = await makeDraft(reporter, 'en', someContent(news, 'Commented'))
  const id = await say(editor, articleId, 'Who counted them?')
  assert.equal((await answerComment(reporter, id, 'The port did.', minutes(1))).outcome, 'commented')
  const [thread, ...others] = await listThreads(editor, articleId, now)
  assert.deepEqual(others, [])
  assert.deepEqual(
    [thread?.blockId, thread?.quote, thread?.authorName, thread?.resolved],
    ['block-one', 'nine ships', 'Edmond', null],
  )
  assert.deepEqual(
    thread?.answers.map(({ authorName, text }) => [authorName, text]),
    [['Rima', 'The port did.']],
  )
  const log = await db.select().from(events).where(eq(events.subjectId, articleId))
  assert.deepEqual(
    log.map(({ action }) => action),
    ['article.commented', 'article.commented'],
  )
  assert.ok(!JSON.stringify(log).includes('port'))
})

test('those who write or decide about an article speak about it, others do not', async () => {
  const { articleId } = await makeDraft(reporter, 'en', someContent(news, 'Who speaks'))
  const input = { blockId: null, quote: '', text: 'A word' }
  for (const actor of [reporter, editor, publisher])
    assert.equal((await addComment(actor, articleId, input, now)).outcome, 'commented')
  const outsiders = [colleague, await makeActor('contributor', now), await makeActor('admin', now)]
  for (const actor of outsiders) assert.equal((await addComment(actor, articleId, input, now)).outcome, 'not-allowed')
  const [first] = await listThreads(editor, articleId, now)
  for (const actor of outsiders) {
    assert.equal((await answerComment(actor, first?.id ?? '', 'A word', now)).outcome, 'not-allowed')
    assert.equal(await resolveComment(actor, first?.id ?? '', now), 'not-allowed')
  }
  assert.equal((await addComment(editor, missing, input, now)).outcome, 'unknown')
  assert.equal((await answerComment(editor, missing, 'A word', now)).outcome, 'unknown')
})

test('what is settled is resolved, once, and can be opened again; an answer cannot', async () => {
  const { articleId } = await makeDraft(reporter, 'en', someContent(news, 'Resolved'))
  const id = await say(editor, articleId, 'Check this')
  const answer = await answerComment(reporter, id, 'Done', now)
  assert.equal(await resolveComment(reporter, id, minutes(2)), 'changed')
  assert.equal(await resolveComment(editor, id, minutes(3)), 'changed')
  assert.deepEqual((await listThreads(editor, articleId, now))[0]?.resolved, { at: minutes(2), byName: 'Rima' })
  assert.equal(await reopenComment(editor, id, now), 'changed')
  assert.equal((await listThreads(editor, articleId, now))[0]?.resolved, null)
  if (answer.outcome === 'commented') assert.equal(await resolveComment(editor, answer.commentId, now), 'unknown')
  const log = await db.select().from(events).where(eq(events.subjectId, articleId)).orderBy(asc(events.id))
  assert.deepEqual(
    log.slice(2).map(({ action }) => action),
    ['article.comment-resolved', 'article.comment-reopened'],
  )
})

test('one takes back one’s own words while they are fresh and unanswered', async () => {
  const { articleId } = await makeDraft(reporter, 'en', someContent(news, 'Taken back'))
  const id = await say(editor, articleId, 'Oops')
  assert.equal(await removeComment(publisher, id, now), 'not-allowed')
  const isRemovable = async (actor: Actor, at: Date) => (await listThreads(actor, articleId, at))[0]?.isRemovable
  assert.deepEqual(
    [await isRemovable(editor, minutes(15)), await isRemovable(editor, minutes(16)), await isRemovable(publisher, now)],
    [true, false, false],
  )
  assert.equal(await removeComment(editor, id, minutes(16)), 'too-late')
  assert.equal(await removeComment(editor, id, minutes(15)), 'removed')
  assert.equal(await removeComment(editor, id, minutes(15)), 'unknown')
  const answered = await say(editor, articleId, 'Well')
  await answerComment(reporter, answered, 'Yes?', now)
  assert.equal(await removeComment(editor, answered, minutes(1)), 'too-late')
})

test('whom it concerns is told, not for every word, and never about their own', async () => {
  const { articleId, head } = await makeDraft(reporter, 'en', someContent(news, 'Told'))
  await say(reporter, articleId, 'To myself')
  assert.equal(await mailsTo(articleId), 0)
  await submitArticle(reporter, articleId, { headRevisionId: head, reviewerId: editor.personId, dueAt: null }, now)
  await say(publisher, articleId, 'To both')
  assert.equal(await mailsTo(articleId), 2)
  await say(publisher, articleId, 'And again', minutes(29))
  assert.equal(await mailsTo(articleId), 2)
  await say(publisher, articleId, 'Much later', minutes(31))
  assert.equal(await mailsTo(articleId), 4)
  await returnArticle(editor, articleId, { headRevisionId: head, reason: 'Later' }, now)
})

test('what cannot be a block is none, and a long quotation is cut', () => {
  assert.deepEqual(commentInput.parse({ blockId: '"><script>', quote: `a\n ${'b'.repeat(600)}`, text: ' x ' }), {
    blockId: null,
    quote: `a ${'b'.repeat(498)}`,
    text: 'x',
  })
  assert.equal(commentInput.safeParse({ text: '  ' }).success, false)
})

test('comments go with their article, and the database keeps their shape', async () => {
  const { articleId } = await makeDraft(reporter, 'en', someContent(news, 'Shape'))
  const parentId = await say(editor, articleId, 'Root')
  const row = { articleId, parentId, text: 'x', authorId: editor.personId }
  await assert.rejects(db.insert(comments).values({ ...row, blockId: 'block-one' }))
  await assert.rejects(db.insert(comments).values({ ...row, resolvedAt: now, resolvedById: editor.personId }))
  await assert.rejects(db.insert(comments).values({ ...row, text: '' }))
})
