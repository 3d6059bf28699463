import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import postgres from 'postgres'
import { type Hearing, type Notice, NoticeBoard } from '../../lib/front/notices'
import { db } from '../client'
import { testDatabase } from '../testing'
import { announce } from './commands'
import { type Following, followNotices } from './queries'

const url = await testDatabase()
const admin = postgres(url, { max: 1, onnotice: () => {} })
const followings: Following[] = []

after(async () => {
  await Promise.all(followings.map((following) => following.stop()))
  await admin.end()
})

beforeEach(async () => {
  await admin`truncate notices`
})

/** A front's ear that remembers, and lets a test wait for what it must come to. */
class Witness extends NoticeBoard {
  notices: Notice[] = []
  hearings: Hearing[] = []
  #checks: (() => void)[] = []

  override heard(notice: Notice) {
    super.heard(notice)
    this.notices.push(notice)
    for (const check of [...this.#checks]) check()
  }

  override hearing(now: Hearing) {
    super.hearing(now)
    this.hearings.push(now)
    for (const check of [...this.#checks]) check()
  }

  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => isSo() && resolve()
      this.#checks.push(check)
      check()
    })
  }

  hasHeard = (tag: string) => this.notices.some((notice) => notice.tags.includes(tag))
}

async function follow(): Promise<Witness> {
  const witness = new Witness()
  followings.push(followNotices(url, witness))
  await witness.until(() => witness.now === 'listening')
  return witness
}

const say = (kind: Notice['kind'], ...tags: string[]) => db.transaction((tx) => announce(tx, kind, tags))

/** Ends the connections of all followers, as a failing network would. */
const cut = () =>
  admin`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'broadsheet-front' and datname = current_database()`

test('A committed notice is heard, by every front', async () => {
  const [one, other] = await Promise.all([follow(), follow()])
  await say('withdrawal', 'article:1', 'latest:en')
  await Promise.all([one, other].map((witness) => witness.until(() => witness.hasHeard('article:1'))))
  for (const { notices } of [one, other])
    assert.deepEqual(notices.at(-1), { kind: 'withdrawal', tags: ['article:1', 'latest:en'] })
})

test('A rolled back notice is never heard', async () => {
  const witness = await follow()
  await assert.rejects(
    db.transaction(async (tx) => {
      await announce(tx, 'change', ['article:rolled-back'])
      throw new Error('no')
    }),
  )
  await say('change', 'article:after')
  await witness.until(() => witness.hasHeard('article:after'))
  assert.equal(witness.hasHeard('article:rolled-back'), false)
})

test('A front that begins is told nothing of before', async () => {
  await say('change', 'article:before')
  const witness = await follow()
  await say('change', 'article:after')
  await witness.until(() => witness.hasHeard('article:after'))
  assert.equal(witness.hasHeard('article:before'), false)
})

test('A notice without NOTIFY is found in the table', async () => {
  const witness = await follow()
  await admin`insert into notices (kind, tags) values ('change', '{article:silent}')`
  await witness.until(() => witness.hasHeard('article:silent'))
})

test('Over a gap everything is suspect, and what was missed is replayed, also from a transaction that began before it', async () => {
  const witness = await follow()
  const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>()
  const { promise: hasInserted, resolve: inserted } = Promise.withResolvers<void>()
  const long = db.transaction(async (tx) => {
    await announce(tx, 'withdrawal', ['article:long'])
    inserted()
    await mayCommit
  })
  await hasInserted
  await say('change', 'article:later')
  await witness.until(() => witness.hasHeard('article:later'))
  const gaps = witness.hearings.filter((hearing) => hearing === 'catching-up').length

  await admin`update pg_database set datallowconn = false where datname = current_database()`
  await cut()
  await witness.until(() => witness.now === 'unreachable')
  commit()
  await long
  await admin`update pg_database set datallowconn = true where datname = current_database()`

  await witness.until(() => witness.now === 'listening' && witness.hasHeard('article:long'))
  assert.ok(witness.hearings.filter((hearing) => hearing === 'catching-up').length > gaps)
  assert.ok(witness.hasHeard('site'))
  assert.equal(witness.notices.filter((notice) => notice.tags.includes('article:long')).length, 1)
})

test('What is no notice does no harm', async () => {
  const witness = await follow()
  for (const payload of ['', '{', '[]', '{"id":"x"}']) await admin`select pg_notify('broadsheet_notices', ${payload})`
  await say('change', 'article:sane')
  await witness.until(() => witness.hasHeard('article:sane'))
  assert.equal(witness.hearings.includes('lost'), false)
})

test('More tags than a notice can carry are a change of everything', async () => {
  const witness = await follow()
  await say('change', ...Array.from({ length: 5000 }, (_, number) => `article:${number}`))
  await witness.until(() => witness.hasHeard('site'))
})
