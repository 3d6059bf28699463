import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { desc, eq, inArray } from 'drizzle-orm'
import { tagOf } from '../../lib/cache-tags'
import { reviseArticle } from '../articles/commands'
import { findArticle, listCorrections } from '../articles/queries'
import { articles } from '../articles/schema'
import { db } from '../client'
import { events } from '../events/schema'
import { mails } from '../mail/schema'
import { notices } from '../notices/schema'
import type { Actor } from '../people/rules'
import { saveSettings } from '../settings/commands'
import { findSettings } from '../settings/queries'
import { testDatabase } from '../testing'
import { makePublished, makeSection, someContent } from '../testing-content'
import { makeActor } from '../testing-staff'
import {
  approveCorrection,
  dropCorrection,
  type Proposal,
  proposeCorrection,
  refuseCorrection,
  takeBackCorrection,
} from './commands'
import { declineOffer } from './offers'
import { findCorrectionDesk, listWaitingCorrections } from './queries'
import { listSeenRevisions } from './revisions'
import { correctionOffers, corrections } from './schema'

await testDatabase()
const now = new Date()
const hour = 3_600_000
const later = new Date(now.getTime() + 60_000)
const news = await makeSection('en', 'news')
const nouvelles = await makeSection('fr', 'actu')
const akhbar = await makeSection('ar', 'akhbar')
const editor = await makeActor('editor', now, { name: 'Edna' })
const second = await makeActor('editor', now, { name: 'Emil' })

const wrong: Proposal = { type: 'correction', text: 'It was nine, not six.', pair: null, approverId: null, offerId: null }

let count = 0
const someLive = () => makePublished('en', someContent(news, `Ships ${++count}`), now, now)

async function proposed(actor: Actor, articleId: string, overrides: Partial<Proposal> = {}): Promise<string> {
  const result = await proposeCorrection(actor, articleId, { ...wrong, ...overrides }, now)
  assert.equal(result.outcome, 'proposed')
  return 'correctionId' in result ? result.correctionId : ''
}

const statusOf = async (id: string) => (await db.select().from(corrections).where(eq(corrections.id, id)))[0]?.status

/** An article of the owner's in each edition, one translation group. */
async function makeGroup(owner: Actor) {
  const group = randomUUID()
  const ids = [
    await someLive(),
    await makePublished('fr', someContent(nouvelles, `Navires ${++count}`), now, now),
    await makePublished('ar', someContent(akhbar, `سفن ${++count}`), new Date(now.getTime() + hour), now),
  ] as const
  await db
    .update(articles)
    .set({ translationGroupId: group, ownerId: owner.personId })
    .where(inArray(articles.id, [...ids]))
  return ids
}

test('what is proposed is for the desk; approved by another it stands on the article, in the list, and dates the article', async () => {
  const articleId = await someLive()
  const id = await proposed(editor, articleId)
  assert.deepEqual((await findArticle(articleId, later))?.corrections, [])
  assert.equal(await approveCorrection(editor, id, later), 'second-person')
  assert.equal(await approveCorrection({ ...second, confirmedAt: new Date(now.getTime() - hour) }, id, later), 'ask-again')
  assert.equal(await approveCorrection(await makeActor('reporter', now), id, later), 'not-allowed')
  assert.equal(await approveCorrection(second, randomUUID(), later), 'unknown')
  assert.equal(await approveCorrection(second, id, later), 'approved')
  assert.equal(await approveCorrection(second, id, later), 'not-now')

  const article = await findArticle(articleId, later)
  assert.deepEqual(article?.corrections, [{ id, type: 'correction', text: wrong.text, correctedAt: later }])
  assert.deepEqual(article?.updatedAt, later)
  const listed = await listCorrections('en', later)
  assert.deepEqual(listed[0]?.note.id, id)
  const [notice] = await db.select().from(notices).orderBy(desc(notices.id)).limit(1)
  for (const tag of [tagOf.article(articleId), tagOf.corrections('en')]) assert.ok(notice?.tags.includes(tag), tag)
  const told = await db.select().from(events).where(eq(events.subjectId, articleId)).orderBy(events.id)
  assert.deepEqual(
    told.map(({ action, personId }) => [action, personId]),
    [
      ['article.correction-proposed', editor.personId],
      ['article.corrected', second.personId],
    ],
  )
})

test('a newsroom of one approves its own', async () => {
  const articleId = await someLive()
  const id = await proposed(editor, articleId)
  const usual = await findSettings()
  await db.transaction((tx) => saveSettings(tx, { ...usual, fourEyes: false }))
  assert.equal(await approveCorrection(editor, id, later), 'approved')
  await db.transaction((tx) => saveSettings(tx, usual))
})

