import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asc, desc, eq } from 'drizzle-orm'
import { db } from '../client'
import { events } from '../events/schema'
import { notices } from '../notices/schema'
import { testDatabase } from '../testing'
import { makeContributor, makeSection, makeTopic, paragraphs, someContent } from '../testing-content'
import { makeActor, makeDraft } from '../testing-staff'
import { listCards } from './cards'
import { reviseArticle } from './commands'
import type { ArticleContent } from './content'
import { settleDue } from './due'
import { overrideCheck } from './overrides'
import { publishHead, reinstateArticle, scheduleHead, unscheduleArticle } from './publish'
import { findArticle, findArticleAt } from './queries'
import { articles } from './schema'
import { placeOnHold, releaseHold, withdrawFromReaders } from './withdrawal'
import { articleRemarks, checkOverrides } from './workflow-schema'

await testDatabase()

const now = new Date('2026-11-27T12:00:00Z')
const hour = 3_600_000
const later = new Date(now.getTime() + hour)
const news = await makeSection('en', 'news')
const topicId = await makeTopic('water')
const contributorId = await makeContributor('leila', 'Leila')
const reporter = await makeActor('reporter', now)
const editor = await makeActor('editor', now)
const publisher = await makeActor('publisher', now)
const tired = { ...publisher, confirmedAt: new Date(now.getTime() - hour) }

/** Content that no check objects to. */
function sound(headline: string, changes: Partial<ArticleContent> = {}): ArticleContent {
  const bylines = [{ contributorId, role: 'reporter' as const, creditedAs: '' }]
  return someContent(news, headline, { topicIds: [topicId], bylines, ...changes })
}

async function statusOf(articleId: string) {
  const [row] = await db.select({ status: articles.status }).from(articles).where(eq(articles.id, articleId))
  return row?.status
}

async function actionsOn(articleId: string) {
  const rows = await db.select().from(events).where(eq(events.subjectId, articleId)).orderBy(asc(events.id))
  return rows.map(({ action }) => action)
}

async function lastNoticeKind() {
  const [row] = await db.select({ kind: notices.kind }).from(notices).orderBy(desc(notices.id)).limit(1)
  return row?.kind
}

test('an editor publishes what a reporter wrote, as they have seen it', async () => {
  const { articleId, head } = await makeDraft(reporter, 'en', sound('A canal opens'))
  const seen = { headRevisionId: head }
  assert.deepEqual(await publishHead(reporter, articleId, seen, now), { outcome: 'not-allowed' })
  assert.deepEqual(await publishHead(tired, articleId, seen, now), { outcome: 'ask-again' })
  const newer = await reviseArticle({ id: reporter.personId }, articleId, sound('A canal has opened'), '')
  assert.deepEqual(await publishHead(editor, articleId, seen, now), { outcome: 'changed-meanwhile' })
  assert.deepEqual(await publishHead(editor, articleId, { headRevisionId: newer }, now), { outcome: 'published' })
  assert.equal((await findArticle(articleId, now))?.headline, 'A canal has opened')
  const [event] = await db.select().from(events).where(eq(events.subjectId, articleId))
  assert.deepEqual([event?.action, event?.personId, event?.revisionId], ['article.published', editor.personId, newer])
  assert.deepEqual(await publishHead(editor, '00000000-0000-4000-8000-000000000000', seen, now), { outcome: 'unknown' })
})

test('nobody publishes alone what they wrote alone', async () => {
  const { articleId, head } = await makeDraft(editor, 'en', sound('Written alone'))
  assert.deepEqual(await publishHead(editor, articleId, { headRevisionId: head }, now), { outcome: 'second-person' })
  assert.deepEqual(await publishHead(publisher, articleId, { headRevisionId: head }, now), { outcome: 'published' })
})

