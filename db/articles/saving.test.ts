import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { db } from '../client'
import { events } from '../events/schema'
import type { Actor, StaffRole } from '../people/rules'
import { people } from '../people/schema'
import { testDatabase } from '../testing'
import { makeSection, paragraphs } from '../testing-content'
import type { ArticleContent } from './content'
import { findContent } from './contents'
import { beginArticle, restoreRevision, saveArticle } from './saving'
import { articles, revisions } from './schema'
import { listWorkingCopies, reportTab } from './working-copies'

await testDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const sectionId = await makeSection('en', 'news')

async function makeActor(role: StaffRole): Promise<Actor> {
  const [person] = await db
    .insert(people)
    .values({ email: `${role}-${Math.random()}@saving.example`, name: `A ${role}`, role })
    .returning({ id: people.id })
  return { personId: person?.id ?? '', sessionId: '', role, sectionIds: [], confirmedAt: now }
}

const reporter = await makeActor('reporter')
const editor = await makeActor('editor')

async function begin(headline = 'A headline'): Promise<{ articleId: string; head: string; content: ArticleContent }> {
  const begun = await beginArticle(reporter, { language: 'en', sectionId, headline }, now)
  assert.equal(begun.outcome, 'begun')
  if (begun.outcome !== 'begun') throw new Error('not begun')
  const head = await headOf(begun.articleId)
  const content = await findContent(db, head)
  if (!content) throw new Error('no content')
  return { articleId: begun.articleId, head, content }
}

async function headOf(articleId: string): Promise<string> {
  const [row] = await db.select({ head: articles.headRevisionId }).from(articles).where(eq(articles.id, articleId))
  return row?.head ?? ''
}

test('what is saved is the head, with who and why, and an event', async () => {
  const { articleId, head, content } = await begin()
  const said = { ...content, headline: 'Another headline', body: paragraphs('One.', 'Two.') }
  const saved = await saveArticle(reporter, { articleId, baseRevisionId: head, content: said, reason: 'A better one' }, now)
  assert.equal(saved.outcome, 'saved')
  const [row] = await db
    .select()
    .from(revisions)
    .where(eq(revisions.id, await headOf(articleId)))
  assert.deepEqual(
    [row?.number, row?.headline, row?.authorId, row?.reason, row?.basedOnId, row?.kind],
    [2, 'Another headline', reporter.personId, 'A better one', head, 'saved'],
  )
  const happened = await db
    .select({ action: events.action })
    .from(events)
    .where(eq(events.subjectId, articleId))
    .orderBy(events.id)
  assert.deepEqual(
    happened.map(({ action }) => action),
    ['article.created', 'article.saved'],
  )
})

test('a save that is sent twice writes one revision', async () => {
  const { articleId, head, content } = await begin()
  const saving = { articleId, baseRevisionId: head, content: { ...content, kicker: 'New' }, reason: '' }
  const first = await saveArticle(reporter, saving, now)
  const again = await saveArticle(reporter, saving, now)
  assert.equal(again.outcome, 'unchanged')
  assert.equal('revisionId' in first && 'revisionId' in again && first.revisionId === again.revisionId, true)
})

test('two who change different things have both', async () => {
  const { articleId, head, content } = await begin()
  const first = await saveArticle(
    editor,
    { articleId, baseRevisionId: head, content: { ...content, kicker: 'Theirs' }, reason: '' },
    now,
  )
  assert.equal(first.outcome, 'saved')
  const second = await saveArticle(
    reporter,
    { articleId, baseRevisionId: head, content: { ...content, standfirst: 'Ours' }, reason: '' },
    now,
  )
  assert.equal(second.outcome, 'merged')
  const now2 = await findContent(db, await headOf(articleId))
  assert.deepEqual([now2?.kicker, now2?.standfirst], ['Theirs', 'Ours'])
})

test('two who change the same: the head keeps the first, the second is kept as a conflict revision', async () => {
  const { articleId, head, content } = await begin()
  await saveArticle(editor, { articleId, baseRevisionId: head, content: { ...content, headline: 'Theirs' }, reason: '' }, now)
  const second = await saveArticle(
    reporter,
    { articleId, baseRevisionId: head, content: { ...content, headline: 'Ours', dateline: 'Beirut' }, reason: '' },
    now,
  )
  if (second.outcome !== 'conflict') throw new Error(second.outcome)
  assert.deepEqual(
    second.conflicts.map((conflict) => conflict.kind === 'field' && [conflict.field, conflict.ours, conflict.theirs]),
    [['headline', 'Ours', 'Theirs']],
  )
  const merged = await findContent(db, await headOf(articleId))
  assert.deepEqual([merged?.headline, merged?.dateline], ['Theirs', 'Beirut'])
  assert.equal((await findContent(db, second.keptRevisionId))?.headline, 'Ours')
  const [kept] = await db.select().from(revisions).where(eq(revisions.id, second.keptRevisionId))
  assert.deepEqual([kept?.kind, kept?.authorId], ['conflict', reporter.personId])
})

