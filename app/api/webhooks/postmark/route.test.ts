import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSuppression } from '@/db/subscribers/suppression-queries'
import { testDatabase } from '@/db/testing'
import { makeDelivery, makeNewsletter, makeSending, makeSubscriber } from '@/db/testing-audience'

await testDatabase()
process.env.POSTMARK_WEBHOOK_SECRET = 'the-password-of-the-webhook'
const { POST } = await import('./route')

const now = new Date('2026-11-28T08:00:00Z')
const post = async (body: string, password = 'the-password-of-the-webhook') => {
  const authorization = `Basic ${Buffer.from(`postmark:${password}`).toString('base64')}`
  const response = await POST(
    new Request('https://news.example/api/webhooks/postmark', { method: 'POST', body, headers: { authorization } }),
  )
  return [response.status, await response.text()]
}

test('A webhook is heard by its password alone, once, and answered in words', async () => {
  const newsletterId = await makeNewsletter('daily')
  const reader = await makeSubscriber('ada@reader.example', [newsletterId], now)
  await makeDelivery(await makeSending(newsletterId, 1, now), reader, { at: now, providerReference: 'pm-1' })
  const bounce = JSON.stringify({
    RecordType: 'Bounce',
    ID: 7,
    Type: 'HardBounce',
    MessageID: 'pm-1',
    Email: 'ada@reader.example',
  })
  const reason = async () => (await findSuppression('ada@reader.example'))?.reason ?? null

  assert.deepEqual(await post(bounce, 'wrong'), [401, 'This needs the password of the webhook.\n'])
  assert.equal(await reason(), null)
  assert.deepEqual(await post(bounce), [200, 'Heard.\n'])
  assert.deepEqual(await post(bounce), [200, 'Heard.\n'])
  assert.equal(await reason(), 'hard_bounce')
  assert.deepEqual(await post('{'), [400, 'That is not what a webhook of Postmark says.\n'])
  assert.deepEqual(await post(JSON.stringify({ RecordType: 'Open', MessageID: 'pm-1' })), [200, 'Heard.\n'])
  assert.equal((await post(`"${'x'.repeat(300_000)}"`))[0], 413)
})
