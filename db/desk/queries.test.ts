import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, inArray } from 'drizzle-orm'
import { createArticle } from '../articles/commands'
import { mayRead } from '../articles/rights'
import { type ArticleStatus, articleStatuses } from '../articles/rules'
import { articles } from '../articles/schema'
import { db } from '../client'
import { record } from '../events/commands'
import { type StaffRole, staffRoles } from '../people/rules'
import { people } from '../people/schema'
import { testDatabase } from '../testing'
import { makeContributor, makePublished, makeSection, someContent } from '../testing-content'
import { listDesk } from './queries'
import { type DeskListing, deskInput } from './rules'

await testDatabase()
const now = new Date('2026-11-27T12:00:00Z')
const moment = { now, timeZone: 'Europe/Paris', limit: 50 }
const news = await makeSection('en', 'news')
const culture = await makeSection('en', 'culture')
const actualites = await makeSection('fr', 'actualites')
const leila = await makeContributor('leila', 'Leila Haddad')
const ana = await makePerson('Ana', 'reporter')
const ben = await makePerson('Ben', 'contributor')
const cem = await makePerson('Cem', 'editor')

async function makePerson(name: string, role: StaffRole) {
  const [row] = await db
    .insert(people)
    .values({ email: `${name}@desk.example`, name, role })
    .returning({ id: people.id })
  if (!row) throw new Error('An insert returned no row.')
  return { personId: row.id, role, sectionIds: [], sessionId: '', confirmedAt: now }
}

type Row = Partial<typeof articles.$inferInsert> & { headline: string; contributorId?: string }

/** An article in whatever state, past the commands that lead there: the list reads rows and asks for no history. */
async function make({ headline, contributorId, language = 'en', sectionId = news, ...row }: Row): Promise<string> {
  const bylines = contributorId ? [{ contributorId, role: 'reporter' as const, creditedAs: '' }] : []
  const { articleId } = await createArticle(null, language, someContent(sectionId, headline, { bylines }))
  await db.update(articles).set(row).where(eq(articles.id, articleId))
  return articleId
}

async function ask(actor: typeof ana, asked: Record<string, unknown> = {}): Promise<string[]> {
  const { rows } = await listDesk(actor, deskInput.parse(asked).query, moment)
  return rows.map((row) => row.headline)
}

const at = (time: string) => new Date(`2026-11-${time}Z`)

await make({ headline: 'Late draft', ownerId: ben.personId, dueAt: at('27T09:00'), modifiedAt: at('20T08:00') })
await make({
  headline: 'Review tonight',
  status: 'in_review',
  ownerId: ana.personId,
  reviewerId: cem.personId,
  dueAt: at('27T22:30'),
  modifiedAt: at('20T09:00'),
  contributorId: leila,
})
await make({
  headline: 'Ready for Monday',
  status: 'ready',
  ownerId: ana.personId,
  dueAt: at('30T09:00'),
  modifiedAt: at('20T10:00'),
})
await make({ headline: 'Brouillon', language: 'fr', sectionId: actualites, ownerId: ana.personId, modifiedAt: at('20T11:00') })
const live = await makePublished(
  'en',
  someContent(culture, 'Published long ago', { bylines: [{ contributorId: leila, role: 'reporter', creditedAs: 'L. H.' }] }),
  new Date('2020-01-01T00:00:00Z'),
)
await db
  .update(articles)
  .set({ modifiedAt: at('20T12:00'), dueAt: at('01T00:00') })
  .where(eq(articles.id, live))

test('the last changed comes first, with what the desk wants to know of it', async () => {
  assert.deepEqual(await ask(cem), ['Published long ago', 'Brouillon', 'Ready for Monday', 'Review tonight', 'Late draft'])
  await db.transaction((tx) => record(tx, ana, { action: 'article.saved', subjectId: live, at: now }))
  await db.transaction((tx) => record(tx, cem, { action: 'article.previewed', subjectId: live, at: now }))
  const { rows } = await listDesk(cem, deskInput.parse({}).query, moment)
  const [first] = rows
  assert.equal(first?.modifiedBy, 'Ana')
  assert.deepEqual(
    first?.bylines.map((byline) => byline.name),
    ['L. H.'],
  )
  assert.equal(first?.section.name, 'culture')
  assert.equal(first?.publishAt?.getTime(), Date.UTC(2020, 0, 1))
  assert.equal(first?.hasUnpublishedChange, false)
  assert.deepEqual(
    rows.map((row) => row.owner?.name ?? null),
    [null, 'Ana', 'Ana', 'Ana', 'Ben'],
  )
})

