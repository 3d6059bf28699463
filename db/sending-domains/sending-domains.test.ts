import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { after, test } from 'node:test'
import { testDatabase } from '../testing'
import { makeNewsletter } from '../testing-audience'
import { makeActor } from '../testing-staff'

await testDatabase()
process.env.DKIM_SELECTOR = 's1'
process.env.BOUNCE_DOMAIN = 'bounces.news.example'
const { checkSendingDomain, checkSendingDomains } = await import('./commands')
const { lookUpDomain, textResolver } = await import('./look-up')
const { findSendingReadiness, listSendingDomains } = await import('./queries')

/** What the name server of this file says of a name: texts, that there is no such name, or that it failed. */
const zone = new Map<string, string[] | 'fails'>()

/** A name server (RFC 1035) that answers questions for texts from `zone`. */
async function startNameServer(): Promise<string> {
  const socket = createSocket('udp4')
  socket.on('message', (question, { port, address }) => socket.send(answerTo(question), port, address))
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  after(() => socket.close())
  return `127.0.0.1:${socket.address().port}`
}

function answerTo(question: Buffer): Buffer {
  const labels: string[] = []
  let at = 12
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.subarray(at + 1, at + 1 + length).toString())
    at += length + 1
  }
  const asked = question.subarray(12, at + 5)
  const found = zone.get(labels.join('.').toLowerCase())
  const texts = Array.isArray(found) ? found : []
  const header = Buffer.alloc(12)
  header.writeUInt16BE(question.readUInt16BE(0), 0)
  header.writeUInt16BE(0x8180 + (found === 'fails' ? 2 : found ? 0 : 3), 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(texts.length, 6)
  return Buffer.concat([header, asked, ...texts.map(textRecord)])
}

/** One text, in strings of 255 octets at most; its name is the one that was asked for. */
function textRecord(text: string): Buffer {
  const bytes = Buffer.from(text)
  const strings: Buffer[] = []
  for (let from = 0; from < bytes.length; from += 255) {
    const part = bytes.subarray(from, from + 255)
    strings.push(Buffer.from([part.length]), part)
  }
  const own = Buffer.concat(strings)
  const head = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, own.length >> 8, own.length & 255])
  return Buffer.concat([head, own])
}

const resolver = textResolver([await startNameServer()])
const key = (modulusLength: number) => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength })
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
}
const strong = `v=DKIM1; k=rsa; p=${key(2048)}`
const sending = { domain: 'news.example', envelopeDomain: 'bounces.news.example', selector: 's1' }
const names = { spf: 'bounces.news.example', dkim: 's1._domainkey.news.example', dmarc: '_dmarc.news.example' }
const good = { spf: ['v=spf1 include:mail.example -all'], dkim: [strong], dmarc: ['v=DMARC1; p=quarantine'] }
type Records = { [Name in keyof typeof names]: string[] | 'fails' }

function setZone(records: Partial<Records>) {
  zone.clear()
  for (const which of ['spf', 'dkim', 'dmarc'] as const) zone.set(names[which], records[which] ?? good[which])
}
const reasons = async (over = {}) => {
  const { spf, dkim, dmarc } = await lookUpDomain(resolver, { ...sending, ...over })
  return { spf: [spf.state, spf.reason], dkim: [dkim.state, dkim.reason], dmarc: [dmarc.state, dmarc.reason] }
}

test('A domain that is set up well is found good, with what stands there', async () => {
  setZone({ spf: ['something else', ...good.spf] })
  const { spf, dkim, dmarc } = await lookUpDomain(resolver, sending)
  assert.deepEqual([spf.state, dkim.state, dmarc.state], ['good', 'good', 'good'])
  assert.equal(spf.record, 'v=spf1 include:mail.example -all')
  // Longer than one string of the domain name system.
  assert.equal(dkim.record, strong)
  assert.equal(dkim.name, names.dkim)
})

test('SPF: what is missing, too much or too open is told', async () => {
  for (const [records, expected] of [
    [[], ['missing', 'none']],
    [
      ['v=spf1 -all', 'v=spf1 ~all'],
      ['wrong', 'several'],
    ],
    [['v=spf1 include:a.example +all'], ['wrong', 'allows-all']],
    [['v=spf1 all'], ['wrong', 'allows-all']],
    [['v=spf1 include:a.example ?all'], ['wrong', 'decides-nothing']],
    [['v=spf1 redirect=_spf.mail.example'], ['good', 'good']],
    [[`v=spf1 ${'include:a.example '.repeat(11)}-all`], ['wrong', 'too-many-lookups']],
    ['fails', ['unknown', 'no-answer']],
  ] as const) {
    setZone({ spf: records === 'fails' ? records : [...records] })
    assert.deepEqual((await reasons()).spf, expected)
  }
})

