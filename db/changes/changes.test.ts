import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, desc, eq } from 'drizzle-orm'
import { listAlarms } from '../alarms/queries'
import type { ArticleContent } from '../articles/content'
import { findContent } from '../articles/contents'
import { findLiveAt } from '../articles/history'
import { publishHead } from '../articles/publish'
import { saveArticle } from '../articles/saving'
import { articles, revisions } from '../articles/schema'
import { withdrawFromReaders } from '../articles/withdrawal'
import { listWorkingCopies, reportTab } from '../articles/working-copies'
import { db } from '../client'
import { events } from '../events/schema'
import { mails } from '../mail/schema'
import { findSettings } from '../settings/queries'
import { settings } from '../settings/schema'
import { testDatabase } from '../testing'
import { makeContributor, makeSection, makeTopic, paragraphs, someContent } from '../testing-content'
import { makeActor, makeDraft } from '../testing-staff'
import { beginChange, renewChange, saveChange } from './commands'
import { findNextChangeAt, settleDueChanges } from './due'
import { publishChange, scheduleChange, unscheduleChange } from './publish'
import { changes } from './schema'
import { approveChange, discardChange, resumeChange, returnChange, submitChange } from './workflow'

await testDatabase()

const now = new Date('2026-11-27T12:00:00Z')
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const tab = '11111111-1111-4111-8111-111111111111'
const news = await makeSection('en', 'news')
const topicId = await makeTopic('water')
const contributorId = await makeContributor('leila', 'Leila')
const reporter = await makeActor('reporter', now)
const colleague = await makeActor('reporter', now)
const editor = await makeActor('editor', now)
const publisher = await makeActor('publisher', now)
let stories = 0

/** A live article of the reporter's, published by the publisher. */
async function makeStory() {
  const bylines = [{ contributorId, role: 'reporter' as const, creditedAs: '' }]
  const body = paragraphs('Nine ships passed on Monday.', 'The port counted them.', 'The weather was clear.')
  const content = someContent(news, `A canal opens ${++stories}`, { topicIds: [topicId], bylines, body })
  const { articleId, head } = await makeDraft(reporter, 'en', content)
  assert.equal((await publishHead(publisher, articleId, { headRevisionId: head }, now)).outcome, 'published')
  return { articleId, head, content }
}

async function begin(articleId: string, actor = editor) {
  const begun = await beginChange(actor, { articleId, purpose: 'The figure' }, now)
  assert.equal(begun.outcome, 'begun')
  return 'changeId' in begun ? begun.changeId : ''
}

/** The content with one paragraph of its body said otherwise. */
function withParagraph(content: ArticleContent, index: number, text: string): ArticleContent {
  const blocks = content.body.content.map((block, at) => (at === index ? { ...block, content: [{ type: 'text', text }] } : block))
  return { ...content, body: { ...content.body, content: blocks as typeof content.body.content } }
}

async function write(changeId: string, articleId: string, base: string, content: ArticleContent, actor = editor) {
  const saving = { changeId, articleId, baseRevisionId: base, content, reason: '', copy: { tab, sequence: 1 } }
  const saved = await saveChange(actor, saving, now)
  assert.ok('revisionId' in saved, saved.outcome)
  return saved.revisionId
}

async function stateOf(changeId: string) {
  const [change] = await db.select().from(changes).where(eq(changes.id, changeId))
  assert.ok(change)
  return change
}

async function liveOf(articleId: string) {
  const [article] = await db.select().from(articles).where(eq(articles.id, articleId))
  assert.ok(article?.liveRevisionId && article.headRevisionId)
  const [live, head] = [await findContent(db, article.liveRevisionId), await findContent(db, article.headRevisionId)]
  assert.ok(live && head)
  return { ...article, live, head, liveRevisionId: article.liveRevisionId, headRevisionId: article.headRevisionId }
}

async function setFourEyes(fourEyes: boolean) {
  const value = { ...(await findSettings()), fourEyes }
  await db.insert(settings).values({ value }).onConflictDoUpdate({ target: settings.isOnly, set: { value } })
}