test('one that is taken back is gone from readers, kept with who, when and why, and the article has its date again', async () => {
  const articleId = await someLive()
  const [first, next] = [await proposed(editor, articleId), await proposed(editor, articleId, { text: 'And it was Tuesday.' })]
  const [one, two, three] = [1, 2, 3].map((hours) => new Date(now.getTime() + hours * 60_000))
  if (!one || !two || !three) throw new Error('No times.')
  assert.equal(await approveCorrection(second, first, one), 'approved')
  assert.equal(await approveCorrection(second, next, two), 'approved')
  assert.equal(await takeBackCorrection(await makeActor('reporter', now), first, 'No.', three), 'not-allowed')
  assert.equal(await takeBackCorrection(editor, first, 'It was six after all.', three), 'taken-back')
  let article = await findArticle(articleId, three)
  assert.deepEqual([article?.corrections.map((note) => note.id), article?.updatedAt], [[next], two])
  assert.equal(await takeBackCorrection(editor, next, 'It was Monday after all.', three), 'taken-back')
  article = await findArticle(articleId, three)
  assert.deepEqual([article?.corrections, article?.updatedAt], [[], null])
  assert.deepEqual(
    (await listCorrections('en', three)).filter(({ article: { id } }) => id === articleId),
    [],
  )
  const [notice] = await db.select().from(notices).orderBy(desc(notices.id)).limit(1)
  assert.equal(notice?.kind, 'withdrawal')
  assert.ok(notice?.tags.includes(tagOf.corrections('en')))

  const desk = await findCorrectionDesk(editor, articleId, three)
  const kept = desk?.corrections.find(({ id }) => id === first)
  assert.deepEqual(
    [kept?.status, kept?.takenBack, kept?.reason, kept?.correctedAt],
    ['taken_back', { name: 'Edna', at: three }, 'It was six after all.', one],
  )
  assert.equal(await takeBackCorrection(editor, first, 'Again.', three), 'not-now')
})

test('whoever proposed one drops it, others refuse it with a reason and say so', async () => {
  const articleId = await someLive()
  const [dropped, refused] = [await proposed(editor, articleId), await proposed(editor, articleId)]
  assert.equal(await dropCorrection(second, dropped, later), 'not-allowed')
  assert.equal(await refuseCorrection(editor, dropped, 'Mine.', later), 'not-now')
  assert.equal(await dropCorrection(editor, dropped, later), 'dropped')
  assert.equal(await refuseCorrection(second, refused, 'It was six.', later), 'refused')
  assert.equal(await approveCorrection(second, refused, later), 'not-now')
  assert.deepEqual([await statusOf(dropped), await statusOf(refused)], ['dropped', 'refused'])
  const [mail] = await db.select().from(mails).where(eq(mails.kind, 'correction-refused'))
  assert.ok(mail?.letter && 'path' in mail.letter && mail.letter.path === `/dashboard/articles/${articleId}/corrections`)
})

test('a pair are two revisions that readers have seen, the earlier first', async () => {
  const articleId = await someLive()
  const [live] = await listSeenRevisions(db, articleId)
  const unseen = await reviseArticle(
    { id: editor.personId },
    articleId,
    someContent(news, `Ships ${count}`, { standfirst: 'Nine.' }),
    '',
  )
  const pair = { beforeId: live?.id ?? '', afterId: unseen }
  assert.equal((await proposeCorrection(editor, articleId, { ...wrong, pair }, now)).outcome, 'unfit-pair')
  await db.update(articles).set({ liveRevisionId: unseen }).where(eq(articles.id, articleId))
  await db.insert(events).values({ action: 'article.published', subjectId: articleId, revisionId: live?.id ?? null, at: now })
  assert.deepEqual(
    (await listSeenRevisions(db, articleId)).map(({ id, since }) => [id, since]),
    [
      [unseen, null],
      [live?.id, now],
    ],
  )
  const turned = { beforeId: pair.afterId, afterId: pair.beforeId }
  assert.equal((await proposeCorrection(editor, articleId, { ...wrong, pair: turned }, now)).outcome, 'unfit-pair')
  const id = await proposed(editor, articleId, { pair })
  const desk = await findCorrectionDesk(editor, articleId, now)
  assert.deepEqual(
    desk?.corrections.map((one) => [one.id, one.pair?.before.number, one.pair?.after.number]),
    [[id, 1, 2]],
  )
})

test('only what readers have seen is corrected, by those who write it', async () => {
  const draft = await makePublished('en', someContent(news, 'Ahead'), new Date(now.getTime() + hour), now)
  assert.equal((await proposeCorrection(editor, draft, wrong, now)).outcome, 'not-live')
  assert.equal((await proposeCorrection(editor, draft, wrong, new Date(now.getTime() + 2 * hour))).outcome, 'proposed')
  const articleId = await someLive()
  const reporter = await makeActor('reporter', now)
  assert.equal((await proposeCorrection(reporter, articleId, wrong, now)).outcome, 'not-allowed')
  await db.update(articles).set({ ownerId: reporter.personId }).where(eq(articles.id, articleId))
  assert.equal(
    (await proposeCorrection(reporter, articleId, { ...wrong, approverId: reporter.personId }, now)).outcome,
    'unfit-approver',
  )
  await proposed(reporter, articleId, { approverId: second.personId })
  const asked = await db.select().from(mails).where(eq(mails.kind, 'correction-proposed'))
  assert.equal(asked.length, 1)
})

