import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { db } from '../db/client'
import { queueMail } from '../db/mail/commands'
import type { Letter, MailInput } from '../db/mail/rules'
import { mails } from '../db/mail/schema'
import { saveSettings } from '../db/settings/commands'
import { settingsSchema } from '../db/settings/rules'
import { testDatabase } from '../db/testing'
import { testMailServer } from '../lib/testing-mail'
import { sendMailJob } from './send-mail'
import { work } from './worker'

const server = await testMailServer()
Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: 'desk@news.example', PUBLIC_URL: 'https://news.example' })
const url = await testDatabase()

const publication = settingsSchema.parse({
  name: 'The Meridian',
  shortName: 'Meridian',
  editions: [
    { language: 'en', tagline: '', delivers: '' },
    { language: 'ar', tagline: '', delivers: '', name: 'خط الزوال' },
  ],
})
await db.transaction((tx) => saveSettings(tx, publication))

const signIn: Letter = { kind: 'sign-in', path: '/sign-in/token-of-a-link', minutes: 10 }
const invitation: Letter = {
  kind: 'invitation',
  path: '/invitations/token-of-an-invitation',
  role: 'editor',
  invitedBy: 'Grace',
  days: 7,
}

function queue(input: Partial<MailInput> = {}) {
  const mail = { to: 'ada.lovelace@reader.example', language: 'en', letter: signIn, uselessAfter: null, ...input } as const
  return db.transaction((tx) => queueMail(tx, mail))
}

async function find(id: string) {
  const [mail] = await db.select().from(mails).where(eq(mails.id, id))
  return mail ?? assert.fail('no such mail')
}

async function sendOne(input: Partial<MailInput> = {}) {
  await sendMailJob({ mailId: await queue(input) })
  const [mail] = server.received.splice(0)
  return mail ?? assert.fail('nothing came')
}