const textOf = (content: ArticleContent, index: number) => JSON.stringify(content.body.content[index])

async function rewrite(articleId: string, base: string, content: ArticleContent, at: Date) {
  const saved = await saveArticle(publisher, { articleId, baseRevisionId: base, content, reason: '' }, at)
  assert.ok('revisionId' in saved)
  return saved.revisionId
}

test('a scheduled change and a typo fixed meanwhile are both live afterwards', async () => {
  const { articleId, head, content } = await makeStory()
  const changeId = await begin(articleId)
  const changed = await write(changeId, articleId, head, {
    ...withParagraph(content, 0, 'Ten ships passed.'),
    headline: 'Ten ships',
  })
  const before = await liveOf(articleId)
  assert.deepEqual([before.liveRevisionId, before.headRevisionId], [head, head])

  // The editor wrote it: somebody else schedules it.
  assert.deepEqual(
    await scheduleChange(editor, changeId, { headRevisionId: changed, isUpdate: true, publishAt: after(10) }, now),
    {
      outcome: 'second-person',
    },
  )
  const plan = { headRevisionId: changed, isUpdate: true, publishAt: after(10) }
  assert.deepEqual(await scheduleChange(publisher, changeId, plan, now), { outcome: 'scheduled' })
  assert.deepEqual(await findNextChangeAt(), after(10))

  const typo = await rewrite(articleId, head, withParagraph(content, 1, 'The port counts them.'), after(1))
  assert.equal((await publishHead(editor, articleId, { headRevisionId: typo }, after(2))).outcome, 'published')
  await settleDueChanges(after(9))
  assert.equal((await stateOf(changeId)).status, 'scheduled')

  await Promise.all([settleDueChanges(after(11)), settleDueChanges(after(11))])
  const { live, liveRevisionId, headRevisionId, updatedAt } = await liveOf(articleId)
  assert.equal(live.headline, 'Ten ships')
  assert.match(textOf(live, 0), /Ten ships passed/)
  assert.match(textOf(live, 1), /counts them/)
  assert.equal(headRevisionId, liveRevisionId)
  assert.deepEqual(updatedAt, after(10))
  const change = await stateOf(changeId)
  assert.deepEqual([change.status, change.publishedRevisionId, change.publishedAt], ['published', liveRevisionId, after(10)])
  const done = await db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, articleId), eq(events.action, 'change.published')))
  assert.equal(done.length, 1)
  assert.equal((await findLiveAt(articleId, after(12)))?.revisionId, liveRevisionId)
  assert.equal((await findLiveAt(articleId, after(5)))?.revisionId, typo)
})

test('a change that clashes at its moment is taken off the schedule, told of, and brought up to date', async () => {
  const { articleId, head, content } = await makeStory()
  const changeId = await begin(articleId)
  const changed = await write(changeId, articleId, head, withParagraph(content, 0, 'Ten ships passed.'))
  const plan = { headRevisionId: changed, isUpdate: false, publishAt: after(10) }
  assert.deepEqual(await scheduleChange(publisher, changeId, plan, now), { outcome: 'scheduled' })
  const other = await rewrite(articleId, head, withParagraph(content, 0, 'Eleven ships passed.'), after(1))
  assert.equal((await publishHead(editor, articleId, { headRevisionId: other }, after(2))).outcome, 'published')

  await settleDueChanges(after(11))
  assert.deepEqual([(await stateOf(changeId)).status, (await stateOf(changeId)).stop], ['ready', 'conflict'])
  assert.match(textOf((await liveOf(articleId)).live, 0), /Eleven ships/)
  const told = await db.select().from(mails).where(eq(mails.kind, 'change-stopped'))
  assert.equal(told.length, 2)
  const alarms = await listAlarms(editor, after(11))
  assert.ok(alarms.some((alarm) => alarm.kind === 'stopped' && alarm.changeId === changeId))

  assert.deepEqual(await publishChange(publisher, changeId, { headRevisionId: changed, isUpdate: false }, after(12)), {
    outcome: 'conflict',
  })
  const seen = { headRevisionId: changed, liveRevisionId: other }
  const none = { fields: {}, blocks: {} }
  assert.equal(await renewChange(editor, changeId, { ...seen, choices: none }, after(12)), 'undecided')
  const blockId = content.body.content[0]?.attrs.id ?? ''
  const choices = { fields: {}, blocks: { [blockId]: 'ours' as const } }
  assert.equal(
    await renewChange(editor, changeId, { headRevisionId: changed, liveRevisionId: head, choices }, after(12)),
    'changed-meanwhile',
  )
  assert.equal(await renewChange(editor, changeId, { ...seen, choices }, after(12)), 'renewed')
  assert.ok(!(await listAlarms(editor, after(12))).some((alarm) => alarm.kind === 'stopped' && alarm.changeId === changeId))
  const renewed = (await stateOf(changeId)).headRevisionId
  assert.deepEqual(await publishChange(publisher, changeId, { headRevisionId: renewed, isUpdate: false }, after(13)), {
    outcome: 'published',
  })
  assert.match(textOf((await liveOf(articleId)).live, 0), /Ten ships/)
})

