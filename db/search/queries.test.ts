import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Language } from '../../lib/languages'
import { withdrawArticle } from '../articles/commands'
import { db } from '../client'
import { testDatabase } from '../testing'
import { makeContributor, makePublished, makeSection, makeTopic, paragraphs, someContent } from '../testing-content'
import { facetsOfSpan } from './facets'
import { planTerms } from './planning'
import { searchArticles } from './queries'
import { preferIndexes, rankArticles } from './ranking'
import { searchInput } from './rules'
import { findScope } from './scope'
import { parseTerms } from './terms'

await testDatabase()

const now = new Date('2026-06-01T12:00:00Z')
const publishedOn = (day: string) => new Date(`${day}T09:00:00Z`)

async function search(language: Language, asked: string | Record<string, string>, limit = 20) {
  const { query } = searchInput.parse(typeof asked === 'string' ? { q: asked } : asked)
  const answer = await searchArticles(language, query, { now, limit })
  const headlines = answer.results.map((result) => result.card.headline)
  const marked = answer.results.map((result) => result.excerpt.filter((run) => run.isMatch).map((run) => run.text))
  return { ...answer, headlines, marked }
}

before(async () => {
  const [news, culture, actualites, akhbar] = await Promise.all([
    makeSection('en', 'news'),
    makeSection('en', 'culture'),
    makeSection('fr', 'actualites'),
    makeSection('ar', 'akhbar'),
  ])
  const [water, amina] = await Promise.all([makeTopic('water'), makeContributor('amina', 'Amina Haddad')])
  const write = (
    language: Language,
    section: string,
    day: string,
    headline: string,
    text: string,
    more: Parameters<typeof someContent>[2] = {},
  ) => {
    const content = someContent(section, headline, { standfirst: '', body: paragraphs(text), ...more })
    return makePublished(language, content, publishedOn(day), now)
  }
  await write('en', news, '2015-08-06', 'The new Suez canal opens', 'Ships passed the lane in two directions for the first time.')
  await write(
    'en',
    news,
    '2021-03-29',
    'A ship is refloated',
    'The vessel had blocked the Suez canal for six days, near the old lane.',
  )
  await write('en', news, '2022-06-02', 'Türkiye is the name now', 'The United Nations registered it.', {
    bylines: [{ contributorId: amina, role: 'reporter', creditedAs: '' }],
  })
  await write(
    'en',
    culture,
    '2023-01-10',
    'How qanats carry water',
    'Tunnels lead it from the hills of ʿAmmān to 1,000 gardens.',
    { topicIds: [water] },
  )
  await write('en', culture, '2024-01-10', 'Aleppo’s market rebuilt', 'Merchants of Aleppo returned to the covered market.')
  await write('en', culture, '2027-01-01', 'Pomegranates ahead of time', 'Nobody may know of Pomegranistan yet.')
  const gone = await write('en', news, '2020-01-01', 'Quinces withdrawn', 'Nobody may know of Quinceland any more.')
  await withdrawArticle(gone, { kind: 'withdrawn', note: '', now })
  await write(
    'fr',
    actualites,
    '2025-01-02',
    'L’Algérie accueille des réfugiées',
    'À l’été, les écoles d’Alger ont ouvert leurs portes. Une lettre publiée le dit.',
  )
  await write('fr', actualites, '2025-01-03', 'Le réfugié et la mer', 'Publié hier: aujourd’hui, c’était même l’œuvre d’un seul.')
  await write('ar', akhbar, '2025-02-01', 'كيف تعمل قناة السويس', 'تعبر السفن القَنَاةَ من الشمال إلى الجنوب، والقناة قديمة.')
  await write('ar', akhbar, '2025-02-02', 'أحمد في مدرسة الإسكندرية', 'كتب عن Alexandria عام ٢٠١٥ وعن المدرسه الأولى.')
})

