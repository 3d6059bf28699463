import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { and, desc, eq } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { publishArticle, reviseArticle } from '../articles/commands'
import type { ArticleContent } from '../articles/content'
import { findContent } from '../articles/contents'
import { findArticle } from '../articles/queries'
import { articles } from '../articles/schema'
import { db } from '../client'
import { events } from '../events/schema'
import { notices } from '../notices/schema'
import type { Actor } from '../people/rules'
import { sections } from '../sections/schema'
import { saveSettings } from '../settings/commands'
import { findSettings } from '../settings/queries'
import { testDatabase } from '../testing'
import { makeContributor, makePublished, makeSection, makeTopic, paragraphs, someContent } from '../testing-content'
import { makeActor, makeDraft } from '../testing-staff'
import { beginTranslation, followOriginal, joinTranslation, leaveTranslation } from './commands'
import { findTranslationDesk } from './queries'

await testDatabase()
const now = new Date()
const news = await makeSection('en', 'news')
const actu = await makeSection('fr', 'actu')
const akhbar = await makeSection('ar', 'akhbar')
await db.update(sections).set({ translationGroupId: news }).where(eq(sections.id, news))
await db.update(sections).set({ translationGroupId: news }).where(eq(sections.id, actu))
const usual = await findSettings()
const editions = (['en', 'fr', 'ar'] as const).map((language) => ({
  language,
  name: language,
  tagline: '',
  sampleNotice: '',
  delivers: '',
}))
await db.transaction((tx) => saveSettings(tx, { ...usual, editions }))
const editor = await makeActor('editor', now, { name: 'Edna' })
const french = { language: 'fr' as const, sectionId: actu }

let count = 0
async function someLive(overrides: Partial<ArticleContent> = {}) {
  const content = someContent(news, `Ships ${++count}`, { body: paragraphs('One.', 'Two.'), ...overrides })
  return { articleId: await makePublished('en', content, now, now), content }
}

const rowOf = async (id: string) => (await db.select().from(articles).where(eq(articles.id, id)))[0]

async function begun(actor: Actor, articleId: string, wanted: Parameters<typeof beginTranslation>[2] = french): Promise<string> {
  const result = await beginTranslation(actor, articleId, wanted, now)
  assert.equal(result.outcome, 'begun')
  return 'articleId' in result ? result.articleId : ''
}

const eventsOf = async (id: string) =>
  (await db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.id)).map(({ action }) => action)

test('a translation begins with the blocks of the original under their ids, what is shared, and nothing for lists to show', async () => {
  const [egypt, unnamed] = [await makeTopic('egypt'), await makeTopic('only-english', ['en'])]
  const ada = await makeContributor('ada', 'Ada')
  const beside = await someLive()
  const besideFrench = await begun(editor, beside.articleId)
  const { articleId, content } = await someLive({
    topicIds: [egypt, unnamed],
    bylines: [{ contributorId: ada, role: 'reporter', creditedAs: '' }],
    relatedIds: [beside.articleId],
    dateline: 'SUEZ',
  })
  await db.update(articles).set({ sensitive: true, embargoNote: 'The port' }).where(eq(articles.id, articleId))
  const id = await begun(editor, articleId)
  const [original, row] = [await rowOf(articleId), await rowOf(id)]
  assert.deepEqual(
    [row?.language, row?.status, row?.ownerId, row?.translatedFromId, row?.translatedFromRevisionId, row?.translationGroupId],
    ['fr', 'draft', editor.personId, articleId, original?.liveRevisionId, articleId],
  )
  assert.equal(original?.translationGroupId, articleId)
  assert.deepEqual([row?.sensitive, row?.embargoNote], [true, 'The port'])
  const said = await findContent(db, row?.headRevisionId ?? '')
  assert.deepEqual(said?.body, content.body)
  assert.deepEqual([said?.topicIds, said?.bylines, said?.relatedIds], [[egypt], content.bylines, [besideFrench]])
  assert.deepEqual([said?.headline, said?.standfirst, said?.dateline, said?.sectionId], ['', '', 'SUEZ', actu])
  assert.deepEqual(await eventsOf(id), ['article.created'])
  assert.deepEqual((await eventsOf(articleId)).at(-1), 'article.translated')
})

test('each edition has one, also when two begin at once, and it is begun from the original wherever one stands', async () => {
  const { articleId } = await someLive()
  const results = await Promise.all([
    beginTranslation(editor, articleId, french, now),
    beginTranslation(await makeActor('editor', now), articleId, french, now),
  ])
  assert.deepEqual(results.map(({ outcome }) => outcome).sort(), ['begun', 'language-taken'])
  const frenchId = results.flatMap((result) => ('articleId' in result ? result.articleId : []))[0] ?? ''
  const arabicId = await begun(editor, frenchId, { language: 'ar', sectionId: akhbar })
  assert.equal((await rowOf(arabicId))?.translatedFromId, articleId)
  const { articleId: another } = await someLive()
  const outcome = async (wanted: Parameters<typeof beginTranslation>[2], id = another, actor = editor) =>
    (await beginTranslation(actor, id, wanted, now)).outcome
  assert.equal(await outcome({ language: 'fr', sectionId: news }), 'no-such-section')
  assert.equal(await outcome(french, randomUUID()), 'unknown')
  assert.equal(await outcome(french, another, await makeActor('contributor', now)), 'not-allowed')
  assert.equal(await outcome(french, another, await makeActor('finance', now)), 'not-allowed')
  await db.transaction((tx) => saveSettings(tx, { ...usual, editions: editions.slice(0, 1) }))
  assert.equal(await outcome(french), 'no-such-edition')
  await db.transaction((tx) => saveSettings(tx, { ...usual, editions }))
})

