import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { test } from 'node:test'
import { faultOf, type Message, sendBySmtp, serverAt } from './mail-transport'
import { testMailServer } from './testing-mail'

const server = await testMailServer()
const sender = { url: server.url, from: { name: '', address: 'news@news.example' }, host: 'news.example' }
const message: Message = {
  id: '0b6a5d0e-7c1f-4c7e-9d3a-6f1f8f2f7a10',
  to: 'jane.doe@reader.example',
  language: 'fr',
  senderName: 'The Meridian',
  subject: 'Connexion à The Meridian',
  text: 'Bonjour\n',
  html: '<!DOCTYPE html><html lang="fr"><body><p>Bonjour</p></body></html>',
}

/** A server that says `words` to whoever comes, and nothing after. */
async function startMute(words: string) {
  const sockets = new Set<Socket>()
  const mute = createServer((socket) => {
    sockets.add(socket.on('error', () => {}))
    socket.write(words)
  })
  await once(mute.listen(0, '127.0.0.1'), 'listening')
  const stop = () => {
    for (const socket of sockets) socket.destroy()
    mute.close()
  }
  const { port } = mute.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, stop }
}

test('A message goes out as plain text and HTML, from us, to one address, with the headers of automatic mail', async () => {
  assert.deepEqual(await sendBySmtp(message, sender), { outcome: 'accepted' })
  const [mail] = server.received.splice(0)
  assert.ok(mail)
  const { parsed } = mail
  assert.deepEqual([mail.from, mail.to], ['news@news.example', ['jane.doe@reader.example']])
  assert.equal(parsed.from?.text, '"The Meridian" <news@news.example>')
  assert.equal(parsed.subject, 'Connexion à The Meridian')
  assert.equal(parsed.messageId, `<${message.id}@news.example>`)
  assert.equal(parsed.headers.get('auto-submitted'), 'auto-generated')
  assert.equal(parsed.headers.get('content-language'), 'fr')
  assert.equal(parsed.headers.has('x-mailer'), false)
  assert.equal(parsed.text?.trim(), 'Bonjour')
  assert.match(String(parsed.html), /<p>Bonjour<\/p>/)
  assert.deepEqual(parsed.attachments, [])
})

test('The name in MAIL_FROM goes before the publication’s', async () => {
  await sendBySmtp(message, { ...sender, from: { name: 'Desk', address: 'news@news.example' } })
  assert.equal(server.received.splice(0)[0]?.parsed.from?.text, '"Desk" <news@news.example>')
})

test('Nothing that is said becomes a header or a recipient', async () => {
  const evil = 'x\r\nBcc: thief@evil.example\r\n\r\n<b>'
  const evils = { ...message, senderName: evil, subject: evil, id: `1\r\nBcc: thief@evil.example`, language: evil }
  await sendBySmtp({ ...evils, to: 'jane.doe@reader.example' }, { ...sender, from: { ...sender.from, name: evil } })
  for (const { parsed, to, raw } of server.received.splice(0)) {
    assert.deepEqual(to, ['jane.doe@reader.example'])
    assert.equal(parsed.headers.has('bcc'), false)
    assert.doesNotMatch(raw, /^bcc:/im)
    assert.equal(parsed.text?.trim(), 'Bonjour')
  }
  const { outcome } = await sendBySmtp({ ...message, to: 'jane.doe@reader.example, thief@evil.example' }, sender)
  assert.equal(outcome, 'failed')
  assert.deepEqual(server.received, [])
})

test('A refused recipient or message is refused for good, anything else for now; no address is told', async () => {
  const refusals = [
    { at: 'recipient', code: 550, isPermanent: true },
    { at: 'recipient', code: 451, isPermanent: false },
    { at: 'message', code: 554, isPermanent: true },
    { at: 'message', code: 421, isPermanent: false },
    { at: 'message', code: 503, isPermanent: false },
  ] as const
  for (const { at, code, isPermanent } of refusals) {
    server.refusal = {
      at,
      code,
      words: '5.1.1 <jane.doe@reader.example>: Jane.Doe unknown, see https://news.example/sign-in/token',
    }
    const delivery = await sendBySmtp(message, sender)
    assert.ok(delivery.outcome === 'failed')
    assert.equal(delivery.isPermanent, isPermanent, `${at} ${code}`)
    assert.match(delivery.fault, new RegExp(`${code} 5.1.1 … … unknown, see …$`))
  }
  server.refusal = null
  assert.deepEqual(server.received, [])
})

test('A server that takes the call and says nothing is left within seconds, and so is one that stops half way', async () => {
  for (const words of ['', '220 here\r\n']) {
    const mute = await startMute(words)
    const began = performance.now()
    const delivery = await sendBySmtp(message, { ...sender, url: mute.url })
    mute.stop()
    assert.ok(delivery.outcome === 'failed' && !delivery.isPermanent)
    assert.ok(performance.now() - began < 25_000)
  }
})

test('A server that is not there is a fault for now', async () => {
  const mute = await startMute('')
  mute.stop()
  const delivery = await sendBySmtp(message, { ...sender, url: mute.url })
  assert.ok(delivery.outcome === 'failed' && !delivery.isPermanent)
  assert.match(delivery.fault, /ECONNREFUSED/)
})

test('A password goes over an encrypted line, except within this machine', () => {
  const { requireTLS, ignoreTLS, auth } = serverAt('smtp://us%40news:p%20w@mail.example')
  assert.deepEqual(
    { requireTLS, ignoreTLS, auth },
    { requireTLS: true, ignoreTLS: false, auth: { user: 'us@news', pass: 'p w' } },
  )
  assert.deepEqual(
    ['smtp://mail.example', 'smtps://mail.example', 'smtp://localhost', 'smtp://[::1]:2525'].map((url) => {
      const { host, port, secure, ignoreTLS: isPlain } = serverAt(url)
      return [host, port, secure, isPlain]
    }),
    [
      ['mail.example', 587, false, false],
      ['mail.example', 465, true, false],
      ['localhost', 25, false, true],
      ['::1', 2525, false, true],
    ],
  )
})

test('A fault keeps no address, however it is written, and no link', () => {
  const said = [
    'jane.doe@reader.example',
    '<JANE.DOE@Reader.Example>',
    'jane.doe=40reader.example',
    'jane.doe%40reader.example',
    'mailbox "jane.doe" full',
    'other@reader.example',
    'https://news.example/sign-in/aBcDeF',
  ]
  for (const words of said)
    assert.doesNotMatch(faultOf(new Error(`550 no\r\n ${words} here`), message.to), /jane|reader\.example|aBcDeF|[\r\n]/i, words)
  assert.equal(faultOf(new Error('550 a mailbox is full'), 'a@b.example'), '550 … mailbox is full')
  assert.equal(faultOf(new Error('x'.repeat(5000)), message.to).length, 300)
})
