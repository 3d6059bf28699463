import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readArf } from './read-arf'
import { readDsn } from './read-dsn'
import { readReportMail, tokensIn } from './read-report-mail'
import { bounceOf, withoutAddresses } from './report-rules'
import { absenceMail, complaintMail, qmailMail, statusMail } from './testing-mails'
import { deliveryToken } from './tokens'

const to = 'b+token@bounces.example'
const read = (mail: string) => readReportMail(Buffer.from(mail))
const reader = 'Final-Recipient: rfc822; reader@reader.example'

test('What servers of several makes say is read: whether it failed, for good or for now, and why', async () => {
  const postfix = [
    reader,
    'Original-Recipient: rfc822;reader@reader.example',
    'Action: failed',
    'Status: 5.1.1',
    'Remote-MTA: dns; mx.reader.example',
    'Diagnostic-Code: smtp; 550 5.1.1 <reader@reader.example>: Recipient address',
    '    rejected: User unknown in virtual mailbox table',
  ]
  assert.deepEqual(await read(statusMail({ to, fields: postfix })), {
    kind: 'hard_bounce',
    enhancedCode: '5.1.1',
    words: '550 5.1.1 <…>: Recipient address rejected: User unknown in virtual mailbox table',
  })
  const exim = [
    'Action: failed',
    'Final-Recipient: rfc822;reader@reader.example',
    'Status: 5.0.0',
    'Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.',
  ]
  assert.equal((await read(statusMail({ to, fields: exim })))?.kind, 'hard_bounce')
  const exchange = ['Final-Recipient: rfc822;reader@reader.example', 'Action: failed', 'Status: 5.2.1', 'X-Display-Name: Ada']
  assert.deepEqual(await read(statusMail({ to, fields: exchange })), { kind: 'hard_bounce', enhancedCode: '5.2.1', words: '' })
  const full = [reader, 'Action: failed', 'Status: 5.2.2', 'Diagnostic-Code: smtp; 552 5.2.2 Over quota']
  assert.equal((await read(statusMail({ to, fields: full })))?.kind, 'soft_bounce')
  const blocked = [reader, 'Action: failed (of course)', 'Status: 5.7.1', 'Diagnostic-Code: smtp; 550 5.7.1 Spam']
  assert.equal((await read(statusMail({ to, fields: blocked })))?.kind, 'soft_bounce')
  const late = [reader, 'Action: delayed', 'Status: 4.4.1', 'Will-Retry-Until: Sun, 29 Nov 2026 06:00:00 +0000']
  assert.equal((await read(statusMail({ to, fields: late })))?.kind, 'delayed')
  const taken = [reader, 'Action: relayed', 'Status: 2.1.5']
  assert.equal((await read(statusMail({ to, fields: taken })))?.kind, 'delivered')
})

test('Where several mailboxes stand behind an address, the gentlest word counts', async () => {
  const mixed = [
    'Final-Recipient: rfc822; one@reader.example',
    'Action: failed',
    'Status: 5.1.1',
    '',
    'Final-Recipient: rfc822; two@reader.example',
    'Action: failed',
    'Status: 4.2.2',
  ]
  assert.equal((await read(statusMail({ to, fields: mixed })))?.kind, 'soft_bounce')
  assert.equal(
    (await read(statusMail({ to, fields: mixed.toSpliced(5, 2, 'Action: expanded', 'Status: 2.0.0') })))?.kind,
    'delivered',
  )
})

test('A report in a transfer encoding, or with internationalised addresses, is the same report', async () => {
  const plain =
    'Reporting-MTA: dns; a.example\r\n\r\nFinal-Recipient: utf-8; ليلى@مثال.إختبار\r\nAction: failed\r\nStatus: 5.1.10\r\n'
  const encoded = Buffer.from(plain).toString('base64')
  const mail = statusMail({ to, fields: [] })
    .replace(
      'Content-Type: message/delivery-status',
      'Content-Type: message/global-delivery-status\r\nContent-Transfer-Encoding: base64',
    )
    .replace(/Reporting-MTA[\s\S]*?(?=\r\n--b1\r\nContent-Description: Undelivered)/, `${encoded}\r\n`)
  assert.equal((await read(mail))?.enhancedCode, '5.1.10')
})

test('A complaint is one; what says that a mail is no spam is none', async () => {
  const about = { to, returnPath: 'b+x@bounces.example' }
  assert.deepEqual(await read(complaintMail('abuse', about)), { kind: 'complaint', enhancedCode: '', words: 'abuse' })
  assert.equal((await read(complaintMail('Fraud', about)))?.kind, 'complaint')
  assert.equal((await read(complaintMail('not-spam', about)))?.kind, 'other')
  assert.equal(readArf('Version: 1\r\n'), null)
})

test('Absence notes and letters of people report nothing, whatever figures stand in them', async () => {
  assert.equal(await read(absenceMail(to)), null)
  assert.equal(await read(absenceMail(to, 'X-Autoreply: yes')), null)
  assert.equal(await read(absenceMail(to, 'X-Mailer: a person')), null)
  assert.equal(await read(''), null)
})

test('Servers older than delivery status are understood by their words, without the mail that comes back', async () => {
  assert.equal((await read(qmailMail(to, '5.1.1')))?.kind, 'hard_bounce')
  assert.equal((await read(qmailMail(to, '5.7.1')))?.kind, 'soft_bounce')
  assert.equal(await read(qmailMail(to, '4.4.1')), null)
})

test('Nothing that comes by mail makes the reader fail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      await readReportMail(Buffer.from(bytes))
      const mail = statusMail({ to, fields: ['Final-Recipient: rfc822; a@b.example', Buffer.from(bytes).toString('latin1')] })
      await readReportMail(Buffer.from(mail, 'latin1'))
    }),
    { numRuns: 100 },
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      readDsn(text)
      readArf(text)
    }),
  )
})

test('What servers say is kept without addresses and on one line', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.constantFrom('<#>', '#', 'for #:', 'rfc822;#'), (address, around) => {
      const kept = withoutAddresses(`550 5.1.1\r\n ${around.replace('#', address)} unknown`)
      assert.ok(!kept.includes(address.split('@')[1] ?? '@'), kept)
      assert.doesNotMatch(kept, /[\r\n]/)
    }),
    { numRuns: 3000 },
  )
  assert.equal(withoutAddresses("<o'hara@reader.example> unknown"), '<…> unknown')
  assert.equal(withoutAddresses('x'.repeat(1000)).length, 300)
})

test('Only what says that an address is no more is hard', () => {
  for (const code of ['5.1.0', '5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'])
    assert.equal(bounceOf(code), 'hard_bounce', code)
  for (const code of ['', '4.1.1', '5.0.0', '5.1.7', '5.1.8', '5.2.2', '5.4.1', '5.5.0', '5.7.1', '5.7.26'])
    assert.equal(bounceOf(code), 'soft_bounce', code)
})

test('Tokens are found wherever a report repeats them', () => {
  const token = deliveryToken(42)
  const mail = complaintMail('abuse', { to: 'complaints@bounces.example', returnPath: `b+${token}@bounces.example` })
  assert.deepEqual(tokensIn(Buffer.from(mail)), [token])
  assert.deepEqual(tokensIn(Buffer.from(`${token}0 and x${token}`)), [])
})
