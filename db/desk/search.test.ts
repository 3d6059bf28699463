import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { createArticle, publishArticle, reviseArticle, withdrawArticle } from '../articles/commands'
import { articles } from '../articles/schema'
import { db } from '../client'
import type { StaffRole } from '../people/rules'
import { searchArticles } from '../search/queries'
import { searchInput } from '../search/rules'
import { vocabulary } from '../search/schema'
import { testDatabase } from '../testing'
import { makeContributor, makePublished, makeSection, makeTopic, paragraphs, someContent } from '../testing-content'
import { listDesk } from './queries'
import { deskInput } from './rules'

await testDatabase()
const now = new Date('2026-11-27T12:00:00Z')
const moment = { now, timeZone: 'UTC', limit: 10 }
const somebody = '00000000-0000-4000-8000-00000000000a'
const as = (role: StaffRole, personId = somebody) => ({ personId, role })

async function find(asked: string | Record<string, unknown>, actor = as('editor')) {
  const { query } = deskInput.parse(typeof asked === 'string' ? { q: asked } : asked)
  const listing = await listDesk(actor, query, moment)
  return { ...listing, headlines: listing.rows.map((row) => row.headline) }
}

async function wordRows(articleId: string): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from desk_words where article_id = ${articleId}::uuid`,
  )
  return row?.count ?? 0
}

const text = (words: string) => ({ standfirst: '', body: paragraphs(words) })
const ids: Record<string, string> = {}
let news = ''

before(async () => {
  news = await makeSection('en', 'news')
  const [culture, actualites, akhbar] = await Promise.all([
    makeSection('en', 'culture'),
    makeSection('fr', 'actualites'),
    makeSection('ar', 'akhbar'),
  ])
  const amina = await makeContributor('amina', 'Amina Haddad')
  const water = await makeTopic('aqueducts')
  const draft = async (name: string, language: Language, section: string, headline: string, words: string, more = {}) => {
    ids[name] = (await createArticle(null, language, someContent(section, headline, { ...text(words), ...more }))).articleId
  }
  const publish = async (name: string, section: string, headline: string, words: string, day = '2020-05-05') => {
    ids[name] = await makePublished('en', someContent(section, headline, text(words)), new Date(`${day}T09:00:00Z`), now)
  }
  await draft('ferry', 'en', news, 'The ferries at dawn', 'A quillwort grows on the landing stage.', {
    bylines: [{ contributorId: amina, role: 'reporter', creditedAs: '' }],
    topicIds: [water],
  })
  await draft('elections', 'fr', actualites, 'Une élection reportée', 'Les électeurs attendent depuis longtemps.')
  await draft('bridge', 'ar', akhbar, 'الجسر الذي انتظرته المدينة', 'والمهندسون يعملون ليلًا على الجسر القديم.')
  await publish('canal', news, 'The canal opens', 'Ships passed the old lock and a lantern was lit.')
  await publish('lantern', culture, 'A lantern for the museum', 'The old lamp is on show.', '2010-01-01')
  await publish('gone', news, 'A withdrawn report', 'It named a zibeline coat.')
  await withdrawArticle(ids.gone ?? '', { kind: 'withdrawn', note: '', now })
})

test('drafts are found by their text, byline and topic, in each language as its readers spell', async () => {
  assert.deepEqual((await find('quillwort')).headlines, ['The ferries at dawn'])
  assert.deepEqual((await find('Amina Haddad')).headlines, ['The ferries at dawn'])
  assert.deepEqual((await find('aqueducts')).headlines, ['The ferries at dawn'])
  assert.deepEqual((await find('ferry')).headlines, ['The ferries at dawn'])
  assert.deepEqual((await find('election')).headlines, ['Une élection reportée'])
  assert.deepEqual((await find('électeur')).headlines, ['Une élection reportée'])
  assert.deepEqual((await find('المهندسين')).headlines, ['الجسر الذي انتظرته المدينة'])
  assert.deepEqual((await find('المدينه')).headlines, ['الجسر الذي انتظرته المدينة'])
})

test('drafts and what is live are found together, and the headline that says it comes first', async () => {
  assert.deepEqual((await find('lantern')).headlines, ['A lantern for the museum', 'The canal opens'])
  await reviseArticle(null, ids.ferry ?? '', someContent(news, 'Ferries', text('A quillwort and a lantern.')), '')
  const { headlines, count } = await find('lantern')
  assert.equal(headlines[0], 'A lantern for the museum')
  assert.deepEqual([...headlines].sort(), ['A lantern for the museum', 'Ferries', 'The canal opens'])
  assert.equal(count, 3)
  assert.deepEqual((await find({ q: 'lantern', sort: 'created' })).headlines, [
    'A lantern for the museum',
    'The canal opens',
    'Ferries',
  ])
})

test('a word may be begun, a phrase quoted, another word left out', async () => {
  assert.deepEqual((await find('quillw')).headlines, ['Ferries'])
  assert.deepEqual((await find('lanter')).headlines.length, 3)
  assert.deepEqual((await find('"old lock"')).headlines, ['The canal opens'])
  assert.deepEqual((await find({ q: '"old lock"', sort: 'modified' })).headlines, ['The canal opens'])
  assert.deepEqual((await find('"lock old"')).headlines, [])
  assert.deepEqual((await find({ q: '"lock old"', sort: 'modified' })).headlines, [])
  assert.deepEqual((await find('lantern -museum -quillwort')).headlines, ['The canal opens'])
  assert.equal((await find('the of')).isTooCommon, true)
  assert.deepEqual((await find('the of')).headlines, [])
})

test('a change that is not published is found by what it says, and the live text by what it said', async () => {
  const articleId = ids.canal ?? ''
  assert.equal(await wordRows(articleId), 0)
  await reviseArticle(null, articleId, someContent(news, 'The canal opens', text('Ships passed, and a sextant was used.')), '')
  assert.equal(await wordRows(articleId), 1)
  assert.deepEqual((await find('sextant')).headlines, ['The canal opens'])
  assert.equal((await find('lock')).rows[0]?.hasUnpublishedChange, true)
  assert.equal(await publishArticle(articleId, { now }), 'published')
  assert.equal(await wordRows(articleId), 0)
  assert.deepEqual((await find('sextant')).headlines, ['The canal opens'])
  assert.deepEqual((await find('lock')).headlines, [])
})

test('what was withdrawn is found at the desk, and nothing of the desk by readers', async () => {
  assert.deepEqual((await find('zibeline')).headlines, ['A withdrawn report'])
  for (const q of ['zibeline', 'quillwort', 'quillw']) {
    const answer = await searchArticles('en', searchInput.parse({ q }).query, { now, limit: 10 })
    assert.deepEqual(answer.results, [])
  }
  assert.equal(await db.$count(vocabulary, eq(vocabulary.word, 'quillwort')), 0)
})

test('words and filters hold together, and nobody finds what they may not read', async () => {
  await db
    .update(articles)
    .set({ ownerId: somebody, status: 'in_review' })
    .where(eq(articles.id, ids.ferry ?? ''))
  assert.deepEqual((await find({ q: 'lantern', status: 'in_review' })).headlines, ['Ferries'])
  assert.deepEqual((await find({ q: 'lantern', status: 'live' })).headlines, ['A lantern for the museum'])
  assert.deepEqual((await find({ q: 'lantern', section: news })).headlines, ['Ferries'])
  assert.deepEqual((await find({ q: 'lantern', language: 'fr' })).headlines, [])
  assert.deepEqual((await find('lantern', as('contributor'))).headlines, ['Ferries'])
  const other = as('contributor', '00000000-0000-4000-8000-00000000000b')
  for (const sort of ['match', 'modified']) assert.deepEqual((await find({ q: 'lantern', sort }, other)).headlines, [])
  assert.deepEqual((await find(ids.ferry ?? '', other)).headlines, [])
  assert.deepEqual((await find('lantern', as('finance'))).headlines, [])
})

test('an article is found by its id, its address of today or of once, and its short name', async () => {
  await db
    .update(articles)
    .set({ deskSlug: 'CANAL-2' })
    .where(eq(articles.id, ids.canal ?? ''))
  await reviseArticle(null, ids.canal ?? '', someContent(news, 'The canal opens', { ...text('Ships.'), slug: 'canal-open' }), '')
  await publishArticle(ids.canal ?? '', { now })
  for (const typed of [
    ids.canal,
    `https://desk.example/dashboard/articles/${ids.canal}/history?from=1`,
    'https://meridian.example/news/canal-open',
    'meridian.example/news/canal-open/',
    '/elsewhere/canal-open',
    '/news/the-canal-opens',
    'canal-2',
  ])
    assert.deepEqual((await find(typed ?? '')).headlines, ['The canal opens'], typed)
  const path = `/ar/akhbar/${encodeURIComponent('الجسر-الذي-انتظرته-المدينة')}`
  assert.deepEqual((await find(`https://meridian.example${path}`)).headlines, ['الجسر الذي انتظرته المدينة'])
  assert.deepEqual((await find('https://meridian.example/news/never-written')).headlines, [])
  assert.deepEqual((await find('50% / more')).headlines, [])
})

test('what was found goes on over pages in every order, without gaps and repeats', async () => {
  for (let count = 0; count < 23; count++)
    await createArticle(null, 'en', someContent(news, `Number ${count}`, { slug: `number-${count}`, ...text('A whippletree.') }))
  for (const sort of ['match', 'modified', '-modified', 'due', 'published', 'created']) {
    const seen: string[] = []
    let place: Record<string, string> | null = {}
    let pages = 0
    while (place && pages < 9) {
      const listing = await find({ q: 'whippletree', sort, ...place })
      seen.push(...listing.headlines)
      assert.equal(listing.count, 23)
      place = listing.next as Record<string, string> | null
      if (pages === 1) {
        const back = await find({ q: 'whippletree', sort, ...listing.previous })
        assert.deepEqual(back.headlines, seen.slice(0, 10), sort)
      }
      pages++
    }
    assert.equal(pages, 3, sort)
    assert.equal(new Set(seen).size, 23, sort)
    assert.equal(seen.length, 23, sort)
  }
})