test('of many who save at once none is lost', async () => {
  const { articleId, head, content } = await begin()
  const words = Array.from({ length: 8 }, (_, index) => `Paragraph${index}`)
  const saved = await Promise.all(
    words.map((word, index) => {
      const [first] = content.body.content
      const body = { type: 'doc' as const, content: [...(first ? [first] : []), ...paragraphs(word).content] }
      return saveArticle(
        index % 2 ? reporter : editor,
        { articleId, baseRevisionId: head, content: { ...content, body }, reason: '' },
        now,
      )
    }),
  )
  assert.deepEqual(new Set(saved.map(({ outcome }) => outcome)), new Set(['saved', 'merged']))
  const text = JSON.stringify(await findContent(db, await headOf(articleId)))
  for (const word of words) assert.ok(text.includes(word), word)
})

test('a section of another edition, a body that is none, and somebody else’s article are refused', async () => {
  const { articleId, head, content } = await begin()
  const french = await makeSection('fr', 'actualites')
  const save = (content2: unknown, actor = reporter) =>
    saveArticle(actor, { articleId, baseRevisionId: head, content: content2, reason: '' }, now)
  assert.deepEqual(await save({ ...content, sectionId: french }), { outcome: 'invalid', fault: 'sectionId' })
  assert.deepEqual((await save({ ...content, body: { type: 'doc', content: [{ type: 'script' }] } })).outcome, 'invalid')
  assert.equal((await save({ ...content, headline: 'x' }, await makeActor('reporter'))).outcome, 'not-allowed')
  assert.equal(await headOf(articleId), head)
})

test('a name that is gone does not keep words from being saved', async () => {
  const { articleId, head, content } = await begin()
  const gone = crypto.randomUUID()
  const said = {
    ...content,
    topicIds: [gone],
    relatedIds: [gone],
    hero: { mediaId: gone, caption: null, alt: null },
    bylines: [
      { contributorId: gone, role: 'reporter', creditedAs: 'Her name' },
      { contributorId: gone, role: 'reporter', creditedAs: '' },
    ],
    headline: 'Words',
  }
  assert.equal(
    (await saveArticle(reporter, { articleId, baseRevisionId: head, content: said, reason: '' }, now)).outcome,
    'saved',
  )
  const saved = await findContent(db, await headOf(articleId))
  assert.deepEqual([saved?.topicIds, saved?.relatedIds, saved?.hero], [[], [], null])
  assert.deepEqual(saved?.bylines, [{ contributorId: null, role: 'reporter', creditedAs: 'Her name' }])
})

test('an earlier revision becomes the head as a new one', async () => {
  const { articleId, head, content } = await begin('The first')
  await saveArticle(
    reporter,
    { articleId, baseRevisionId: head, content: { ...content, headline: 'The second' }, reason: '' },
    now,
  )
  const restored = await restoreRevision(reporter, { articleId, revisionId: head, reason: 'It was better' }, now)
  assert.equal(restored.outcome, 'restored')
  assert.equal((await findContent(db, await headOf(articleId)))?.headline, 'The first')
  const other = await begin()
  assert.equal((await restoreRevision(reporter, { articleId, revisionId: other.head, reason: '' }, now)).outcome, 'unknown')
})

test('a working copy is its writer’s own, in each tab; the later of two counts, and saving removes it', async () => {
  const { articleId, head, content } = await begin()
  const report = (tab: string, sequence: number, headline: string, actor = reporter) =>
    reportTab(
      actor,
      { articleId, tab, changeId: null, copy: { baseRevisionId: head, sequence, content: { ...content, headline } } },
      now,
    )
  await report('one', 2, 'Second word')
  await report('one', 1, 'First word')
  await report('two', 1, 'Other tab')
  const reported = await report('three', 1, 'The editor’s', editor)
  assert.deepEqual('present' in reported && reported.present.map(({ name, isWriting }) => [name, isWriting]), [
    ['A reporter', true],
  ])
  const copies = await listWorkingCopies(reporter, { articleId, changeId: null })
  assert.deepEqual(copies.map((copy) => copy.content.headline).sort(), ['Other tab', 'Second word'])
  assert.equal((await findContent(db, await headOf(articleId)))?.headline, 'A headline')

  await saveArticle(
    reporter,
    {
      articleId,
      baseRevisionId: head,
      content: { ...content, headline: 'Second word' },
      reason: '',
      copy: { tab: 'one', sequence: 2 },
    },
    now,
  )
  assert.deepEqual(
    (await listWorkingCopies(reporter, { articleId, changeId: null })).map(({ tab }) => tab),
    ['two'],
  )
})

test('a save that arrives late leaves what its tab has kept since', async () => {
  const { articleId, head, content } = await begin()
  const said = (headline: string) => ({ ...content, headline })
  const copy = { baseRevisionId: head, sequence: 8, content: said('Written while the save was on its way') }
  await reportTab(reporter, { articleId, tab: 'one', changeId: null, copy }, now)
  const saving = { articleId, baseRevisionId: head, content: said('Saved'), reason: '', copy: { tab: 'one', sequence: 7 } }
  assert.equal((await saveArticle(reporter, saving, now)).outcome, 'saved')
  const kept = await listWorkingCopies(reporter, { articleId, changeId: null })
  assert.deepEqual(
    kept.map((own) => own.content.headline),
    ['Written while the save was on its way'],
  )
})
