import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import type { Language } from '../../lib/languages'
import { createArticle, withdrawArticle } from '../articles/commands'
import { db } from '../client'
import { events } from '../events/schema'
import { media, renditions } from '../media/schema'
import { notices } from '../notices/schema'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { testDatabase } from '../testing'
import { makePublished, makeSection, someContent } from '../testing-content'
import { findArrangement, findFrontState, listHistory } from './arrangements'
import { listCandidates } from './candidates'
import { arrangeFront, publishFront, restoreArrangement, saveDraft } from './commands'
import { findReviewContext } from './facts'
import { findBanner, findFront } from './queries'
import { type Arrangement, emptyArrangement, type Placement } from './rules'
import { frontArrangements } from './schema'

await testDatabase()

const now = new Date('2026-11-27T12:00:00.000Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

const newsId = await makeSection('en', 'news')
const actualites = await makeSection('fr', 'actualites')
const published = (headline: string, at: number) => makePublished('en', someContent(newsId, headline), later(at), now)
const [first, second, third] = [
  await published('First', -30_000),
  await published('Second', -20_000),
  await published('Third', -10_000),
]

async function makePublisher(name: string): Promise<Actor> {
  const email = `${randomUUID()}@example.com`
  const [person] = await db.insert(people).values({ email, name, role: 'publisher' }).returning({ id: people.id })
  return { personId: person?.id ?? '', sessionId: randomUUID(), role: 'publisher', sectionIds: [], confirmedAt: now }
}

const [amal, basma] = [await makePublisher('Amal'), await makePublisher('Basma')]

function placed(articleId: string, changes: Partial<Placement> = {}): Placement {
  const words = { headline: '', kicker: '', mediaId: null, startsAt: null, endsAt: null }
  return { id: randomUUID(), zone: 'lead', articleId, ...words, ...changes }
}

const front = (...placements: Placement[]): Arrangement => ({ ...emptyArrangement, placements })

/** Saves what was made of the newest arrangement. */
async function saveNext(actor: Actor, language: Language, arrangement: Arrangement): Promise<number> {
  const { current } = await findFrontState(language)
  const draft = { number: current?.number ?? 0, base: current?.arrangement ?? emptyArrangement, arrangement }
  const saved = await saveDraft(actor, language, draft, now)
  assert.equal(saved.kind, 'saved')
  return saved.kind === 'saved' ? saved.number : 0
}

async function newestNotice(): Promise<string[]> {
  const rows = await db.select({ tags: notices.tags, id: notices.id }).from(notices).orderBy(notices.id)
  return rows.at(-1)?.tags ?? []
}

async function eventsOf(actor: Actor): Promise<string[]> {
  const rows = await db.select().from(events).where(eq(events.personId, actor.personId)).orderBy(events.id)
  return rows.map(({ action }) => action)
}

async function leadIn(language: 'en' | 'fr' | 'ar', at = now) {
  const [lead] = (await findFront(language, at)).lead
  return lead?.headline
}

test('a draft changes nothing that readers see; published it does at once, and everybody is told', async () => {
  const arrangement = front(placed(first, { headline: 'Its own words', kicker: 'Here' }))
  assert.equal(await saveNext(amal, 'en', arrangement), 1)
  assert.equal(await leadIn('en'), 'Third')
  assert.equal((await findFrontState('en')).hasDraft, true)

  assert.deepEqual(await publishFront(amal, 'en', 1, now), { kind: 'published', number: 2 })
  assert.equal(await leadIn('en'), 'Its own words')
  assert.deepEqual(await newestNotice(), [tagOf.front('en')])
  const { live, current, hasDraft } = await findFrontState('en')
  assert.deepEqual([live?.number, current?.number, hasDraft, live?.author], [2, 2, false, 'Amal'])
  assert.deepEqual(await eventsOf(amal), ['front.saved', 'front.published'])
})

test('saving what is saved already writes nothing', async () => {
  const { current } = await findFrontState('en')
  assert.equal(await saveNext(basma, 'en', current?.arrangement ?? emptyArrangement), 2)
  assert.deepEqual(await publishFront(basma, 'en', 2, now), { kind: 'nothing-new' })
  assert.deepEqual(await eventsOf(basma), [])
})

test('two who save at once: what they did is brought together, and what clashes of the second is set aside', async () => {
  const base = (await findFrontState('en')).current
  const [lead] = base?.arrangement.placements ?? []
  assert.ok(base && lead)
  const [number, before] = [base.number, base.arrangement]
  await saveNext(amal, 'en', front({ ...lead, headline: 'Amal’s' }, placed(second, { zone: 'feature' })))

  const adding = front(lead, placed(third, { zone: 'secondary' }))
  const merged = await saveDraft(basma, 'en', { number, base: before, arrangement: adding }, now)
  assert.equal(merged.kind, 'merged')
  if (merged.kind !== 'merged') return
  assert.deepEqual([merged.by, merged.conflicts], ['Amal', []])
  assert.deepEqual(
    merged.arrangement.placements.map(({ zone, headline, articleId }) => [zone, headline, articleId]),
    [
      ['lead', 'Amal’s', first],
      ['secondary', '', third],
      ['feature', '', second],
    ],
  )
  assert.deepEqual((await findFrontState('en')).current?.arrangement, merged.arrangement)

  const changing = front({ ...lead, headline: 'Basma’s' })
  const clashing = await saveDraft(basma, 'en', { number, base: before, arrangement: changing }, now)
  assert.equal(clashing.kind === 'merged' && clashing.conflicts[0]?.kind, 'headline')
  const aside = (await listHistory('en', 50)).find(({ kind }) => kind === 'set_aside')
  assert.deepEqual([aside?.author, aside?.arrangement.placements[0]?.headline], ['Basma', 'Basma’s'])
  assert.equal((await findFrontState('en')).current?.arrangement.placements[0]?.headline, 'Amal’s')
})

test('many who save at once lose nothing', async () => {
  const from = { number: 0, base: emptyArrangement }
  const french = await Promise.all(
    Array.from({ length: 6 }, (_, at) =>
      makePublished('fr', someContent(actualites, `Article ${at}`), later(-1000), now).then((id) => placed(id)),
    ),
  )
  await Promise.all(french.map((one) => saveDraft(amal, 'fr', { ...from, arrangement: front(one) }, now)))
  const { current } = await findFrontState('fr')
  assert.deepEqual(current?.arrangement.placements.map(({ id }) => id).sort(), french.map(({ id }) => id).sort())
})

test('nobody publishes what they have not seen, nor what has a fault', async () => {
  const { current } = await findFrontState('en')
  assert.ok(current)
  assert.deepEqual(await publishFront(amal, 'en', current.number - 1, now), { kind: 'overtaken', by: current.author })
  const faulty = await saveNext(amal, 'en', front(placed(first), placed(second), placed(randomUUID())))
  const refused = await publishFront(amal, 'en', faulty, now)
  assert.deepEqual(refused.kind === 'faulty' && refused.faults.map(({ kind }) => kind), ['unknown-article', 'never-shown'])
  assert.equal(await leadIn('en'), 'Its own words')
})

test('only who may can save and publish, and publishing asks for a second factor that is fresh', async () => {
  const editor: Actor = { ...amal, role: 'editor' }
  const draft = { number: 0, base: emptyArrangement, arrangement: emptyArrangement }
  assert.deepEqual(await saveDraft(editor, 'en', draft, now), { kind: 'not-allowed' })
  assert.deepEqual(await publishFront(editor, 'en', 1, now), { kind: 'not-allowed' })
  assert.equal(await restoreArrangement(editor, 'en', 1, now), 'not-allowed')
  assert.deepEqual(await publishFront(amal, 'en', 1, later(31)), { kind: 'ask-again' })
})

test('an old arrangement can be fetched back as the draft, and no row of the history is ever changed', async () => {
  assert.equal(await restoreArrangement(basma, 'en', 2, now), 'restored')
  assert.equal(await restoreArrangement(basma, 'en', 9999, now), 'unknown')
  const { current } = await findFrontState('en')
  assert.deepEqual([current?.restoredFrom, current?.arrangement], [2, (await findArrangement('en', 2))?.arrangement])
  await assert.rejects(async () => db.update(frontArrangements).set({ number: 0 }))
})

test('the history tells every publication, and of drafts in a row by one person the last', async () => {
  const banner = (text: string): Arrangement => ({ placements: [], banner: { text, link: null, startsAt: null, endsAt: null } })
  for (const text of ['a', 'b', 'c']) await saveNext(amal, 'ar', banner(text))
  await saveNext(basma, 'ar', banner('d'))
  await saveNext(amal, 'ar', banner('e'))
  const told = (await listHistory('ar', 10)).map(({ number, author }) => [number, author])
  assert.deepEqual(told, [
    [5, 'Amal'],
    [4, 'Basma'],
    [3, 'Amal'],
  ])
})

test('placements come and go by the clock, with a picture of their own while it may be shown', async () => {
  const [picture] = await db
    .insert(media)
    .values({ contentHash: 'a'.repeat(64), mimeType: 'image/png', width: 1200, height: 800, expiresAt: later(30) })
    .returning({ id: media.id })
  const mediaId = picture?.id ?? ''
  const sizes = { width: 480, height: 360, bytes: 1, file: `${'b'.repeat(64)}.jpeg` }
  await db.insert(renditions).values({ mediaId, crop: '4x3', format: 'jpeg', ...sizes })
  const timed = [placed(second, { startsAt: later(10).toISOString(), mediaId }), placed(first)]
  assert.equal((await publishFront(amal, 'en', await saveNext(amal, 'en', front(...timed)), now)).kind, 'published')

  assert.equal(await leadIn('en'), 'First')
  const before = await findFront('en', now)
  assert.deepEqual([before.nextChangeAt, before.mediaIds], [later(10), [mediaId]])
  const during = await findFront('en', later(10))
  assert.deepEqual([during.lead[0]?.headline, during.lead[0]?.picture?.id], ['Second', mediaId])
  assert.equal((await findFront('en', later(30))).lead[0]?.picture, null)
})

test('a banner is seen between its times, and only while its article is', async () => {
  const about = await makePublished('en', someContent(newsId, 'Breaking'), later(5), now)
  const banner = { text: 'It happened', startsAt: later(1).toISOString(), endsAt: later(60).toISOString() }
  const put = async (arrangement: Arrangement) => {
    assert.equal((await publishFront(amal, 'en', await saveNext(amal, 'en', arrangement), now)).kind, 'published')
    assert.deepEqual(await newestNotice(), [tagOf.front('en'), tagOf.banner('en')])
  }
  await put({ placements: [], banner: { ...banner, link: { kind: 'address', address: 'https://elsewhere.example/live' } } })
  assert.deepEqual(await findBanner('en', now), { banner: null, articleId: null, nextChangeAt: later(1) })
  const shown = { text: 'It happened', href: 'https://elsewhere.example/live' }
  assert.deepEqual(await findBanner('en', later(1)), { banner: shown, articleId: null, nextChangeAt: later(60) })
  assert.deepEqual(await findBanner('en', later(60)), { banner: null, articleId: null, nextChangeAt: null })
  assert.equal((await findBanner('fr', later(1))).banner, null)

  await put({ placements: [], banner: { ...banner, link: { kind: 'article', articleId: about } } })
  assert.deepEqual(await findBanner('en', later(1)), { banner: null, articleId: about, nextChangeAt: later(5) })
  const led = { text: 'It happened', href: '/news/breaking' }
  assert.deepEqual(await findBanner('en', later(5)), { banner: led, articleId: about, nextChangeAt: later(60) })
  await withdrawArticle(about, { kind: 'withdrawn', note: 'Wrong.', now: later(6) })
  assert.deepEqual(await findBanner('en', later(6)), { banner: null, articleId: about, nextChangeAt: null })
})

test('an import puts up a front of nobody’s, and editors’ drafts stay in the history', async () => {
  const base = front(placed(third))
  const number = await saveNext(amal, 'en', base)
  await db.transaction((tx) => arrangeFront(tx, 'en', [{ zone: 'lead', articleId: second, headline: 'Imported' }]))
  assert.equal(await leadIn('en'), 'Imported')
  const [newest, draft] = await listHistory('en', 2)
  assert.deepEqual([newest?.kind, newest?.author, draft?.kind, draft?.author], ['published', '', 'draft', 'Amal'])
  // Whoever was at work goes on: their change and the import are brought together.
  const goingOn = front(...base.placements, placed(second, { zone: 'feature' }))
  const merged = await saveDraft(amal, 'en', { number, base, arrangement: goingOn }, now)
  const standing = merged.kind === 'merged' ? merged.arrangement.placements : []
  assert.deepEqual(
    standing.map(({ zone, headline, articleId }) => [zone, headline, articleId]),
    [
      ['lead', 'Imported', second],
      ['feature', '', second],
    ],
  )
})

test('what is offered is what is coming and what is out, and is found by its words', async () => {
  const { articleId: draft } = await createArticle(null, 'en', someContent(newsId, 'A draft about lighthouses'))
  const coming = await makePublished('en', someContent(newsId, 'Tomorrow’s'), later(1440), now)
  const offered = (await listCandidates('en', '', now)).map(({ id }) => id)
  assert.equal(offered[0], coming)
  assert.deepEqual([offered.includes(first), offered.includes(draft)], [true, false])
  assert.deepEqual(
    (await listCandidates('en', 'lighthouses', now)).map(({ id }) => id),
    [draft],
  )
  assert.deepEqual(
    (await listCandidates('en', 'second', now)).map(({ id, status }) => [id, status]),
    [[second, 'live']],
  )
  assert.deepEqual(await listCandidates('en', '100%_\\', now), [])
})

test('it is known where translations of an article stand', async () => {
  const group = randomUUID()
  const translation = await makePublished('fr', someContent(actualites, 'Premier'), later(-1000), now)
  await db.execute(`update articles set translation_group_id = '${group}' where id in ('${first}', '${translation}')`)
  await db.transaction((tx) => arrangeFront(tx, 'fr', [{ zone: 'feature', articleId: translation }]))
  const { elsewhere } = await findReviewContext(db, 'en', front(placed(first), placed(second)), now)
  assert.deepEqual(elsewhere, [{ articleId: first, language: 'fr', zone: 'feature' }])
})
