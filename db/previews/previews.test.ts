import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { createArticle, reviseArticle } from '../articles/commands'
import { findRevisionPage } from '../articles/revision-page'
import { articles } from '../articles/schema'
import { db } from '../client'
import { events } from '../events/schema'
import type { Actor, StaffRole } from '../people/rules'
import { people, sessions } from '../people/schema'
import { beginSession, endOtherSessions, findActor } from '../people/sessions'
import { testDatabase } from '../testing'
import { makePublished, makeSection, makeTopic, paragraphs, someContent } from '../testing-content'
import { endPreview, makePreview, removeEndedPreviews } from './commands'
import { ownPreviewToken } from './own-previews'
import { findPreview, listPreviews, listRevisionChoices } from './queries'
import { previews } from './schema'

process.env.SECRET = 'x'.repeat(40)
await testDatabase()
const news = await makeSection('en', 'news')
const now = new Date()
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)

async function makeActor(role: StaffRole): Promise<Actor> {
  const [person] = await db
    .insert(people)
    .values({ email: `${randomUUID()}@example.org`, role })
    .returning({ id: people.id })
  assert.ok(person)
  const { token } = await db.transaction((tx) => beginSession(tx, person.id, { device: '' }, now))
  const actor = await findActor(token, now)
  assert.ok(actor)
  return actor
}

async function makeDraft(headline: string) {
  return createArticle(null, 'en', someContent(news, headline))
}

async function share(actor: Actor, revisionId: string, forDays = 3) {
  const made = await makePreview(actor, { revisionId, days: forDays }, now)
  assert.equal(made.outcome, 'made')
  return made.outcome === 'made' ? made.token : ''
}

test('a link opens one revision until its end, and its token is nowhere in the database', async () => {
  const { articleId, revisionId } = await makeDraft('A draft')
  const editor = await makeActor('editor')
  const token = await share(editor, revisionId)
  await reviseArticle(null, articleId, someContent(news, 'A later draft'), '')

  assert.deepEqual(await findPreview(token, now), { kind: 'open', revisionId, until: days(3) })
  assert.deepEqual(await findPreview(token, days(3)), { kind: 'ended' })
  assert.deepEqual(await findPreview(`${token}x`, now), { kind: 'unknown' })
  const dump = JSON.stringify([await db.select().from(previews), await db.select().from(events)])
  assert.equal(dump.includes(token), false)
  const [happened] = await db.select().from(events).where(eq(events.subjectId, articleId))
  assert.deepEqual([happened?.action, happened?.personId], ['article.previewed', editor.personId])
})

test('a link is ended by whoever made it or by an editor, at once', async () => {
  const reporter = await makeActor('reporter')
  const { articleId, revisionId } = await makeDraft('A reporter’s')
  await db.update(articles).set({ ownerId: reporter.personId }).where(eq(articles.id, articleId))
  const token = await share(reporter, revisionId)
  const [link] = await listPreviews(articleId, now)
  assert.ok(link)
  assert.equal(await endPreview(await makeActor('reporter'), link.id, now), 'not-allowed')
  assert.equal(await endPreview(await makeActor('contributor'), link.id, now), 'unknown')
  assert.equal(await endPreview(await makeActor('editor'), link.id, now), 'ended')
  assert.equal(await endPreview(reporter, link.id, now), 'ended-already')
  assert.deepEqual(await findPreview(token, now), { kind: 'ended' })
  assert.deepEqual(await listPreviews(articleId, now), [])

  await removeEndedPreviews(days(29))
  assert.deepEqual(await findPreview(token, now), { kind: 'ended' })
  await removeEndedPreviews(days(31))
  assert.deepEqual(await findPreview(token, now), { kind: 'unknown' })
})

test('nobody makes a link to what is not theirs to see', async () => {
  const { revisionId } = await makeDraft('Somebody else’s')
  const attempt = async (role: StaffRole) => (await makePreview(await makeActor(role), { revisionId, days: 1 }, now)).outcome
  assert.equal(await attempt('contributor'), 'unknown')
  assert.equal(await attempt('admin'), 'unknown')
  assert.equal(await attempt('reporter'), 'made')
  assert.equal((await makePreview(await makeActor('editor'), { revisionId: randomUUID(), days: 1 }, now)).outcome, 'unknown')
})

test('one’s own preview lives as long as the session, half an hour at most, and cannot be forged', async () => {
  const { revisionId } = await makeDraft('For oneself')
  const editor = await makeActor('editor')
  const token = ownPreviewToken(editor, revisionId, now)
  assert.equal((await findPreview(token, now)).kind, 'open')
  assert.equal((await findPreview(token, new Date(now.getTime() + 31 * 60_000))).kind, 'ended')
  const [, sessionId, ends, signature] = token.split('.')
  assert.equal((await findPreview([randomUUID(), sessionId, ends, signature].join('.'), now)).kind, 'unknown')
  assert.equal((await findPreview([revisionId, sessionId, `${ends}0`, signature].join('.'), now)).kind, 'unknown')
  await endOtherSessions({ ...editor, sessionId: randomUUID() })
  assert.equal((await db.select().from(sessions).where(eq(sessions.id, editor.sessionId))).length, 0)
  assert.equal((await findPreview(token, now)).kind, 'ended')
})

test('a revision is shown as its page would be: itself, beside what is public of everything else', async () => {
  const topicId = await makeTopic('water')
  const publicId = await makePublished('en', someContent(news, 'A public one', { topicIds: [topicId] }), days(-1), now)
  const hidden = await makeDraft('A hidden one')
  const content = someContent(news, 'The previewed', {
    topicIds: [topicId],
    body: paragraphs('Its words.'),
    relatedIds: [publicId, hidden.articleId],
    bylines: [{ contributorId: null, role: 'reporter', creditedAs: 'Guest' }],
  })
  const { articleId, revisionId } = await createArticle(null, 'en', content)
  const page = await findRevisionPage(revisionId, now)
  assert.ok(page)
  assert.deepEqual(
    [page.headline, page.section.slug, page.slug, page.topics.map(({ slug }) => slug), page.bylines.map(({ name }) => name)],
    ['The previewed', 'news', 'the-previewed', ['water'], ['Guest']],
  )
  assert.deepEqual(page.body, content.body)
  assert.deepEqual(page.publishedAt, now)
  const related = page.related.map(({ id }) => id)
  assert.ok(related.includes(publicId) && !related.includes(hidden.articleId) && !related.includes(articleId))
  assert.equal(await findRevisionPage(randomUUID(), now), null)

  await reviseArticle(null, articleId, someContent(news, 'Later'), '')
  assert.equal((await findRevisionPage(revisionId, now))?.headline, 'The previewed')
})

test('of many revisions the last can be chosen, and those that mean something', async () => {
  const { articleId, revisionId } = await makeDraft('Often revised')
  for (let number = 0; number < 35; number++) await reviseArticle(null, articleId, someContent(news, `Version ${number}`), '')
  const choices = await listRevisionChoices(articleId, revisionId)
  assert.deepEqual([choices.length, choices[0]?.isHead, choices.at(-1)?.id], [31, true, revisionId])
  await db.execute(sql`update articles set live_revision_id = head_revision_id where id = ${articleId}`)
  assert.equal((await listRevisionChoices(articleId, ''))[0]?.isLive, true)
})