test('a fault that can be answered for is, with a reason, and for that revision only', async () => {
  const bare = sound('No summary', { standfirst: '' })
  const { articleId, head } = await makeDraft(reporter, 'en', bare)
  const refused = await publishHead(editor, articleId, { headRevisionId: head }, now)
  assert.equal(refused.outcome, 'obstructed')
  const findings = refused.outcome === 'obstructed' ? refused.findings : []
  assert.deepEqual(
    findings.map(({ check }) => check),
    ['no-standfirst'],
  )
  const keys = findings.map(({ key }) => key)
  const override = { headRevisionId: head, check: 'no-standfirst' as const, keys, reason: 'A flash: the summary follows.' }
  assert.equal(await overrideCheck(reporter, articleId, override, now), 'not-allowed')
  assert.equal(await overrideCheck(editor, articleId, { ...override, keys: ['other'] }, now), 'nothing-to-override')
  assert.equal(await overrideCheck(editor, articleId, { ...override, check: 'no-topic' }, now), 'nothing-to-override')
  assert.equal(await overrideCheck(editor, articleId, override, now), 'overridden')
  const [row] = await db.select().from(checkOverrides).where(eq(checkOverrides.revisionId, head))
  assert.deepEqual([row?.reason, row?.personId], [override.reason, editor.personId])
  assert.ok(!JSON.stringify(await db.select().from(events)).includes('flash'))
  assert.deepEqual(await publishHead(editor, articleId, { headRevisionId: head }, now), { outcome: 'published' })

  const newer = await reviseArticle({ id: reporter.personId }, articleId, { ...bare, kicker: 'Flash' }, '')
  assert.equal(await overrideCheck(editor, articleId, override, now), 'changed-meanwhile')
  assert.equal((await publishHead(editor, articleId, { headRevisionId: newer }, now)).outcome, 'obstructed')
})

test('what the law or an embargo forbids nobody can answer for', async () => {
  const { articleId, head } = await makeDraft(reporter, 'en', sound('With the lawyers'))
  assert.equal(await placeOnHold(editor, articleId, { reason: 'A letter has come.' }, now), 'held')
  const refused = await publishHead(publisher, articleId, { headRevisionId: head }, now)
  const keys = refused.outcome === 'obstructed' ? refused.findings.map(({ key }) => key) : []
  assert.equal(keys.length, 1)
  const override = { headRevisionId: head, check: 'legal-hold' as const, keys, reason: 'It is fine.' }
  assert.equal(await overrideCheck(publisher, articleId, override, now), 'nothing-to-override')

  await releaseHold(editor, articleId, now)
  await db
    .update(articles)
    .set({ embargoUntil: new Date(now.getTime() + 2 * hour) })
    .where(eq(articles.id, articleId))
  const seen = { headRevisionId: head }
  for (const early of [
    await publishHead(publisher, articleId, seen, now),
    await scheduleHead(publisher, articleId, { ...seen, publishAt: later }, now),
  ])
    assert.deepEqual(early.outcome === 'obstructed' && early.findings.map(({ check }) => check), ['embargo'])
  const publishAt = new Date(now.getTime() + 2 * hour)
  assert.deepEqual(await scheduleHead(publisher, articleId, { ...seen, publishAt }, now), { outcome: 'scheduled' })
})

test('a schedule is made, moved and ended; what has appeared by the clock is no longer on it', async () => {
  const { articleId, head } = await makeDraft(reporter, 'en', sound('In an hour'))
  const schedule = (publishAt: Date, at = now) => scheduleHead(editor, articleId, { headRevisionId: head, publishAt }, at)
  assert.deepEqual(await schedule(now), { outcome: 'in-the-past' })
  assert.deepEqual(await schedule(new Date('2036-01-01T00:00:00Z')), { outcome: 'too-far' })
  assert.deepEqual(await schedule(later), { outcome: 'scheduled' })
  assert.deepEqual(await schedule(new Date(later.getTime() + hour)), { outcome: 'scheduled' })
  assert.equal(await findArticle(articleId, later), null)
  assert.equal(await unscheduleArticle(editor, articleId, now), 'unscheduled')
  assert.equal(await statusOf(articleId), 'ready')
  assert.equal(await findArticle(articleId, new Date(now.getTime() + 3 * hour)), null)

  assert.deepEqual(await schedule(later), { outcome: 'scheduled' })
  const fresh = { ...editor, confirmedAt: later }
  assert.equal(await unscheduleArticle(fresh, articleId, later), 'not-now')
  assert.equal(
    (await scheduleHead(fresh, articleId, { headRevisionId: head, publishAt: new Date(later.getTime() + hour) }, later)).outcome,
    'not-now',
  )
  const corrected = await reviseArticle({ id: reporter.personId }, articleId, sound('An hour ago', { slug: 'in-an-hour' }), '')
  const at = new Date(later.getTime() + 60_000)
  assert.deepEqual(await publishHead(fresh, articleId, { headRevisionId: corrected, isUpdate: true }, at), {
    outcome: 'published',
  })
  const article = await findArticle(articleId, at)
  assert.deepEqual([article?.publishedAt, article?.updatedAt], [later, at], 'it was first published when it appeared')
  await settleDue(at)
  assert.deepEqual(await actionsOn(articleId), [
    'article.scheduled',
    'article.scheduled',
    'article.unscheduled',
    'article.scheduled',
    'article.published',
  ])
})