test('a translation is behind once readers of the original see another revision, until somebody says it has followed', async () => {
  const { articleId, content } = await someLive()
  const id = await begun(editor, articleId)
  const first = (await rowOf(articleId))?.liveRevisionId ?? ''
  assert.equal((await findTranslationDesk(editor, id, now))?.own.isBehind, false)
  const next = await reviseArticle(null, articleId, { ...content, standfirst: 'Nine.' }, '')
  assert.equal((await findTranslationDesk(editor, id, now))?.own.isBehind, false)
  await publishArticle(articleId, { now })
  const desk = await findTranslationDesk(editor, id, now)
  assert.deepEqual([desk?.own.isBehind, desk?.own.source?.id, desk?.original?.revision], [true, first, { id: next, number: 2 }])
  assert.deepEqual(
    desk?.members.map(({ isOriginal, isBehind }) => [isOriginal, isBehind]),
    [
      [true, null],
      [false, true],
    ],
  )
  assert.equal(await followOriginal(await makeActor('reporter', now), id, next, now), 'not-allowed')
  assert.equal(await followOriginal(editor, id, randomUUID(), now), 'unknown')
  assert.equal(await followOriginal(editor, articleId, next, now), 'joined-no-more')
  assert.equal(await followOriginal(editor, id, next, now), 'followed')
  assert.equal(await followOriginal(editor, id, first, now), 'overtaken')
  assert.equal((await findTranslationDesk(editor, id, now))?.own.isBehind, false)
  const [event] = await db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, id), eq(events.action, 'article.translation-followed')))
  assert.deepEqual(event?.details, { sourceRevisionId: next, before: first, number: 2 })
})

test('two that were written apart are joined and show readers the way to one another, until one leaves', async () => {
  const { articleId } = await someLive()
  const other = await makePublished('fr', someContent(actu, `Navires ${++count}`), now, now)
  const third = await makePublished('fr', someContent(actu, `Navires ${++count}`), now, now)
  const join = (id: string, to: string, actor = editor) => joinTranslation(actor, id, to, now)
  assert.equal(await join(other, randomUUID()), 'unknown')
  assert.equal(await join(other, other), 'same-language')
  assert.equal(await join(other, third), 'same-language')
  const owner = await makeActor('reporter', now)
  await db.update(articles).set({ ownerId: owner.personId }).where(eq(articles.id, other))
  assert.equal(await join(other, articleId, owner), 'not-allowed')
  assert.equal(await join(other, articleId), 'joined')
  assert.equal(await join(other, articleId), 'joined-already')
  assert.equal(await join(third, articleId), 'language-taken')
  const [notice] = await db.select().from(notices).orderBy(desc(notices.id)).limit(1)
  for (const id of [articleId, other]) assert.ok(notice?.tags.includes(tagOf.article(id)))
  const ways = async () =>
    (await Promise.all([articleId, other].map((id) => findArticle(id, now)))).map((one) =>
      one?.translations.map((way) => [way.articleId, way.isOriginal]),
    )
  assert.deepEqual(await ways(), [[[other, false]], [[articleId, true]]])

  assert.equal(await leaveTranslation(editor, articleId, now), 'is-original')
  assert.equal(await leaveTranslation(owner, other, now), 'not-allowed')
  assert.equal(await leaveTranslation(editor, other, now), 'left')
  assert.equal(await leaveTranslation(editor, other, now), 'joined-no-more')
  assert.deepEqual(await ways(), [[], []])
  const [left] = await db.select().from(notices).orderBy(desc(notices.id)).limit(1)
  for (const id of [articleId, other]) assert.ok(left?.tags.includes(tagOf.article(id)))
  assert.equal(await join(third, articleId), 'joined')
  assert.deepEqual(await eventsOf(other), ['article.translation-joined', 'article.translation-left'])
})

test('a draft is joined by its owner, and a page of it tells no headline of what they may not see', async () => {
  const owner = await makeActor('contributor', now)
  const { articleId } = await someLive()
  const { articleId: draft } = await makeDraft(owner, 'fr', someContent(actu, `Navires ${++count}`))
  assert.equal(await joinTranslation(owner, draft, articleId, now), 'joined')
  const desk = await findTranslationDesk(owner, draft, now)
  assert.deepEqual(
    desk?.members.map(({ headline }) => headline),
    [null, `Navires ${count}`],
  )
  assert.equal(await findTranslationDesk(owner, articleId, now), null)
  assert.deepEqual(desk?.may, { begin: false, join: false, leave: true, follow: true })
})

test('an edition that has none yet offers the section that answers to the original’s', async () => {
  const { articleId } = await someLive()
  const desk = await findTranslationDesk(editor, articleId, now)
  assert.deepEqual(
    desk?.missing.map(({ language, sectionId }) => [language, sectionId]),
    [
      ['fr', actu],
      ['ar', null],
    ],
  )
  assert.deepEqual([desk?.original, desk?.may], [null, { begin: true, join: true, leave: false, follow: false }])
})