test('what editors have not published yet gets the change as well, and loses nothing by it', async () => {
  const { articleId, head, content } = await makeStory()
  const changeId = await begin(articleId)
  const changed = await write(changeId, articleId, head, { ...withParagraph(content, 0, 'Ten ships passed.'), kicker: 'Ports' })
  const unpublished = withParagraph(withParagraph(content, 0, 'Many ships passed.'), 2, 'It rained.')
  await rewrite(articleId, head, unpublished, after(1))

  assert.deepEqual(await publishChange(publisher, changeId, { headRevisionId: changed, isUpdate: false }, after(2)), {
    outcome: 'published',
  })
  const { live, head: after2 } = await liveOf(articleId)
  assert.match(textOf(live, 0), /Ten ships/)
  assert.match(textOf(live, 2), /clear/)
  assert.deepEqual([live.kicker, after2.kicker], ['Ports', 'Ports'])
  assert.match(textOf(after2, 0), /Many ships/)
  assert.match(textOf(after2, 2), /rained/)
  const [kept] = await db
    .select()
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.kind, 'conflict')))
    .orderBy(desc(revisions.number))
  assert.match(JSON.stringify(kept?.body), /Ten ships/)
})

test('an author hands a change in, an editor sends it back, approves, and it is published', async () => {
  const { articleId, head, content } = await makeStory()
  assert.deepEqual(await beginChange(colleague, { articleId, purpose: 'x' }, now), { outcome: 'not-allowed' })
  const changeId = await begin(articleId, reporter)
  const first = await write(changeId, articleId, head, { ...content, headline: 'One' }, reporter)
  assert.equal(
    await submitChange(reporter, changeId, { headRevisionId: head, reviewerId: null, dueAt: null }, now),
    'changed-meanwhile',
  )
  const wish = { headRevisionId: first, reviewerId: editor.personId, dueAt: after(60) }
  assert.equal(await submitChange(colleague, changeId, wish, now), 'not-allowed')
  assert.equal(await submitChange(reporter, changeId, { ...wish, reviewerId: colleague.personId }, now), 'unfit-reviewer')
  assert.equal(await submitChange(reporter, changeId, wish, now), 'submitted')
  assert.equal(await returnChange(editor, changeId, { headRevisionId: first, reason: 'A source, please.' }, now), 'returned')
  const second = await write(changeId, articleId, first, { ...content, headline: 'Two' }, reporter)
  assert.equal(await submitChange(reporter, changeId, { ...wish, headRevisionId: second }, now), 'submitted')
  assert.equal(await approveChange(reporter, changeId, { headRevisionId: second }, now), 'not-allowed')
  assert.equal(await approveChange(editor, changeId, { headRevisionId: second }, now), 'approved')
  const saving = { changeId, articleId, baseRevisionId: second, content, reason: '', copy: { tab, sequence: 2 } }
  assert.deepEqual(await saveChange(reporter, saving, now), { outcome: 'not-allowed' })
  assert.deepEqual(await publishChange(editor, changeId, { headRevisionId: second, isUpdate: false }, now), {
    outcome: 'published',
  })
  assert.equal((await liveOf(articleId)).live.headline, 'Two')
  assert.equal(await discardChange(editor, changeId, now), 'not-now')
})

