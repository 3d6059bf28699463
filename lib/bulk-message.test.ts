import assert from 'node:assert/strict'
import { createHash, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { BulkMessage, type Copy, type Pattern } from './bulk-message'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const signer = { domain: 'news.example', selector: 's2026', key: privateKey }
const place = 'https://unsubscribe.invalid/'
const pattern: Pattern = {
  headers: {
    From: { name: 'Ärger, "Weekly"', address: 'weekly@news.example' },
    Subject: 'مرحبا بكم في النشرة الأسبوعية من القدس وما حولها',
    'List-Id': 'Weekly <weekly.news.example>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  date: new Date('2026-11-28T06:00:00Z'),
  text: `Leave: ${place}\n\nA line  with   spaces \n.dot\nالسلام عليكم\n${place}\n`,
  html: `<p>é = <a href="${place}">Leave</a>${'<b>x</b> '.repeat(200)}<a href="${place}">now</a></p>`,
  place,
}
const copy: Copy = {
  to: 'ada@reader.example',
  messageId: '<ed-1.abc@news.example>',
  address: `https://news.example/unsubscribe/1abc-${'0123456789abcdef'.repeat(6)}=?&`,
  headers: { 'List-Unsubscribe': '<https://news.example/unsubscribe/1abc-0123456789abcdef>' },
}

test('A copy says what it was made of, with its own address at each place', async () => {
  const raw = new BulkMessage(pattern, null).fill(copy)
  const mail = await simpleParser(raw)
  assert.equal(mail.subject, pattern.headers.Subject)
  assert.deepEqual(mail.from?.value, [{ name: 'Ärger, "Weekly"', address: 'weekly@news.example' }])
  assert.equal(mail.messageId, copy.messageId)
  assert.deepEqual(mail.date, pattern.date)
  assert.equal(mail.html, pattern.html.replaceAll(place, copy.address))
  assert.equal(mail.text?.trimEnd(), pattern.text.replaceAll(place, copy.address).trimEnd())
  for (const line of raw.toString().split('\r\n')) assert.ok(Buffer.byteLength(line) <= 998 && !line.includes('\n'))
})

test('Its signature is good, and covers what one-click leaving needs', () => {
  const message = new BulkMessage(pattern, signer)
  for (const one of [copy, { ...copy, to: 'grace@reader.example', address: 'https://news.example/unsubscribe/2' }])
    assert.deepEqual(verify(message.fill(one), publicKey), { body: true, head: true })
  const raw = message.fill(copy).toString()
  const covered = /\bh=([^;]+);/.exec(raw)?.[1]?.replaceAll(/\s/g, '').split(':') ?? []
  for (const field of ['From', 'To', 'Subject', 'Date', 'Message-ID', 'List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post'])
    assert.ok(
      covered.some((name) => name.toLowerCase() === field.toLowerCase()),
      field,
    )
  // A changed byte is noticed.
  assert.deepEqual(verify(Buffer.from(raw.replace('spaces', 'spbces')), publicKey), { body: false, head: true })
  assert.deepEqual(verify(Buffer.from(raw.replace('To: ada', 'To: adb')), publicKey), { body: true, head: false })
})

test('Whatever is typed stays in its field and its part', async () => {
  const hostile = fc.string({ unit: 'grapheme', maxLength: 120 }).map((text) => text.replaceAll(/[\r\0]/g, ' '))
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (words, more) => {
      const subject = `a ${words}\r\nBcc: thief@evil.example`
      const message = new BulkMessage(
        { ...pattern, headers: { ...pattern.headers, Subject: subject }, text: `${more}${place}${words}` },
        signer,
      )
      const raw = message.fill(copy)
      assert.deepEqual(verify(raw, publicKey), { body: true, head: true })
      assert.doesNotMatch(raw.toString(), /^Bcc:/im)
      assert.equal((await simpleParser(raw)).messageId, copy.messageId)
    }),
    { numRuns: 60 },
  )
})

/** RFC 6376, 6.1, by hand: nothing of what signs is used. */
function verify(raw: Buffer, key: KeyObject): { body: boolean; head: boolean } {
  const text = raw.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  const fields = text.slice(0, end).split(/\r\n(?![ \t])/)
  const own = fields.find((field) => /^dkim-signature:/i.test(field)) ?? ''
  const tags = new Map(
    own
      .slice(own.indexOf(':') + 1)
      .split(';')
      .map((tag): [string, string] => {
        const at = tag.indexOf('=')
        return [tag.slice(0, at).trim(), tag.slice(at + 1).replaceAll(/\s/g, '')]
      }),
  )
  const lines = text
    .slice(end + 4)
    .split('\r\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
  while (lines.at(-1) === '') lines.pop()
  const body = createHash('sha256')
    .update(`${lines.join('\r\n')}\r\n`, 'latin1')
    .digest('base64')
  const relaxed = (field: string) => {
    const at = field.indexOf(':')
    return `${field.slice(0, at).toLowerCase().trim()}:${field
      .slice(at + 1)
      .replaceAll('\r\n', '')
      .replaceAll(/[ \t]+/g, ' ')
      .trim()}`
  }
  const left = fields.filter((field) => field !== own)
  const signed = (tags.get('h') ?? '').split(':').map((name) => {
    const at = left.findLastIndex((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    return at < 0 ? '' : `${relaxed(left.splice(at, 1)[0] ?? '')}\r\n`
  })
  const unsigned = relaxed(own.replace(/(\bb=)[^;]*$/, '$1'))
  const head = createVerify('RSA-SHA256')
    .update(signed.join('') + unsigned, 'latin1')
    .verify(key, tags.get('b') ?? '', 'base64')
  return { body: tags.get('bh') === body, head }
}
