import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import postgres from 'postgres'
import { isAlive } from './postmaster'
import { startEmbeddedPostgres } from './server'

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-postgres-'))
// As a checkout would have it: the account that Postgres is lent to must pass through.
chmodSync(folder, 0o755)
after(() => rmSync(folder, { recursive: true, force: true }))

async function ask(url: string, question: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return [...(await sql.unsafe(question))]
  } finally {
    await sql.end({ timeout: 0 })
  }
}

test('two that start at once share one server, made once; the last to leave stops it', async () => {
  const [one, two] = await Promise.all([startEmbeddedPostgres({ folder }), startEmbeddedPostgres({ folder })])
  assert.equal(one.pid, two.pid)
  await ask(one.url, 'create table kept (word text)')

  await one.release()
  await ask(two.url, "insert into kept values ('committed')")
  assert.equal(isAlive(two.pid), true)
  await two.release()
  assert.equal(isAlive(two.pid), false)
})

test('the next start has the same port and everything committed, with every write on disk', async () => {
  const again = await startEmbeddedPostgres({ folder })
  assert.equal(again.cameBy, 'started')
  assert.deepEqual(await ask(again.url, 'select * from kept'), [{ word: 'committed' }])
  assert.deepEqual(await ask(again.url, "select current_setting('fsync') as fsync"), [{ fsync: 'on' }])
  const port = again.port
  await again.stop()
  const third = await startEmbeddedPostgres({ folder })
  assert.equal(third.port, port)
  await third.stop()
})

test('after kill -9 the next start recovers', async () => {
  const first = await startEmbeddedPostgres({ folder })
  await ask(first.url, "insert into kept values ('before the blow')")
  process.kill(first.pid, 'SIGKILL')
  const next = await startEmbeddedPostgres({ folder })
  assert.notEqual(next.pid, first.pid)
  assert.deepEqual(await ask(next.url, 'select count(*)::int from kept'), [{ count: 2 }])
  await next.stop()
})

test('a process number left in postmaster.pid that is now another program is not believed', async () => {
  writeFileSync(
    join(folder, 'postgres', 'postmaster.pid'),
    `${process.pid}\n${join(folder, 'postgres')}\n1\n5432\n\n127.0.0.1\n  1 1\nready\n`,
  )
  const server = await startEmbeddedPostgres({ folder })
  assert.notEqual(server.pid, process.pid)
  await server.stop()
})

test('the password is for us alone, and nobody comes in without it', async () => {
  assert.equal(statSync(join(folder, 'postgres.json')).mode & 0o777, 0o600)
  const server = await startEmbeddedPostgres({ folder })
  const wrong = Object.assign(new URL(server.url), { password: 'wrong' }).href
  await assert.rejects(ask(wrong, 'select 1'), { code: '28P01' })
  await server.stop()
})

test('a cluster of another major version is refused in words, and left alone', async () => {
  const version = join(folder, 'postgres', 'PG_VERSION')
  writeFileSync(version, '19\n')
  await assert.rejects(startEmbeddedPostgres({ folder }), /made by Postgres 19/)
  assert.equal(existsSync(version), true)
})
