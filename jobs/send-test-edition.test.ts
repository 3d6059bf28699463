import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { db } from '../db/client'
import { events } from '../db/events/schema'
import { unsubscribePlace } from '../db/newsletter-editions/rules'
import { makeEdition, makeNewsletter } from '../db/newsletter-editions/testing-editions'
import { requestTestMail } from '../db/newsletter-editions/testing-mail'
import { people } from '../db/people/schema'
import { testDatabase } from '../db/testing'
import { makeActor } from '../db/testing-staff'
import { testMailServer } from '../lib/testing-mail'
import { sendTestEditionJob } from './send-test-edition'

const server = await testMailServer()
Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: 'desk@news.example', PUBLIC_URL: 'https://news.example' })
await testDatabase()
const now = new Date()
const newsletterId = await makeNewsletter('weekly', 'ar', { ar: 'الأسبوع' })
const editionId = await makeEdition(newsletterId, 1, [{ kind: 'text', text: 'سطر واحد' }], { subject: 'عدد أول' })

test('A test goes to whoever asked for it and to nobody else, is told as a test, and leads out of nothing', async () => {
  const editor = await makeActor('editor', now)
  const [person] = await db.select().from(people).where(eq(people.id, editor.personId))
  await sendTestEditionJob({ editionId, personId: editor.personId, testId: randomUUID() })
  const [mail, ...others] = server.received.splice(0)
  assert.deepEqual(others, [])
  assert.deepEqual(mail?.to, [person?.email])
  assert.match(mail?.parsed.subject ?? '', /^\[Test\] .*عدد أول/)
  assert.match(String(mail?.parsed.html), /سطر واحد/)
  assert.equal(mail?.raw.includes(new URL(unsubscribePlace).host), false)
  assert.equal(String(mail?.parsed.html).includes(unsubscribePlace), false)
})

test('Nobody is sent a test who may not compose any more', async () => {
  const reporter = await makeActor('reporter', now)
  const gone = await makeActor('editor', now)
  await db.update(people).set({ isActive: false }).where(eq(people.id, gone.personId))
  for (const { personId } of [reporter, gone]) await sendTestEditionJob({ editionId, personId, testId: randomUUID() })
  await sendTestEditionJob({ editionId: randomUUID(), personId: gone.personId, testId: randomUUID() })
  assert.deepEqual(server.received, [])
})

test('A refused test is given up, one that met a busy server is tried again', async () => {
  const { personId } = await makeActor('editor', now)
  server.refusal = { at: 'recipient', code: 550, words: 'No such user' }
  await sendTestEditionJob({ editionId, personId, testId: randomUUID() })
  server.refusal = { at: 'recipient', code: 451, words: 'Busy' }
  await assert.rejects(sendTestEditionJob({ editionId, personId, testId: randomUUID() }), /was not sent/)
  server.refusal = null
})

test('Tests are promised with an event, thirty an hour and no more', async () => {
  const editor = await makeActor('editor', now)
  for (let time = 0; time < 30; time++) assert.equal(await requestTestMail(editor, editionId, now), 'promised')
  assert.equal(await requestTestMail(editor, editionId, now), 'too-many')
  assert.equal(await requestTestMail(editor, randomUUID(), now), 'unknown')
  assert.equal(await requestTestMail(await makeActor('reporter', now), editionId, now), 'not-allowed')
  const told = await db.select().from(events).where(eq(events.personId, editor.personId))
  assert.equal(told.length, 30)
})