test('DKIM: a key that is missing, taken back, weak or none is told', async () => {
  for (const [records, expected] of [
    [[], ['missing', 'none']],
    [
      [strong, strong],
      ['wrong', 'several'],
    ],
    [['v=DKIM1; p='], ['wrong', 'revoked']],
    [['v=DKIM1; k=rsa'], ['wrong', 'no-key']],
    [['v=DKIM1; p=abc'], ['wrong', 'no-key']],
    [[`v=DKIM1; p=${key(512)}`], ['wrong', 'weak-key']],
    [[`k=ed25519; p=${Buffer.alloc(32, 7).toString('base64')}`], ['good', 'good']],
    ['fails', ['unknown', 'no-answer']],
  ] as const) {
    setZone({ dkim: records === 'fails' ? records : [...records] })
    assert.deepEqual((await reasons()).dkim, expected)
  }
  assert.deepEqual((await reasons({ selector: '' })).dkim, ['unknown', 'no-selector'])
})

test('DMARC: the policy, whose it is, and whether anything stands for this very domain', async () => {
  for (const [records, expected] of [
    [[], ['missing', 'none']],
    [['v=DMARC1; p=none'], ['good', 'only-watches']],
    [['v=DMARC1; rua=mailto:a@b.example'], ['wrong', 'no-policy']],
    [
      ['v=DMARC1; p=none', 'v=DMARC1; p=reject'],
      ['wrong', 'several'],
    ],
    ['fails', ['unknown', 'no-answer']],
  ] as const) {
    setZone({ dmarc: records === 'fails' ? records : [...records] })
    assert.deepEqual((await reasons()).dmarc, expected)
  }
  setZone({ dkim: [], dmarc: ['v=DMARC1; p=reject; aspf=s'] })
  assert.deepEqual((await reasons()).dmarc, ['wrong', 'nothing-aligned'])
  setZone({ dkim: [] })
  assert.deepEqual((await reasons()).dmarc, ['good', 'good'])
  assert.deepEqual((await reasons({ envelopeDomain: 'mail.provider.example' })).dmarc, ['wrong', 'nothing-aligned'])
  // A domain above speaks for those below it that say nothing.
  setZone({})
  zone.delete(names.dmarc)
  zone.set('_dmarc.example', ['v=DMARC1; p=reject'])
  assert.deepEqual((await reasons()).dmarc, ['missing', 'none'])
  zone.set('_dmarc.news.example', ['v=DMARC1; p=reject; sp=none'])
  zone.set('s1._domainkey.letters.news.example', [strong])
  assert.deepEqual((await reasons({ domain: 'letters.news.example' })).dmarc, ['good', 'only-watches'])
})

test('Domains are looked up for those who write newsletters and by themselves, and what was found is kept', async () => {
  const now = new Date('2026-11-28T08:00:00Z')
  const editor = await makeActor('editor', now)
  const newsletter = await makeNewsletter('daily', 'daily@news.example')
  const other = await makeNewsletter('weekly', 'weekly@other.example')
  const without = await makeNewsletter('monthly', '')
  setZone({})
  assert.deepEqual(await findSendingReadiness(newsletter), { state: 'unchecked', domain: 'news.example' })
  assert.deepEqual(await findSendingReadiness(without), { state: 'no-sender' })
  assert.equal(await checkSendingDomain(editor, 'news.example', resolver, now), 'checked')
  assert.equal(await checkSendingDomain(editor, 'elsewhere.example', resolver, now), 'unknown')
  assert.equal(await checkSendingDomain(await makeActor('reporter', now), 'news.example', resolver, now), 'not-allowed')
  assert.equal((await findSendingReadiness(newsletter)).state, 'ready')
  await checkSendingDomains(resolver, new Date('2026-12-05T08:00:00Z'))
  assert.equal((await findSendingReadiness(other)).state, 'faulty')
  assert.deepEqual(
    (await listSendingDomains()).map(({ domain, newsletters, checkedAt }) => [domain, newsletters, checkedAt?.toISOString()]),
    [
      ['news.example', ['daily'], '2026-12-05T08:00:00.000Z'],
      ['other.example', ['weekly'], '2026-12-05T08:00:00.000Z'],
    ],
  )
})