test('Words are found in whatever form, headlines before texts', async () => {
  assert.deepEqual((await search('en', 'SUEZ canals')).headlines, ['The new Suez canal opens', 'A ship is refloated'])
  assert.deepEqual((await search('en', 'refloating')).headlines, ['A ship is refloated'])
  assert.deepEqual((await search('en', 'amina haddad')).headlines, ['Türkiye is the name now'])
  assert.deepEqual((await search('en', 'Turkiye')).headlines, ['Türkiye is the name now'])
  assert.deepEqual((await search('en', 'amman 1,000')).headlines, ['How qanats carry water'])
})

test('An excerpt marks what was found as the article spells it', async () => {
  assert.deepEqual((await search('en', 'amman 1,000 garden')).marked, [['Ammān', '1', '000', 'gardens']])
  assert.deepEqual((await search('ar', 'قناة')).marked, [['القَنَاةَ', 'والقناة']])
  assert.deepEqual((await search('fr', 'alger ecole')).marked, [['écoles', 'Alger']])
})

test('Quoted words stand side by side, and a hyphen excludes', async () => {
  assert.deepEqual((await search('en', '"suez canal" lane')).count, 2)
  assert.deepEqual((await search('en', '"old lane"')).headlines, ['A ship is refloated'])
  assert.deepEqual((await search('en', '"lane old"')).headlines, [])
  assert.deepEqual((await search('en', '“directions for the first time”')).headlines, ['The new Suez canal opens'])
  assert.deepEqual((await search('en', 'suez -refloated')).headlines, ['The new Suez canal opens'])
  assert.deepEqual((await search('en', 'suez -"old lane"')).headlines, ['The new Suez canal opens'])
  assert.deepEqual((await search('en', 'suez -"lane old"')).count, 2)
})

test('French is found with and without accents and elisions', async () => {
  for (const asked of ['refugiee', 'réfugiés', 'REFUGIE', 'l’œuvre OR', 'oeuvre'])
    assert.ok((await search('fr', asked.replace(' OR', ''))).headlines.includes('Le réfugié et la mer'), asked)
  assert.equal((await search('fr', 'publie')).count, 2)
  assert.deepEqual((await search('fr', 'd’Alger ecoles')).headlines, ['L’Algérie accueille des réfugiées'])
  assert.deepEqual((await search('fr', 'aujourd’hui')).headlines, ['Le réfugié et la mer'])
})

test('Arabic is found with and without article, signs, and in the spellings readers use', async () => {
  for (const asked of ['قناة', 'القناة', 'قناه', 'القناه', 'بالقناة', 'وقناة', 'والقناة', 'قَنَاة', 'قـنـاة'])
    assert.deepEqual((await search('ar', asked)).headlines, ['كيف تعمل قناة السويس'], asked)
  for (const asked of ['احمد', 'إحمد', 'المدرسة', 'مدرسه', 'الاسكندرية', 'alexandria', '2015', '٢٠١٥'])
    assert.deepEqual((await search('ar', asked)).headlines, ['أحمد في مدرسة الإسكندرية'], asked)
})

test('The last word may be a beginning', async () => {
  assert.deepEqual((await search('en', 'water qan')).headlines, ['How qanats carry water'])
  assert.deepEqual((await search('en', 'qan water')).headlines, [])
  assert.deepEqual((await search('ar', 'السوي')).headlines, ['كيف تعمل قناة السويس'])
  assert.deepEqual((await search('fr', 'alge')).marked[0], ['Alger'])
})

test('A mistyped word is replaced by the nearest that readers see, and the answer says so', async () => {
  const answer = await search('en', 'merchants alepo')
  assert.deepEqual(answer.headlines, ['Aleppo’s market rebuilt'])
  assert.equal(answer.insteadOf, 'merchants aleppo')
  assert.equal((await search('en', 'Aelppo')).insteadOf, 'aleppo')
  assert.equal((await search('fr', 'ecoels')).insteadOf, 'écoles')
  assert.equal((await search('ar', 'السوبس')).insteadOf, 'السويس')
  assert.equal((await search('en', 'suez canal')).insteadOf, null)
})

