import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LaneTimes, SmtpLane } from './smtp-lane'
import { faultyMailServer, type SmtpFault, type SmtpStep, smtpSteps } from './testing-smtp'

const server = await faultyMailServer()
const times: LaneTimes = { connect: 2000, greeting: 300, envelope: 300, answer: 900 }
const envelope = { from: 'b+token@bounces.news.example', to: 'ada@reader.example' }
const small = Buffer.from('Subject: A\r\n\r\nText\r\n')
/** More than sockets on both sides can hold. */
const large = Buffer.concat([small, Buffer.alloc(24 * 1024 * 1024, 'abcdefgh ijklmnop qrstuvwx yz012345 6789\r\n')])

/** Opens a lane and sends one message; which of it was asked for, and what became of it. */
async function sendOver(fault: SmtpFault | null, message = small) {
  server.fault = fault
  const lane = new SmtpLane(server.url, 'news.example', times)
  let asked = 0
  const refused = await lane.open()
  const handover =
    refused ??
    (await lane.send(envelope, message, async () => {
      asked++
      return true
    }))
  const { isOpen } = lane
  lane.close()
  return { handover, asked, isOpen }
}

test('What a good server takes is taken, one message after another over one connection', async () => {
  server.fault = null
  const before = server.conversations
  const lane = new SmtpLane(server.url, 'news.example', times)
  assert.equal(await lane.open(), null)
  for (let at = 0; at < 3; at++) {
    const handover = await lane.send(envelope, small, async () => true)
    assert.deepEqual(handover, { outcome: 'accepted', reply: { code: 250, enhanced: '2.0.0', words: 'taken as 1234' } })
  }
  lane.close()
  assert.equal(server.conversations, before + 1)
  assert.deepEqual(server.received.splice(0), Array(3).fill({ to: envelope.to, text: small.toString() }))
})

/** What each failure means, by step: whether anything can have arrived decides everything. */
const meanings: Record<SmtpStep, 'not-handed-over' | 'unanswered'> = {
  greeting: 'not-handed-over',
  EHLO: 'not-handed-over',
  MAIL: 'not-handed-over',
  RCPT: 'not-handed-over',
  DATA: 'not-handed-over',
  body: 'not-handed-over',
  dot: 'unanswered',
}
const places = {
  greeting: 'connection',
  EHLO: 'connection',
  MAIL: 'sender',
  RCPT: 'recipient',
  DATA: 'message',
  dot: 'message',
} as const

for (const at of smtpSteps)
  for (const how of ['end', 'reset', 'hang'] as const)
    test(`A server that fails at ${at} by ${how}: ${meanings[at]}`, async () => {
      const { handover, asked, isOpen } = await sendOver({ at, how }, at === 'body' ? large : small)
      assert.equal(handover.outcome, meanings[at])
      assert.equal(asked, at === 'body' || at === 'dot' ? 1 : 0)
      assert.equal(isOpen, false)
      assert.equal(server.received.splice(0).length, at === 'dot' ? 1 : 0)
    })

for (const at of ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'dot'] as const)
  for (const code of [421, 451, 550] as const)
    test(`A server that answers ${code} at ${at} has refused, and is known to have`, async () => {
      const { handover, isOpen } = await sendOver({
        at,
        how: code,
        words: `${Math.floor(code / 100)}.7.1 not <ada@reader.example> now`,
      })
      assert.equal(handover.outcome, 'refused')
      assert.ok(handover.outcome === 'refused')
      assert.equal(handover.reply.code, code)
      assert.doesNotMatch(handover.reply.words, /ada|reader/)
      if (at !== 'EHLO') assert.equal(handover.at, code === 421 && at !== 'greeting' ? handover.at : places[at])
      // The conversation goes on after a refused message, not after one that ended it.
      assert.equal(isOpen, code !== 421 && at !== 'greeting' && at !== 'EHLO')
      server.received.splice(0)
    })

test('After a refused recipient the next message goes to its own recipient only', async () => {
  server.fault = { at: 'RCPT', how: 550 }
  const lane = new SmtpLane(server.url, 'news.example', times)
  await lane.open()
  assert.equal((await lane.send(envelope, small, async () => true)).outcome, 'refused')
  server.fault = null
  assert.equal((await lane.send({ ...envelope, to: 'grace@reader.example' }, small, async () => true)).outcome, 'accepted')
  lane.close()
  assert.deepEqual(
    server.received.splice(0).map(({ to }) => to),
    ['grace@reader.example'],
  )
})

test('A message that may not begin does not leave, whether the answer is no or none can be had', async () => {
  server.fault = null
  for (const mayBegin of [async () => false, async () => Promise.reject(new Error('no database'))]) {
    const lane = new SmtpLane(server.url, 'news.example', times)
    await lane.open()
    assert.deepEqual(await lane.send(envelope, small, mayBegin), { outcome: 'held-back' })
    assert.equal(lane.isOpen, false)
  }
  assert.deepEqual(server.received, [])
})

test('A lane that is closed while it sends says how far it came', async () => {
  server.fault = { at: 'dot', how: 'hang' }
  const lane = new SmtpLane(server.url, 'news.example', times)
  await lane.open()
  const sending = lane.send(envelope, small, async () => true)
  while (server.received.length === 0) await new Promise((resolve) => setImmediate(resolve))
  lane.close()
  assert.equal((await sending).outcome, 'unanswered')
  server.received.splice(0)
})

test('Nobody at the other end is nothing handed over', async () => {
  const lane = new SmtpLane('smtp://127.0.0.1:1', 'news.example', times)
  assert.equal((await lane.open())?.outcome, 'not-handed-over')
})