test('what is withdrawn says so at its address, is in no list, and can be brought back', async () => {
  const { articleId, head } = await makeDraft(reporter, 'en', sound('Wrong from the start'))
  await publishHead(editor, articleId, { headRevisionId: head }, now)
  const note = 'It was not true.'
  assert.equal(await withdrawFromReaders(editor, articleId, { kind: 'withdrawn', note }, now), 'not-allowed')
  assert.equal(await withdrawFromReaders(tired, articleId, { kind: 'withdrawn', note }, now), 'ask-again')
  assert.equal(await withdrawFromReaders(publisher, articleId, { kind: 'legal', note }, now), 'withdrawn')
  assert.equal(await lastNoticeKind(), 'withdrawal')
  const at = await findArticleAt('en', 'news', 'wrong-from-the-start', now)
  assert.deepEqual(at.kind === 'gone' && [at.tombstone.kind, at.tombstone.note], ['legal', note])
  const { cards } = await listCards('en', { kind: 'edition' }, { now, limit: 50 })
  assert.ok(cards.every(({ id }) => id !== articleId))
  assert.equal(await withdrawFromReaders(publisher, articleId, { kind: 'legal', note }, now), 'not-now')

  assert.deepEqual(await reinstateArticle(publisher, articleId, { headRevisionId: head }, later), { outcome: 'ask-again' })
  const fresh = { ...publisher, confirmedAt: later }
  assert.deepEqual(await reinstateArticle(fresh, articleId, { headRevisionId: head }, later), { outcome: 'reinstated' })
  assert.deepEqual((await findArticle(articleId, later))?.publishedAt, now)
  const [remark] = await db.select().from(articleRemarks).where(eq(articleRemarks.articleId, articleId))
  assert.equal(remark?.text, note, 'what readers were told is known for ever')
  assert.deepEqual(await actionsOn(articleId), ['article.published', 'article.withdrawn', 'article.reinstated'])
})

test('a hold takes a live article away at once and gives it back when it ends', async () => {
  const { articleId, head } = await makeDraft(reporter, 'en', sound('On hold'))
  await publishHead(editor, articleId, { headRevisionId: head }, now)
  assert.equal(await placeOnHold(reporter, articleId, { reason: '' }, now), 'not-allowed')
  assert.equal(await placeOnHold(editor, articleId, { reason: '' }, now), 'held')
  assert.equal(await lastNoticeKind(), 'withdrawal')
  assert.equal(await findArticle(articleId, now), null)
  assert.equal(await placeOnHold(editor, articleId, { reason: '' }, now), 'not-now')
  assert.equal(await releaseHold({ ...editor, confirmedAt: null }, articleId, now), 'ask-again')
  assert.equal(await releaseHold(editor, articleId, now), 'released')
  assert.equal((await findArticle(articleId, now))?.id, articleId)
})

test('of two who publish at once one text comes after the other, and each publishes what they saw', async () => {
  const { articleId, head } = await makeDraft(reporter, 'en', sound('Twice at once', { body: paragraphs('One.') }))
  const [one, other, revised] = await Promise.all([
    publishHead(editor, articleId, { headRevisionId: head }, now),
    publishHead(publisher, articleId, { headRevisionId: head }, now),
    reviseArticle({ id: reporter.personId }, articleId, sound('Twice at once', { body: paragraphs('Two.') }), ''),
  ])
  // Whoever comes second may find it live already, and then has nothing to do.
  for (const { outcome } of [one, other]) assert.ok(['published', 'changed-meanwhile', 'not-now'].includes(outcome), outcome)
  const article = await findArticle(articleId, now)
  if (article) assert.equal(article.revisionId, head)
  assert.notEqual(revised, head)
})

test('of two who take the same address at once one gets it, and the other is told', async () => {
  for (let round = 0; round < 5; round++) {
    const drafts = await Promise.all(
      ['One', 'Other'].map((name) =>
        makeDraft(reporter, 'en', sound(`${name} of round ${round}`, { slug: `temporary${name}${round}` })),
      ),
    )
    const heads = await Promise.all(
      drafts.map(({ articleId }, place) =>
        reviseArticle({ id: reporter.personId }, articleId, sound(`Number ${place}`, { slug: `contested-${round}` }), ''),
      ),
    )
    const outcomes = await Promise.all(
      drafts.map(({ articleId }, place) => publishHead(publisher, articleId, { headRevisionId: heads[place] ?? '' }, now)),
    )
    const refused = outcomes.filter((one) => one.outcome === 'obstructed')
    assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ['obstructed', 'published'])
    assert.deepEqual(
      refused.flatMap(({ findings }) => findings.map(({ check }) => check)),
      ['address-taken'],
    )
  }
})
