import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { db } from '../client'
import { testDatabase } from '../testing'
import { beginSending, clearOldMails, queueMail, recordFailure, recordSent } from './commands'
import { listMails } from './queries'
import { claimSeconds, type MailInput, mostAttempts } from './rules'
import { mails } from './schema'

await testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const signIn: MailInput = {
  to: 'ada@example.org',
  language: 'en',
  letter: { kind: 'sign-in', path: '/sign-in/abc', minutes: 10 },
  uselessAfter: after(600),
}
const invitation: MailInput = {
  ...signIn,
  letter: { kind: 'invitation', path: '/invitations/abc', role: 'editor', invitedBy: 'Grace', days: 7 },
  uselessAfter: null,
}
const later = { fault: '451 try later', isPermanent: false }

const queue = (input: MailInput) => db.transaction((tx) => queueMail(tx, input))

async function find(id: string) {
  const [mail] = await db.select().from(mails).where(eq(mails.id, id))
  return mail ?? assert.fail('no such mail')
}

async function begin(id: string, at = now) {
  const begun = await beginSending(id, at)
  return begun.outcome === 'begun' ? begun.mail : assert.fail(begun.outcome)
}

const listJobs = () =>
  db.execute<{ data: unknown; priority: number }>(
    sql`select data, priority from pgboss.job where name = 'send-mail' order by priority desc`,
  )

test('A mail is promised with its transaction, with ids only and the sign-in first; a rollback takes it back', async () => {
  const refused = db.transaction(async (tx) => {
    await queueMail(tx, signIn)
    throw new Error('changed my mind')
  })
  await assert.rejects(refused, /changed my mind/)
  assert.deepEqual([await db.$count(mails), (await listJobs()).length], [0, 0])

  const invited = await queue(invitation)
  const asked = await queue(signIn)
  const jobs = await listJobs()
  assert.deepEqual(
    jobs.map(({ data }) => data),
    [{ mailId: asked }, { mailId: invited }],
  )
})

test('What is no mail is not promised', async () => {
  await assert.rejects(queue({ ...signIn, to: 'ada@example.org, eve@example.org' }))
  await assert.rejects(queue({ ...signIn, letter: { kind: 'sign-in', path: 'https://evil.example', minutes: 10 } }))
})

test('Of several that ask at once one is given the mail; sent, it is given to nobody and says nothing any more', async () => {
  const id = await queue(signIn)
  const begun = await Promise.all(Array.from({ length: 8 }, () => beginSending(id, now)))
  assert.deepEqual(begun.map(({ outcome }) => outcome).sort(), ['begun', ...Array(7).fill('under-way')])
  const mail = begun.find((one) => one.outcome === 'begun')?.mail
  assert.deepEqual(mail, { id, attempt: 1, to: 'ada@example.org', language: 'en', letter: signIn.letter })

  await recordSent(id, after(1))
  assert.deepEqual(await beginSending(id, after(2)), { outcome: 'ended' })
  const { status, letter, endedAt, attempts } = await find(id)
  assert.deepEqual({ status, letter, endedAt, attempts }, { status: 'sent', letter: null, endedAt: after(1), attempts: 1 })
})

test('A failure for now leaves the mail waiting, with its reason; one for good ends it', async () => {
  const id = await queue(signIn)
  assert.equal(await recordFailure(await begin(id), later, now), 'to-be-tried-again')
  assert.deepEqual([(await find(id)).status, (await find(id)).fault], ['waiting', '451 try later'])

  const second = await begin(id, after(60))
  assert.equal(second.attempt, 2)
  assert.equal((await find(id)).fault, '')
  assert.equal(await recordFailure(second, { fault: '550 unknown', isPermanent: true }, after(61)), 'abandoned')
  const { status, letter, fault, endedAt } = await find(id)
  assert.deepEqual(
    { status, letter, fault, endedAt },
    { status: 'abandoned', letter: null, fault: '550 unknown', endedAt: after(61) },
  )
})

