import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import type { DeliveryStatus } from '../../db/deliveries/rules'
import { deliveries } from '../../db/deliveries/schema'
import { newsletterEditions } from '../../db/newsletter-editions/schema'
import { suppressions } from '../../db/subscribers/schema'
import { testDatabase } from '../../db/testing'
import { freeze, makeEdition, makeNewsletter, makeSubscribers } from '../../db/testing-newsletters'
import type { LaneTimes } from '../../lib/smtp-lane'
import { faultyMailServer, type SmtpFault, type SmtpStep, smtpSteps } from '../../lib/testing-smtp'
import { laneMaker } from './carrier'
import type { SendingSetting } from './edition-mail'
import { Sender } from './sender'

await testDatabase()
const server = await faultyMailServer()
/** For a server that says or reads nothing; any other is waited for as long as a busy machine may take. */
const quick: LaneTimes = { connect: 2000, greeting: 300, envelope: 300, answer: 900 }
const patient: LaneTimes = { connect: 20_000, greeting: 20_000, envelope: 20_000, answer: 20_000 }
const setting: SendingSetting = {
  origin: 'https://news.example',
  signerFor: () => null,
  bounceDomain: 'bounces.news.example',
  idempotency: null,
}
const senders = new Set<Sender>()
after(() => Promise.all([...senders].map((sender) => sender.stop())))

function startSender(times = patient) {
  const sender = new Sender({
    makeLane: laneMaker(server.url, 'news.example', times),
    ...{ lanes: 4, batch: 50, rates: { provider: 10_000, domain: 10_000 }, setting },
  })
  senders.add(sender)
  return sender
}

/** Runs one sender until the edition's deliveries satisfy the condition. */
async function sendUntil(
  editionId: string,
  isEnough: (counts: Partial<Record<DeliveryStatus, number>>) => boolean,
  sender = startSender(),
) {
  while (!isEnough(await countsOf(editionId))) await wait(20)
  await sender.stop()
  senders.delete(sender)
}

async function countsOf(editionId: string): Promise<Partial<Record<DeliveryStatus, number>>> {
  const rows = await db
    .select({ status: deliveries.status, count: sql<number>`count(*)::int` })
    .from(deliveries)
    .where(eq(deliveries.editionId, editionId))
    .groupBy(deliveries.status)
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

const editionOf = async (id: string) => (await db.select().from(newsletterEditions).where(eq(newsletterEditions.id, id)))[0]

/** Bytes. */
const moreThanSocketsHold = 6 * 1024 * 1024

async function frozenFor(count: number, domain = 'reader.example', bytes = 200) {
  const newsletterId = await makeNewsletter()
  await makeSubscribers(newsletterId, count, { domain })
  const editionId = await makeEdition(newsletterId)
  await freeze(editionId, new Date(), bytes)
  return { newsletterId, editionId }
}

test('Everybody gets an edition once, and it is completed', async () => {
  server.fault = null
  const { editionId } = await frozenFor(120)
  await sendUntil(editionId, ({ sent }) => sent === 120)
  const sender = startSender()
  while ((await editionOf(editionId))?.status !== 'completed') await wait(20)
  await sender.stop()
  const received = server.received.splice(0)
  assert.equal(received.length, 120)
  assert.equal(new Set(received.map(({ to }) => to)).size, 120)
  const tokens = received.map(({ text }) => /unsubscribe\/(1[0-9a-z]+-[0-9a-f]{32})>/.exec(text)?.[1])
  assert.equal(new Set(tokens).size, 120)
  assert.equal(new Set(received.map(({ text }) => /^Message-ID: (.*)$/m.exec(text)?.[1])).size, 120)
})

/** Where a delivery comes to stand after each failure of the server. */
function stateAfter(at: SmtpStep, how: SmtpFault['how']): DeliveryStatus {
  const isAboutUs = at === 'greeting' || at === 'EHLO' || at === 'MAIL'
  if (how === 550) return isAboutUs ? 'queued' : 'failed'
  return typeof how === 'string' && at === 'dot' ? 'uncertain' : 'queued'
}

for (const at of smtpSteps)
  for (const how of ['end', 'reset', 'hang', 421, 451, 550] as const) {
    // No answer is due while a text is taken in.
    if (at === 'body' && typeof how === 'number') continue
    test(`A server that fails at ${at} by ${how} leaves the delivery ${stateAfter(at, how)}`, async () => {
      await db.execute(sql`delete from send_budgets`)
      server.fault = { at, how, ...(how === 550 ? { words: '5.7.1 not this' } : {}) }
      const conversations = server.conversations
      const { editionId } = await frozenFor(1, `${at}-${how}.example`.toLowerCase(), at === 'body' ? moreThanSocketsHold : 200)
      const expected = stateAfter(at, how)
      const sender = startSender(how === 'hang' || at === 'body' ? quick : patient)
      while (server.conversations === conversations) await wait(20)
      await sendUntil(editionId, (counts) => counts[expected] === 1, sender)
      server.fault = null
      server.received.splice(0)
      const [row] = await db.select().from(deliveries).where(eq(deliveries.editionId, editionId))
      assert.equal(row?.status, expected)
      assert.doesNotMatch(row?.reply ?? '', /reader-1|\.example/)
      assert.equal(row?.leaseEndsAt, null)
      // Nothing of it is done by another sender, unless the server says that nobody has it.
      if (expected === 'queued') {
        await db
          .update(deliveries)
          .set({ nextAt: new Date(0) })
          .where(eq(deliveries.editionId, editionId))
        await db.execute(sql`delete from send_budgets`)
        await sendUntil(editionId, ({ sent }) => sent === 1)
        assert.equal(server.received.splice(0).length, 1)
      }
    })
  }

test('A dead address is written to by nobody any more', async () => {
  server.fault = { at: 'RCPT', how: 550, words: '5.1.1 no such user' }
  const { editionId, newsletterId } = await frozenFor(1, 'dead.example')
  await sendUntil(editionId, ({ failed }) => failed === 1)
  server.fault = null
  const [row] = await db.select().from(deliveries).where(eq(deliveries.editionId, editionId))
  assert.deepEqual([row?.bounce, row?.enhancedCode, row?.replyCode], ['hard', '5.1.1', 550])
  assert.equal(await db.$count(suppressions, eq(suppressions.reason, 'hard_bounce')), 1)
  const next = await makeEdition(newsletterId)
  await freeze(next, new Date())
  assert.equal((await editionOf(next))?.frozenCount, 0)
})