test('What readers may not see is neither found nor suggested', async () => {
  for (const asked of ['pomegranates', 'pomegranistam', 'pomegr', 'quinceland', 'quincelamd', 'aleppo -aleppo'])
    assert.deepEqual([(await search('en', asked)).count, (await search('en', asked)).insteadOf], [0, null], asked)
  assert.equal((await search('fr', 'suez')).count, 0)
})

test('Filters narrow, alone too; days are those of the publication', async () => {
  assert.deepEqual((await search('en', { q: 'suez', until: '2015-08-06' })).headlines, ['The new Suez canal opens'])
  assert.deepEqual((await search('en', { q: 'suez', from: '2015-08-07' })).headlines, ['A ship is refloated'])
  assert.deepEqual((await search('en', { q: 'water', section: 'news' })).count, 0)
  assert.deepEqual((await search('en', { topic: 'water' })).headlines, ['How qanats carry water'])
  assert.deepEqual((await search('en', { author: 'amina' })).headlines, ['Türkiye is the name now'])
  assert.deepEqual((await search('en', { section: 'culture' })).headlines, ['Aleppo’s market rebuilt', 'How qanats carry water'])
  assert.deepEqual((await search('en', { section: "x' or true" })).count, 0)
})

test('Pages follow one another without a gap, whatever is asked', async () => {
  const asks: Record<string, string>[] = [{ q: 'the', from: '2015-01-01' }, { q: 'lane' }]
  for (const asked of asks) {
    const whole = (await search('en', asked)).headlines
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof search>> = await search('en', { ...asked, before: cursor }, 1)
      assert.equal(page.count, whole.length)
      seen.push(...page.headlines)
      cursor = page.nextCursor
    }
    assert.deepEqual(seen, whole)
    assert.ok(whole.length > 1)
  }
})

test('Nothing asked, or nothing but common words, is told apart from nothing found', async () => {
  assert.equal((await search('en', '')).kind, 'unasked')
  assert.equal((await search('en', '  -lane 🙂 ""')).kind, 'too-common')
  assert.equal((await search('en', 'the of')).kind, 'too-common')
  assert.equal((await search('ar', 'في')).kind, 'too-common')
  assert.deepEqual([(await search('en', 'x')).kind, (await search('en', 'x')).count], ['found', 0])
})

test('Hostile searches are answered like any other', async () => {
  const hostile = [
    "'; drop table articles; --",
    "' | 'a' & !(",
    '\\',
    '%_',
    'a\0b',
    '\u202e\u200f',
    '"""',
    '(((((:*',
    'suez:*A & canal',
    '\ud800',
    '$1 $2',
    'ﷺ ½ ² ﬁ',
    'z'.repeat(10_000),
    '-'.repeat(10_000),
    '" '.repeat(5000),
    'ب'.repeat(300),
    '🧭 🗺️',
    '1e999 0x1f 1_000 10.5.2',
    'http://a.example/b?c=d&e=f user@example.org',
  ]
  for (const language of ['en', 'fr', 'ar'] as const)
    for (const q of hostile) assert.ok((await search(language, { q, before: q, from: q, topic: q })).kind, q)
  for (const q of hostile) assert.ok((await search('en', q)).kind, q)
  assert.equal((await search('en', "suez:*A & canal' | 'x")).count, 0)
})

test('Looking among the newest first finds the same', async () => {
  const scope = await findScope('en', searchInput.parse({}).query, now)
  assert.ok(scope)
  const rank = (newest: string | null) =>
    db.transaction(async (tx) => {
      await preferIndexes(tx)
      const terms = await planTerms(tx, 'en', parseTerms('suez'))
      return rankArticles(tx, terms, { ...scope, newest }, { asOf: now, skip: 0, limit: 20 })
    })
  const whole = await rank(null)
  assert.equal(whole?.count, 2)
  assert.deepEqual(await rank(facetsOfSpan('en', new Date('2021-01-01'), now)), whole)
})