test('A mail that would come too late, or was tried too often, is given up', async () => {
  const late = await queue(signIn)
  assert.equal((await beginSending(late, after(600))).outcome, 'abandoned')
  assert.deepEqual([(await find(late)).status, (await find(late)).letter], ['abandoned', null])

  const often = await queue(invitation)
  for (let attempt = 1; attempt < mostAttempts; attempt++)
    assert.equal(await recordFailure(await begin(often), later, now), 'to-be-tried-again')
  assert.equal(await recordFailure(await begin(often), later, now), 'abandoned')
  assert.equal((await find(often)).fault, '451 try later')
})

test('A mail whose worker died is taken up when its claim is over; what the dead one says then changes nothing', async () => {
  const id = await queue(invitation)
  const first = await begin(id)
  assert.deepEqual(await beginSending(id, after(claimSeconds - 1)), { outcome: 'under-way' })
  const second = await begin(id, after(claimSeconds))
  assert.equal(second.attempt, 2)
  assert.equal(await recordFailure(first, { fault: '550 unknown', isPermanent: true }, after(61)), 'overtaken')
  assert.equal((await find(id)).status, 'waiting')

  // But if it was sent it is sent, whoever did it.
  await recordSent(id, after(62))
  assert.equal(await recordFailure(second, later, after(63)), 'overtaken')
  assert.equal((await find(id)).status, 'sent')
})

test('The sweep ends what nobody tries any more and forgets addresses thirty days after the end', async () => {
  await db.delete(mails)
  const days = (count: number) => after(count * 86_400)
  const sent = await queue(signIn)
  await begin(sent)
  await recordSent(sent, now)
  const lapsed = await queue(signIn)
  const waiting = await queue({ ...invitation, uselessAfter: days(40) })
  await db
    .update(mails)
    .set({ createdAt: days(20) })
    .where(eq(mails.id, waiting))
  const forgotten = await queue({ ...invitation, uselessAfter: days(40) })
  await db
    .update(mails)
    .set({ createdAt: days(1) })
    .where(eq(mails.id, forgotten))

  const statuses = async () => Promise.all([sent, lapsed, waiting, forgotten].map(async (id) => (await find(id)).status))
  await clearOldMails(now)
  assert.deepEqual(await statuses(), ['sent', 'waiting', 'waiting', 'waiting'])
  await clearOldMails(days(29))
  assert.deepEqual(await statuses(), ['sent', 'abandoned', 'waiting', 'abandoned'])
  assert.equal((await find(sent)).toAddress, 'ada@example.org')
  await clearOldMails(days(31))
  assert.equal((await find(sent)).toAddress, '')
  assert.equal((await find(lapsed)).toAddress, 'ada@example.org')
  assert.equal((await find(waiting)).toAddress, 'ada@example.org')
})

test('The list goes from the newest on, page by page, and says nothing of what a mail says', async () => {
  await db.delete(mails)
  const rows = Array.from({ length: 120 }, (_, at) => {
    const { to: toAddress, letter, language } = invitation
    // Many come in the same millisecond.
    return { toAddress, letter, language, kind: letter.kind, priority: 5, createdAt: after(Math.floor(at / 40)) }
  })
  await db.insert(mails).values(rows)
  const ended = await queue(signIn)
  await begin(ended)
  await recordSent(ended, now)

  const seen: string[] = []
  let page = await listMails({ status: 'waiting' })
  for (;;) {
    seen.push(...page.mails.map(({ id }) => id))
    if (!page.next) break
    page = await listMails({ status: 'waiting', before: page.next })
  }
  assert.equal(new Set(seen).size, 120)
  const all = await db
    .select({ id: mails.id })
    .from(mails)
    .where(eq(mails.status, 'waiting'))
    .orderBy(sql`created_at desc, id desc`)
  assert.deepEqual(
    seen,
    all.map(({ id }) => id),
  )

  const { mails: sent, next } = await listMails({ status: 'sent' })
  assert.deepEqual([sent.map(({ id }) => id), next], [[ended], null])
  assert.equal((await listMails()).mails.length, 50)
  assert.doesNotMatch(JSON.stringify(await listMails()), /sign-in\/|invitations\//)
})