test('where a newsroom of one has switched the rule off, an editor publishes a change of their own', async () => {
  const { articleId, head, content } = await makeStory()
  const changeId = await begin(articleId)
  const changed = await write(changeId, articleId, head, { ...content, headline: 'Alone' })
  const seen = { headRevisionId: changed, isUpdate: false }
  assert.deepEqual(await publishChange(editor, changeId, seen, now), { outcome: 'second-person' })
  await setFourEyes(false)
  assert.deepEqual(await publishChange(editor, changeId, seen, now), { outcome: 'published' })
  await setFourEyes(true)
})

test('a change of an article that is withdrawn or held does not appear, and can be taken up again', async () => {
  const { articleId, head, content } = await makeStory()
  const changeId = await begin(articleId)
  const changed = await write(changeId, articleId, head, { ...content, headline: 'Late' })
  const plan = { headRevisionId: changed, isUpdate: false, publishAt: after(10) }
  assert.deepEqual(await scheduleChange(publisher, changeId, plan, now), { outcome: 'scheduled' })
  await withdrawFromReaders(publisher, articleId, { kind: 'withdrawn', note: 'An error.' }, after(1))
  await settleDueChanges(after(11))
  assert.deepEqual([(await stateOf(changeId)).status, (await stateOf(changeId)).stop], ['ready', 'withdrawn'])
  assert.equal(await unscheduleChange(publisher, changeId, after(11)), 'not-now')
  assert.equal(await discardChange(editor, changeId, after(11)), 'discarded')
  assert.equal(await resumeChange(editor, changeId, after(11)), 'not-now')

  const other = await makeStory()
  const heldId = await begin(other.articleId)
  const next = await write(heldId, other.articleId, other.head, { ...other.content, headline: 'Held' })
  assert.deepEqual(await scheduleChange(publisher, heldId, { ...plan, headRevisionId: next }, now), { outcome: 'scheduled' })
  await db.update(articles).set({ legalHold: true }).where(eq(articles.id, other.articleId))
  await settleDueChanges(after(11))
  assert.equal((await stateOf(heldId)).stop, 'held')
  assert.equal(await discardChange(editor, heldId, after(12)), 'discarded')
  assert.equal(await resumeChange(editor, heldId, after(12)), 'resumed')
})

test('two who save a change at once lose nothing, and a tab keeps what it wrote in the article apart', async () => {
  const { articleId, head, content } = await makeStory()
  const changeId = await begin(articleId)
  const first = await write(changeId, articleId, head, withParagraph(content, 0, 'Ten ships passed.'))
  const saving = { changeId, articleId, baseRevisionId: head, reason: '', copy: { tab, sequence: 3 } }
  const merged = await saveChange(publisher, { ...saving, content: withParagraph(content, 2, 'It rained.') }, now)
  assert.ok(
    merged.outcome === 'merged' && /Ten ships/.test(textOf(merged.content, 0)) && /rained/.test(textOf(merged.content, 2)),
  )
  const clash = await saveChange(publisher, { ...saving, content: withParagraph(content, 0, 'None passed.') }, now)
  assert.equal(clash.outcome, 'conflict')
  assert.notEqual((await stateOf(changeId)).headRevisionId, first)

  const copyOf = (headline: string) => ({ baseRevisionId: head, sequence: 9, content: { ...content, headline } })
  await reportTab(editor, { articleId, tab, changeId: null, copy: copyOf('In the article') }, now)
  const kept = await reportTab(editor, { articleId, tab, changeId, copy: copyOf('In the change') }, now)
  assert.equal('headRevisionId' in kept && kept.headRevisionId, (await stateOf(changeId)).headRevisionId)
  const headlines = async (id: string | null) =>
    (await listWorkingCopies(editor, { articleId, changeId: id })).map(({ content: { headline } }) => headline)
  assert.deepEqual([await headlines(null), await headlines(changeId)], [['In the article'], ['In the change']])
})
