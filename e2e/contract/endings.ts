import assert from 'node:assert/strict'
import { test } from 'node:test'
import { database, hold, one, other, sql, start, tell, untilLocked, write } from './world'

test('After a restart, also after kill -9, pages are what they are now', async () => {
  const third = await start()
  await write('/en/news/restart', 'Before', ['article:restart'])
  assert.match((await third.ask('/news/restart')).text, /Before/)
  await third.end('SIGKILL')
  await write('/en/news/restart', 'After', ['article:restart'])
  await tell('change', ['article:restart'])
  const fourth = await start()
  assert.match((await fourth.ask('/news/restart')).text, /After/)
  assert.equal(await fourth.end(), 0)
})

test('An end lets readers under way have their page', async () => {
  const third = await start()
  await write('/en/news/draining', 'Drained', ['article:draining'], { lock: 103 })
  const free = await hold(103)
  const reader = third.ask('/news/draining')
  await untilLocked(103)
  const ended = third.end()
  await free()
  assert.match((await reader).text, /Drained/)
  assert.equal(await ended, 0)
})

test('What a broken connection hid is heard afterwards; what was withdrawn meanwhile is never sent again', async () => {
  await write('/en/news/gap', 'Withdrawn words', ['article:gap'])
  for (const server of [one, other]) assert.match((await server.ask('/news/gap')).text, /Withdrawn words/)
  await sql`update pg_database set datallowconn = false where datname = current_database()`
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('broadsheet-front', 'contract-site')`
  await Promise.all([one, other].map((server) => server.until(({ listening }) => !listening)))
  assert.equal((await one.ask('/news/first')).status, 200)
  await write('/en/news/gap', 'a withdrawal', ['article:gap'], { status: 410 })
  await tell('withdrawal', ['article:gap'])
  await sql`update pg_database set datallowconn = true where datname = current_database()`
  await Promise.all([one, other].map((server) => server.until(({ isReady }) => isReady)))
  for (const server of [one, other]) {
    const { status, text } = await server.ask('/news/gap')
    assert.equal(status, 410)
    assert.doesNotMatch(text, /Withdrawn words/)
  }
})

test('With Postgres stopped kept pages still answer, others say so; when it is back all is well without a restart', async () => {
  await write('/en/news/kept', 'Kept words', ['article:kept'])
  assert.match((await one.ask('/news/kept')).text, /Kept words/)
  await database.stop()
  for (let time = 0; time < 3; time++) {
    const kept = await one.ask('/news/kept')
    assert.equal(kept.status, 200)
    assert.match(kept.text, /Kept words/)
    const unknown = await one.ask('/fr/news/unknown')
    assert.equal(unknown.status, 503)
    assert.ok(unknown.headers['retry-after'])
    assert.match(unknown.text, /<html lang="fr" dir="ltr">.*De retour dans un instant/)
  }
  await one.until((_, status) => status === 503)
  assert.equal((await one.ask('/healthz')).status, 200)
  await database.start()
  await one.until(({ isReady }) => isReady)
  await write('/en/news/kept', 'Newer words', ['article:kept'])
  await tell('change', ['article:kept'], one)
  assert.match((await one.ask('/news/kept')).text, /Newer words/)
  assert.equal((await one.ask('/fr/news/unknown')).status, 404)
})