test('each translation that readers have seen is offered it once, and its owner told; taking it does not offer it on', async () => {
  const owner = await makeActor('reporter', now)
  const [english, french, arabic] = await makeGroup(owner)
  const id = await proposed(editor, english)
  assert.equal(await approveCorrection(second, id, later), 'approved')
  const made = await db.select().from(correctionOffers).where(eq(correctionOffers.correctionId, id))
  assert.deepEqual(
    made.map(({ articleId, status }) => [articleId, status]),
    [[french, 'open']],
  )
  assert.equal((await db.select().from(mails).where(eq(mails.kind, 'correction-offered'))).length, 1)
  const waiting = await listWaitingCorrections(owner, later)
  assert.deepEqual(
    waiting.map(({ kind, articleId }) => [kind, articleId]),
    [['offer', french]],
  )

  const offerId = made[0]?.id ?? ''
  assert.equal(
    (await proposeCorrection(editor, arabic, { ...wrong, offerId }, new Date(now.getTime() + 2 * hour))).outcome,
    'offer-gone',
  )
  const taken = await proposed(editor, french, { text: 'Neuf, et non six.', offerId })
  assert.equal((await proposeCorrection(editor, french, { ...wrong, offerId }, now)).outcome, 'offer-gone')
  assert.equal(await declineOffer(editor, { offerId, articleId: french, reason: 'No.' }, later), 'offer-gone')

  // Nothing came of it: it is open again, and taken anew.
  assert.equal(await refuseCorrection(second, taken, 'Say it better.', later), 'refused')
  assert.equal((await findCorrectionDesk(editor, french, later))?.offers.length, 1)
  const again = await proposed(editor, french, { text: 'Il y en avait neuf.', offerId })
  assert.equal(await approveCorrection(second, again, later), 'approved')
  const all = await db
    .select()
    .from(correctionOffers)
    .where(inArray(correctionOffers.articleId, [english, french, arabic]))
  assert.deepEqual(
    all.map(({ articleId, status, takenAsId }) => [articleId, status, takenAsId]),
    [[french, 'taken', again]],
  )
})

test('an offer is declined with a reason, and lapses with what it is of', async () => {
  const owner = await makeActor('reporter', now)
  const [english, french] = await makeGroup(owner)
  const [one, two] = [await proposed(editor, english), await proposed(editor, english)]
  for (const id of [one, two]) assert.equal(await approveCorrection(second, id, later), 'approved')
  const offers = (await findCorrectionDesk(owner, french, later))?.offers ?? []
  assert.equal(offers.length, 2)
  const stranger = await makeActor('reporter', now)
  const decline = { offerId: offers[0]?.id ?? '', articleId: french, reason: 'The French text says nine.' }
  assert.equal(await declineOffer(stranger, decline, later), 'not-allowed')
  assert.equal(await declineOffer(owner, decline, later), 'declined')
  assert.equal(await declineOffer(owner, decline, later), 'offer-gone')
  for (const id of [one, two]) assert.equal(await takeBackCorrection(second, id, 'Six after all.', later), 'taken-back')
  const statuses = await db.select().from(correctionOffers).where(eq(correctionOffers.articleId, french))
  assert.deepEqual(statuses.map(({ status }) => status).sort(), ['declined', 'lapsed'])
})

test('the database changes no word of a correction, removes none, and lets none become what it cannot', async () => {
  const articleId = await someLive()
  const id = await proposed(editor, articleId)
  const isIt = eq(corrections.id, id)
  await assert.rejects(db.update(corrections).set({ text: 'Something else.' }).where(isIt))
  await assert.rejects(db.delete(corrections).where(isIt))
  await assert.rejects(db.update(corrections).set({ status: 'taken_back', reason: 'No.' }).where(isIt))
  assert.equal(await approveCorrection(second, id, later), 'approved')
  await assert.rejects(db.update(corrections).set({ status: 'proposed', correctedAt: null }).where(isIt))
  await assert.rejects(db.update(corrections).set({ correctedAt: now }).where(isIt))
  assert.equal(await takeBackCorrection(second, id, 'No.', later), 'taken-back')
  await assert.rejects(db.update(corrections).set({ reason: 'Another.' }).where(isIt))
  await assert.rejects(db.update(corrections).set({ status: 'approved' }).where(isIt))
  await db.delete(articles).where(eq(articles.id, articleId))
  assert.equal(await statusOf(id), undefined)
})

test('of two who decide at once one does, and two editions corrected at once do not wait for one another', async () => {
  const owner = await makeActor('reporter', now)
  const [english, french] = await makeGroup(owner)
  const [one, two] = [await proposed(editor, english), await proposed(editor, french)]
  const outcomes = await Promise.all([
    approveCorrection(second, one, later),
    refuseCorrection(second, one, 'No.', later),
    approveCorrection(second, two, later),
    dropCorrection(editor, two, later),
  ])
  assert.equal(outcomes.filter((outcome) => outcome === 'not-now').length, 2)
})
