import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { withdrawArticle } from '../../db/articles/commands'
import { db } from '../../db/client'
import { claimDeliveries } from '../../db/deliveries/claiming'
import { registerSender } from '../../db/deliveries/senders'
import { listToFreeze } from '../../db/newsletter-editions/freezing'
import { editionLinks, editionRenderings, newsletterEditions } from '../../db/newsletter-editions/schema'
import { cancelEdition, resumeEdition } from '../../db/newsletter-editions/sending-control'
import { makeEdition, makeNewsletter } from '../../db/newsletter-editions/testing-editions'
import { testDatabase } from '../../db/testing'
import { makePublished, makeSection, someContent } from '../../db/testing-content'
import { makeSubscribers } from '../../db/testing-newsletters'
import { makeActor } from '../../db/testing-staff'
import { Claims } from './claims'
import { prepareEdition } from './prepare'

await testDatabase()
const news = await makeSection('en', 'news')
const past = new Date('2026-10-01T06:00:00Z')
const editor = await makeActor('editor', new Date())
const setting = { origin: 'https://news.example', signerFor: () => null, bounceDomain: null, idempotency: null }
const claims = new Claims({ batch: 10, rates: { provider: 1000, domain: 1000 }, setting })
let made = 0

async function approved(articleIds: string[], countsClicks = false) {
  made++
  const newsletterId = await makeNewsletter(
    `week-${made}`,
    'en',
    { en: 'The Week' },
    { senderAddress: 'week@news.example', countsClicks },
  )
  await makeSubscribers(newsletterId, 3, { domain: `prepare-${made}.example` })
  const items = articleIds.map((articleId) => ({
    kind: 'article' as const,
    articleId,
    headline: '',
    blurb: '',
    mediaId: null,
    showsPicture: false,
  }))
  const text = { kind: 'text' as const, text: 'Good morning.' }
  const approval = { approvedById: editor.personId, approvedVersion: 1 }
  return makeEdition(newsletterId, 1, [text, ...items], { status: 'scheduled', sendAt: past, ...approval })
}

const published = (headline: string) => makePublished('en', someContent(news, headline), past)
const editionOf = async (id: string) =>
  (await db.select().from(newsletterEditions).where(eq(newsletterEditions.id, id)))[0] ?? assert.fail('no edition')
const htmlOf = async (id: string) =>
  (await db.select().from(editionRenderings).where(eq(editionRenderings.editionId, id))).map(({ language, html }) => ({
    language,
    html,
  }))

async function prepare(editionId: string) {
  assert.ok((await listToFreeze(new Date())).includes(editionId))
  await prepareEdition(editionId, new Date())
}

async function claimSome(most = 1) {
  const senderId = crypto.randomUUID()
  await registerSender(senderId)
  return claims.more(senderId, most, 60)
}

test('An edition is drawn in each language of the interface and frozen, by one of several at once', async () => {
  const editionId = await approved([await published('A canal opens')])
  await listToFreeze(new Date())
  await Promise.all([1, 2, 3].map(() => prepareEdition(editionId, new Date())))
  const { status, frozenCount, htmlBytes } = await editionOf(editionId)
  assert.deepEqual([status, frozenCount], ['sending', 3])
  const drawn = await htmlOf(editionId)
  assert.deepEqual(drawn.map(({ language }) => language).sort(), ['ar', 'en', 'fr'])
  for (const { html } of drawn) assert.match(html, /A canal opens/)
  assert.ok(Number(htmlBytes) > 1000)
  await cancelEdition(editor, editionId, new Date())
})

test('An article that may not be seen stops the edition before its audience is frozen; resumed, it goes without it', async () => {
  const gone = await published('Withdrawn by now')
  const editionId = await approved([await published('Still here'), gone])
  await withdrawArticle(gone, { kind: 'withdrawn', note: '', now: new Date() })
  await prepare(editionId)
  const stopped = await editionOf(editionId)
  assert.deepEqual([stopped.status, stopped.frozenAt], ['paused', null])
  assert.deepEqual(stopped.attention, { kind: 'items', items: [{ articleId: gone, reason: 'withdrawn' }] })

  assert.equal(await resumeEdition(editor, editionId, new Date()), 'done')
  await prepare(editionId)
  assert.equal((await editionOf(editionId)).status, 'sending')
  const [{ html } = { html: '' }] = await htmlOf(editionId)
  assert.match(html, /Still here/)
  assert.doesNotMatch(html, /Withdrawn by now/)
  assert.equal((await claimSome()).length, 1)
  await cancelEdition(editor, editionId, new Date())
})

test('An article withdrawn while an edition is sent stops it at the next batch; those it is resumed for do not see it', async () => {
  const articleId = await published('Wrong from the first word')
  const editionId = await approved([articleId, await published('Right')])
  await prepare(editionId)
  assert.equal((await claimSome()).length, 1)
  await withdrawArticle(articleId, { kind: 'withdrawn', note: '', now: new Date() })
  assert.deepEqual(await claimSome(), [])
  assert.equal((await editionOf(editionId)).status, 'paused')
  assert.equal(await resumeEdition(editor, editionId, new Date()), 'done')
  await prepare(editionId)
  const held = await claimSome(5)
  assert.equal(held.length, 2)
  for (const { message } of held) assert.doesNotMatch(message().bytes().toString(), /Wrong from the first word/)
  await cancelEdition(editor, editionId, new Date())
})

test('Counted links keep their places when an edition is drawn again', async () => {
  const first = await published('First')
  const second = await published('Second')
  const editionId = await approved([first, second], true)
  await prepare(editionId)
  const before = await db.select().from(editionLinks).where(eq(editionLinks.editionId, editionId)).orderBy(editionLinks.position)
  assert.equal(before.length, 2)
  await withdrawArticle(first, { kind: 'withdrawn', note: '', now: new Date() })
  await claimSome()
  await resumeEdition(editor, editionId, new Date())
  await prepare(editionId)
  const after = await db.select().from(editionLinks).where(eq(editionLinks.editionId, editionId)).orderBy(editionLinks.position)
  assert.deepEqual(after, before)
  const [{ html } = { html: '' }] = await htmlOf(editionId)
  assert.match(html, new RegExp(`click/${editionId}/${before.find(({ url }) => url.includes('second'))?.position}"`))
  await cancelEdition(editor, editionId, new Date())
})

test('What has grown above what mail programs show whole is stopped', async () => {
  const editionId = await approved([])
  const long = 'Many words. '.repeat(800)
  await db.execute(
    `insert into edition_items (edition_id, position, kind, text) select '${editionId}', n, 'text', '${long}' from generate_series(10, 22) n`,
  )
  await prepare(editionId)
  const { status, attention } = await editionOf(editionId)
  assert.deepEqual([status, attention?.kind], ['paused', 'size'])
})

test('Nobody is left holding what another sender was given', async () => {
  const editionId = await approved([await published('For all')])
  await prepare(editionId)
  const ids = (await Promise.all([claimSome(2), claimSome(2)])).flat().map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
  assert.equal((await claimDeliveries(editionId, crypto.randomUUID(), { most: 9, lease: 60 })).length, 3 - ids.length)
})