test('each filter leaves what it says, and together they leave what all say', async () => {
  assert.deepEqual(await ask(cem, { status: ['draft', 'ready'] }), ['Brouillon', 'Ready for Monday', 'Late draft'])
  assert.deepEqual(await ask(cem, { section: culture }), ['Published long ago'])
  assert.deepEqual(await ask(cem, { language: 'fr' }), ['Brouillon'])
  assert.deepEqual(await ask(cem, { author: leila }), ['Published long ago', 'Review tonight'])
  assert.deepEqual(await ask(cem, { author: leila, status: 'in_review' }), ['Review tonight'])
  assert.deepEqual(await ask(ana, { owner: 'me' }), ['Brouillon', 'Ready for Monday', 'Review tonight'])
  assert.deepEqual(await ask(cem, { owner: ben.personId }), ['Late draft'])
  assert.deepEqual(await ask(cem, { asked: 'me' }), ['Review tonight'])
  assert.deepEqual(await ask(ana, { asked: 'me' }), [])
})

test('what is due is meant in the zone of the publication, and nothing published is due', async () => {
  assert.deepEqual(await ask(cem, { due: 'overdue' }), ['Late draft'])
  assert.deepEqual(await ask(cem, { due: 'today', sort: 'due' }), ['Late draft', 'Review tonight'])
  assert.deepEqual(await ask(cem, { due: 'week', sort: 'due' }), ['Late draft', 'Review tonight', 'Ready for Monday'])
})

test('what cannot be read is left out of the question', async () => {
  const asked = { status: 'published', section: 'news', owner: '1 or 1', due: 'never', sort: 'random', after: 'x.y', q: '' }
  assert.equal((await ask(cem, asked)).length, 5)
})

test('each sort goes its way, and the other way round', async () => {
  const forwards = await ask(cem, { sort: 'due' })
  assert.deepEqual(forwards.slice(0, 3), ['Late draft', 'Review tonight', 'Ready for Monday'])
  for (const sort of ['modified', 'due', 'published', 'created'])
    assert.deepEqual((await ask(cem, { sort: `-${sort}` })).reverse(), await ask(cem, { sort }), sort)
})

test('everybody sees what the rule lets them see', async () => {
  const rows = await db.select().from(articles)
  for (const role of staffRoles)
    for (const { personId } of [ana, ben, cem]) {
      const actor = { ...ana, personId, role }
      const mayBeSeen = rows.filter((row) => mayRead(actor, row)).length
      assert.equal((await ask(actor)).length, mayBeSeen, role)
      assert.equal((await listDesk(actor, deskInput.parse({}).query, moment)).count, mayBeSeen)
    }
})

test('pages hold every article once, whatever they are ordered by, forwards and back', async () => {
  const same = at('10T00:00')
  const many: string[] = []
  for (let count = 0; count < 23; count++)
    many.push(
      await make({
        headline: `Number ${count}`,
        status: articleStatuses[count % 3] as ArticleStatus,
        modifiedAt: count < 17 ? same : new Date(same.getTime() + count),
        dueAt: count % 2 ? same : null,
        createdAt: same,
      }),
    )
  for (const sort of ['modified', 'due', 'published', 'created'])
    for (const way of ['', '-']) {
      const whole = await walk(`${way}${sort}`, 'next', {})
      assert.equal(new Set(whole.ids).size, 28, sort)
      assert.equal(whole.ids.length, 28, sort)
      const back = await walk(`${way}${sort}`, 'previous', whole.last)
      assert.deepEqual([...back.ids].reverse(), whole.ids, sort)
    }
  await db.delete(articles).where(inArray(articles.id, many))
})

async function walk(sort: string, side: 'next' | 'previous', start: Record<string, string | undefined>) {
  const ids: string[] = []
  let place: Record<string, string | undefined> | null = start
  let last = start
  for (let pages = 0; place && pages < 20; pages++) {
    last = place
    const listing: DeskListing = await listDesk(cem, deskInput.parse({ sort, ...place }).query, { ...moment, limit: 5 })
    const own = listing.rows.map((row) => row.id)
    ids.push(...(side === 'next' ? own : own.reverse()))
    place = listing[side]
  }
  return { ids, last }
}
