import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { eq } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import { db } from '../db/client'
import { deliveries, deliveryReports } from '../db/deliveries/schema'
import { absenceMail, complaintMail, statusMail } from '../db/deliveries/testing-mails'
import { deliveryToken } from '../db/deliveries/tokens'
import { subscriptions, suppressions } from '../db/subscribers/schema'
import { testDatabase } from '../db/testing'
import { makeDelivery, makeNewsletter, makeSending, makeSubscriber } from '../db/testing-audience'

await testDatabase()
const { listenForBounces } = await import('./bounce-mailbox')

const now = new Date('2026-11-28T08:00:00Z')
const domain = 'bounces.news.example'
const mailbox = await listenForBounces({ host: '127.0.0.1', port: 0, domain })
after(() => mailbox.stop())
const newsletterId = await makeNewsletter('daily')
const edition = await makeSending(newsletterId, 1, now)
let count = 0
const someDelivery = async () => {
  const reader = await makeSubscriber(`reader-${++count}@reader.example`, [newsletterId], now)
  return { reader, delivery: await makeDelivery(edition, reader, { at: now }) }
}
/** What the mailbox answered: 250, or the code and words of its refusal. */
async function deliver(to: string, raw: string): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: mailbox.port, ignoreTLS: true })
  try {
    const sent = await transport.sendMail({ envelope: { from: '', to: [to] }, raw })
    return sent.response.slice(0, 3)
  } catch (error) {
    return error instanceof Error && 'response' in error ? String(error.response) : String(error)
  } finally {
    transport.close()
  }
}
const gone = ['Final-Recipient: rfc822; reader@reader.example', 'Action: failed', 'Status: 5.1.1']
const reasonsOf = async (addressHash: string) =>
  (await db.select().from(suppressions).where(eq(suppressions.addressHash, addressHash))).map(({ reason }) => reason)

test('What comes back to a delivery is heard, be the address written in capitals', async () => {
  const { reader, delivery } = await someDelivery()
  const to = `B+${deliveryToken(delivery).toUpperCase()}@Bounces.News.Example`
  assert.equal(await deliver(to, statusMail({ to, fields: gone })), '250')
  assert.deepEqual(await reasonsOf(reader.addressHash), ['hard_bounce'])
  assert.equal(await deliver(to, statusMail({ to, fields: gone })), '250')
  assert.equal((await db.select().from(deliveryReports).where(eq(deliveryReports.deliveryId, delivery))).length, 1)
})

test('A complaint is heard wherever it is sent to', async () => {
  const { reader, delivery } = await someDelivery()
  const returnPath = `b+${deliveryToken(delivery)}@${domain}`
  const to = `complaints@${domain}`
  assert.equal(await deliver(to, complaintMail('abuse', { to, returnPath })), '250')
  assert.deepEqual(await reasonsOf(reader.addressHash), ['complaint'])
})

test('An absence note is taken and means nothing', async () => {
  const { reader, delivery } = await someDelivery()
  const to = `b+${deliveryToken(delivery)}@${domain}`
  assert.equal(await deliver(to, absenceMail(to)), '250')
  assert.deepEqual(await reasonsOf(reader.addressHash), [])
})

test('A mail that asks to leave ends that subscription', async () => {
  const { reader, delivery } = await someDelivery()
  assert.equal(await deliver(`u+${deliveryToken(delivery)}@${domain}`, 'Subject: leave\r\n\r\n'), '250')
  const [own] = await db.select().from(subscriptions).where(eq(subscriptions.subscriberId, reader.id))
  assert.equal(own?.end, 'one_click')
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, delivery))
  assert.ok(row?.leftAt)
})

test('Every other recipient is refused: it passes nothing on', async () => {
  const token = deliveryToken(1)
  for (const to of [
    `anybody@${domain}`,
    'ada@reader.example',
    `b+${token}@other.example`,
    `b+${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}@${domain}`,
    `b+@${domain}`,
    `x+${token}@${domain}`,
    `b+${token}%reader.example@${domain}`,
  ])
    assert.match(await deliver(to, 'Subject: x\r\n\r\n'), /^550 5\.1\.1 /, to)
})

test('A mail that is too large is refused, whatever size it said to have', async () => {
  const to = `b+${deliveryToken(1)}@${domain}`
  assert.match(await deliver(to, `Subject: x\r\n\r\n${'x'.repeat(1_100_000)}`), /^552 /)
  const answers = await speak(['EHLO x', 'MAIL FROM:<> SIZE=9999999'])
  assert.match(answers.at(-1) ?? '', /^552 /)
})

test('While the database is away it asks to be tried again', async () => {
  const { delivery } = await someDelivery()
  const to = `b+${deliveryToken(delivery)}@${domain}`
  await db.execute('alter table delivery_reports rename to delivery_reports_away')
  assert.match(await deliver(to, statusMail({ to, fields: gone })), /^451 4\.3\.0 /)
  await db.execute('alter table delivery_reports_away rename to delivery_reports')
  assert.equal(await deliver(to, statusMail({ to, fields: gone })), '250')
})

/** Says lines one after the other, each after the answer to the one before; gives the answers. */
async function speak(lines: string[]): Promise<string[]> {
  const socket: Socket = connect(mailbox.port, '127.0.0.1')
  const answers: string[] = []
  let text = ''
  const rest = [...lines]
  for await (const chunk of socket) {
    text += String(chunk)
    if (!/^\d{3} .*\r\n$/m.test(text)) continue
    answers.push(text)
    text = ''
    const line = rest.shift()
    if (line === undefined) break
    socket.write(`${line}\r\n`)
  }
  socket.destroy()
  return answers
}