test('A mail is delivered once, as text and HTML, with its link in both; then it says nothing any more', async () => {
  const id = await queue()
  await sendMailJob({ mailId: id })
  await sendMailJob({ mailId: id })
  const [mail, ...others] = server.received.splice(0)
  assert.ok(mail)
  assert.deepEqual(others, [])
  const { parsed } = mail
  assert.deepEqual(mail.to, ['ada.lovelace@reader.example'])
  assert.equal(parsed.messageId, `<${id}@news.example>`)
  assert.equal(parsed.from?.text, '"The Meridian" <desk@news.example>')
  assert.equal(parsed.subject, 'Sign in to The Meridian')
  assert.equal(parsed.headers.get('auto-submitted'), 'auto-generated')
  assert.equal(parsed.headers.get('content-language'), 'en')
  const link = 'https://news.example/sign-in/token-of-a-link'
  assert.match(parsed.text ?? '', new RegExp(`^${link}$`, 'm'))
  assert.match(parsed.text ?? '', /valid for 10 minutes, and for one use/)
  const html = String(parsed.html)
  assert.match(html, /^<!DOCTYPE html><html lang="en" dir="ltr">/)
  assert.equal(html.split(`href="${link}"`).length, 3)
  // Nothing is fetched when it is opened, and so nobody is told that it was.
  assert.doesNotMatch(html, /<(img|script|link|iframe)|url\(|@import/)

  const { status, letter, attempts } = await find(id)
  assert.deepEqual({ status, letter, attempts }, { status: 'sent', letter: null, attempts: 1 })
})

test('Arabic is written from right to left under the edition’s own name, French from left to right', async () => {
  const arabic = await sendOne({ language: 'ar', letter: invitation })
  assert.equal(arabic.parsed.subject, 'دعوتك إلى خط الزوال')
  assert.equal(arabic.parsed.headers.get('content-language'), 'ar')
  assert.match(String(arabic.parsed.html), /<html lang="ar" dir="rtl">.*<div lang="ar" dir="rtl"/s)
  assert.match(arabic.parsed.text ?? '', /لمدة 7 أيام/)

  const french = await sendOne({ language: 'fr' })
  assert.equal(french.parsed.subject, 'Connexion à The Meridian')
  assert.match(String(french.parsed.html), /<html lang="fr" dir="ltr">.*<div lang="fr" dir="ltr"/s)
  assert.match(french.parsed.text ?? '', /valable 10 minutes/)
})

test('A name with line breaks or markup stays a name', async () => {
  await db.transaction((tx) => saveSettings(tx, { ...publication, name: 'The\r\nBcc: thief@evil.example\r\n\r\n<b>Meridian' }))
  const { raw, to, parsed } = await sendOne()
  await db.transaction((tx) => saveSettings(tx, publication))
  assert.deepEqual(to, ['ada.lovelace@reader.example'])
  assert.doesNotMatch(raw, /^bcc:/im)
  assert.equal(parsed.subject, 'Sign in to The Bcc: thief@evil.example <b>Meridian')
  assert.match(String(parsed.html), /The Bcc: thief@evil\.example &lt;b&gt;Meridian/)
})

test('A failure for now is thrown, so that the queue tries again, and the same mail goes out then', async () => {
  server.refusal = { at: 'recipient', code: 451, words: '4.7.1 <ada.lovelace@reader.example> greylisted' }
  const mailId = await queue()
  await assert.rejects(sendMailJob({ mailId }), (error: Error) => {
    assert.match(error.message, /451 4\.7\.1 … greylisted/)
    assert.doesNotMatch(`${error.message} ${error.stack}`, /ada|reader\.example|token-of/)
    return true
  })
  const { status, attempts, fault, letter } = await find(mailId)
  assert.deepEqual({ status, attempts, letter }, { status: 'waiting', attempts: 1, letter: signIn })
  assert.doesNotMatch(fault, /ada|reader\.example/)

  server.refusal = null
  await sendMailJob({ mailId })
  assert.equal(server.received.splice(0)[0]?.parsed.messageId, `<${mailId}@news.example>`)
  assert.equal((await find(mailId)).status, 'sent')
})

test('A refusal for good ends the mail at once', async () => {
  server.refusal = { at: 'recipient', code: 550, words: '5.1.1 <ada.lovelace@reader.example>: unknown' }
  const mailId = await queue()
  await sendMailJob({ mailId })
  server.refusal = null
  await sendMailJob({ mailId })
  assert.deepEqual(server.received, [])
  const { status, letter, fault } = await find(mailId)
  assert.deepEqual([status, letter], ['abandoned', null])
  assert.match(fault, /550 5\.1\.1 … unknown/)
})

test('A link that has lapsed is not sent', async () => {
  const mailId = await queue({ uselessAfter: new Date(Date.now() - 1) })
  await sendMailJob({ mailId })
  assert.deepEqual(server.received, [])
  assert.equal((await find(mailId)).status, 'abandoned')
})

test('The same job run several times at once sends once', async () => {
  server.delay = 300
  const mailId = await queue()
  const runs = await Promise.allSettled(Array.from({ length: 4 }, () => sendMailJob({ mailId })))
  server.delay = 0
  assert.equal(server.received.splice(0).length, 1)
  assert.equal(runs.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.equal((await find(mailId)).status, 'sent')
})

test('The worker sends what was promised, and nothing of a rollback', async () => {
  await db.delete(mails)
  const refused = db.transaction(async (tx) => {
    await queueMail(tx, { to: 'nobody@reader.example', language: 'en', letter: signIn, uselessAfter: null })
    throw new Error('changed my mind')
  })
  await assert.rejects(refused, /changed my mind/)
  const ids = await Promise.all(
    Array.from({ length: 12 }, (_, at) => queue({ to: `reader-${at}@reader.example`, letter: invitation })),
  )
  const worker = await work(url)
  while ((await db.$count(mails, eq(mails.status, 'sent'))) < ids.length) await wait(20)
  await worker.stop()
  const recipients = server.received.splice(0).flatMap(({ to }) => to)
  assert.deepEqual(recipients.sort(), ids.map((_, at) => `reader-${at}@reader.example`).sort())
})
