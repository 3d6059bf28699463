import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import postgres from 'postgres'
import { erasePerson, eraseReader } from '../erasures/commands'
import { migrateDatabase } from '../migrate'
import { latestMigration, listMigrations } from '../migration-list'
import { testDatabase } from '../testing'
import { inOneTransaction } from './connection'
import { copyIn } from './copy'
import { type Manifest, readManifest } from './manifest'
import { rebuildAt } from './rebuild'
import { runBackup } from './run-backup'
import { type RestoreWishes, runRestore } from './run-restore'
import { makeFiles, makePerson, makeWorld, neighbours } from './testing-content'
import { hasPostgres15, startPostgres15 } from './testing-postgres-15'

const folder = mkdtempSync(join(tmpdir(), 'backup-'))
process.env.MEDIA_FOLDER = join(folder, 'media')
process.env.ERASURES_FILE = join(folder, 'erasures.jsonl')
process.env.SECRET = 'a secret for this test alone, long enough'
// Before the hook of the test's own database, with which the server ends.
after(async () => {
  await databases.end()
  rmSync(folder, { recursive: true })
})
const url = await testDatabase()
const databases = await neighbours(url)

const now = new Date('2026-11-27T12:00:00Z')
const quiet = () => {}
/** What a restore itself changes. */
const ofTheMoment = new Set(['public.notices', 'public.sessions', 'public.sign_in_links', 'pgboss.queue', 'pgboss.version'])

const world = await makeWorld()
await makeFiles((bytes) => createHash('sha256').update(bytes).digest('hex'))
const first = join(folder, 'first')

async function back(from: string, name: string): Promise<Manifest> {
  const summary = await runBackup(from, join(folder, name), now, quiet)
  assert.ok(summary.kind === 'done')
  assert.deepEqual(summary.damaged, [])
  return (await readManifest(join(folder, name))) ?? assert.fail('no manifest')
}

async function restore(into: string, name: string, wishes: Partial<RestoreWishes> = {}) {
  return runRestore(into, { folder: join(folder, name), isReplacing: false, journals: [], ...wishes }, now, quiet)
}

async function ask<Row>(of: string, question: string): Promise<Row[]> {
  const client = postgres(of, { max: 1, onnotice: () => {} })
  try {
    return [...(await client.unsafe<(Row & postgres.Row)[]>(question))]
  } finally {
    await client.end()
  }
}

/** What each table holds, in whatever order. */
function contents({ tables }: Manifest, but: ReadonlySet<string> = ofTheMoment): string[] {
  const named = tables.map((table) => ({ ...table, full: `${table.schema}.${table.name}` }))
  return named
    .filter(({ full }) => !but.has(full))
    .map(({ full, columns, rows, digest }) => `${full} (${columns}): ${rows} ${digest}`)
}

function filesBelow(path: string): Map<string, string> {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = entries.map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [file.slice(path.length), readFileSync(file).toString('base64')] as const).sort())
}

test('a backup holds one moment, while others go on writing', async () => {
  let isTaken = false
  let written = 0
  const writing = (async () => {
    while (!isTaken) await world.write(`Meanwhile ${++written}`)
  })()
  const manifest = await back(url, 'first').finally(() => {
    isTaken = true
  })
  await writing
  assert.ok(written > 1)
  const rows = (name: string) => manifest.tables.find((table) => table.name === name)?.rows
  assert.equal(rows('bylines'), rows('revisions'))
  assert.equal(rows('articles'), rows('revisions'))
  assert.ok(Number(rows('articles')) < 2 + written)
  assert.equal(existsSync(join(first, 'media', 'originals')), true)
  for (const unlogged of ['limits', 'presences']) assert.equal(rows(unlogged), undefined)
})

const target = await databases.make()

test('what is restored is what was saved: every table, every sequence, every file, every guard', async () => {
  const before = await readManifest(first)
  const store = join(folder, 'media')
  const files = filesBelow(store)
  rmSync(store, { recursive: true })
  const summary = await restore(target, 'first')
  assert.ok(before && summary.kind === 'done')
  assert.deepEqual([summary.leftOut, summary.unfinished, summary.files], [[], null, files.size])
  assert.deepEqual(filesBelow(store), files)

  const after = await back(target, 'again')
  assert.deepEqual(contents(after), contents(before))
  const atLeast = (manifest: Manifest) => manifest.sequences.filter(({ name }) => name !== 'notices_id_seq')
  assert.deepEqual(atLeast(after), atLeast(before))
  assert.deepEqual(after.media, before.media)

  const guards = `
    select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as words from pg_constraint where connamespace::regnamespace::text in ('public', 'pgboss') and contype <> 'n'
    union all select tablename, indexname, indexdef from pg_indexes where schemaname = 'public'
    union all select tgrelid::regclass::text, tgname, tgenabled::text || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order by 1, 2, 3`
  assert.deepEqual(await ask(target, guards), await ask(url, guards))
  assert.deepEqual(await ask(target, 'select count(*)::int from sessions'), [{ count: 0 }])
  assert.deepEqual(await ask(target, 'select kind, tags from notices'), [{ kind: 'withdrawal', tags: ['site'] }])
  assert.ok((await ask(target, "select from pgboss.job where name = 'send-mail'")).length > 0)
})

test('content is given up only when that is said, and then wholly', async () => {
  await ask(target, "insert into topics (slug) values ('written-later')")
  assert.equal((await restore(target, 'first')).kind, 'holds-content')
  const summary = await restore(target, 'first', { isReplacing: true })
  assert.equal(summary.kind, 'done')
  assert.deepEqual(await ask(target, "select from topics where slug = 'written-later'"), [])
})

test('a damaged backup is refused, and everything stays as it was', async () => {
  await ask(target, "insert into topics (slug) values ('written-later')")
  const before = contents(await back(target, 'untouched'), new Set())
  const manifest = (await readManifest(first)) ?? assert.fail()
  const [picture] = manifest.media.filter(({ bytes }) => bytes > 1)
  const table = manifest.tables.find(({ name }) => name === 'revisions')
  assert.ok(picture && table)

  const spoil = (name: string, file: string, change: (bytes: Buffer) => Buffer) => {
    cpSync(first, join(folder, name), { recursive: true })
    const path = join(folder, name, file)
    writeFileSync(path, change(readFileSync(path)))
  }
  const flip = (bytes: Buffer) => Buffer.from(bytes.map((byte, place) => (place === bytes.length >> 1 ? byte ^ 1 : byte)))
  spoil('flipped', table.file, flip)
  await assert.rejects(restore(target, 'flipped', { isReplacing: true }), /revisions\.copy\.gz/)
  spoil('cut', table.file, (bytes) => bytes.subarray(0, bytes.length >> 1))
  await assert.rejects(restore(target, 'cut', { isReplacing: true }), /revisions\.copy\.gz cannot be read/)
  spoil('picture', join('media', picture.file), flip)
  rmSync(join(folder, 'media', picture.file))
  await assert.rejects(restore(target, 'picture', { isReplacing: true }), /is not as it was written/)
  assert.equal(existsSync(join(folder, 'media', picture.file)), false)

  // Found only when the rows are in: all of it is rolled back.
  spoil('other-rows', 'manifest.json', (bytes) => Buffer.from(bytes.toString().replaceAll(table.digest, '0'.repeat(64))))
  await assert.rejects(restore(target, 'other-rows', { isReplacing: true }), /revisions does not hold what was saved/)
  assert.deepEqual(contents(await back(target, 'still'), new Set()), before)
})

test('half a backup, one from the future and a folder in use are refused in words', async () => {
  const empty = await databases.make()
  assert.deepEqual(await restore(empty, 'nowhere'), { kind: 'no-backup' })
  cpSync(first, join(folder, 'future'), { recursive: true })
  const file = join(folder, 'future', 'manifest.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(`"level": ${latestMigration()}`, `"level": ${latestMigration() + 1}`))
  assert.deepEqual(await restore(empty, 'future'), { kind: 'newer' })
  assert.deepEqual(await runBackup(url, first, now, quiet), { kind: 'not-empty' })
  assert.deepEqual(await runBackup(empty, join(folder, 'of-nothing'), now, quiet), { kind: 'no-tables' })
  await assert.rejects(runBackup(url, join(folder, 'media', 'backup'), now, quiet), /would hold itself/)
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('unfinished')),
    [],
  )
})

test('who was erased after the backup is erased again, also when the database of that time is lost', async () => {
  const personId = await makePerson('gone@example.org', 'Somebody Gone')
  const report = 'insert into error_reports (article_id, message, reply_to) values '
  await ask(
    url,
    `${report} ('${world.articleId}', 'A date is wrong', ' Reader@Example.org'), ('${world.articleId}', 'So is this', 'other@example.org')`,
  )
  await back(url, 'with-them')
  assert.equal(await erasePerson(null, personId, now), 'erased')
  assert.equal(await eraseReader(null, 'READER@example.org', now), 'erased')

  const check = async (target: string) => {
    const [person] = await ask<{ email: string }>(target, `select email, name, is_active from people where id = '${personId}'`)
    assert.deepEqual(person, { email: `erased-${personId}@erased.invalid`, name: '', is_active: false })
    assert.deepEqual(await ask(target, `select from passkeys where person_id = '${personId}'`), [])
    assert.deepEqual(await ask(target, "select from mails where to_address = 'gone@example.org'"), [])
    assert.deepEqual(await ask(target, 'select message, reply_to from error_reports order by message'), [
      { message: 'A date is wrong', reply_to: '' },
      { message: 'So is this', reply_to: 'other@example.org' },
    ])
    assert.deepEqual(
      await ask(target, 'select id, kind, subject from erasures order by 2'),
      await ask(url, 'select id, kind, subject from erasures order by 2'),
    )
  }
  const lost = await databases.make()
  const summary = await restore(lost, 'with-them')
  assert.equal(summary.kind === 'done' && summary.erasures, 2)
  await check(lost)

  // The journal is lost, and the database that is replaced knows.
  const journal = join(folder, 'erasures.jsonl')
  cpSync(journal, join(folder, 'copy.jsonl'))
  rmSync(journal)
  await restore(lost, 'with-them', { isReplacing: true })
  await check(lost)
  assert.equal(readFileSync(journal, 'utf8').trim().split(/\n+/).length, 2)

  // Both are, but somebody kept a copy; a line of it was cut off.
  rmSync(journal)
  writeFileSync(join(folder, 'copy.jsonl'), '{"id":"cut', { flag: 'a' })
  const fresh = await databases.make()
  await restore(fresh, 'with-them', { journals: [join(folder, 'copy.jsonl')] })
  await check(fresh)
})

test('a backup of an older version becomes one of this version, into an empty database or in place of another', async () => {
  const older = listMigrations().at(-3) ?? assert.fail()
  const source = await databases.make()
  await migrateDatabase(source)
  await inOneTransaction(source, 'writing', async ({ sql }) => {
    await rebuildAt(sql, older)
    await sql`insert into topics (slug) values ('of-old')`
  })
  const manifest = await back(source, 'old')
  assert.equal(manifest.level, older)

  for (const into of [await databases.make(), target]) {
    assert.equal((await restore(into, 'old', { isReplacing: into === target })).kind, 'done')
    assert.deepEqual(await ask(into, 'select slug from topics'), [{ slug: 'of-old' }])
    const newer = await back(into, `new-${into === target}`)
    assert.equal(newer.level, latestMigration())
    assert.deepEqual(
      newer.tables.map(({ name }) => name),
      (await readManifest(first))?.tables.map(({ name }) => name),
    )
  }
})

test('a table that is none of ours is saved, without what it computes, and told of when it finds no place', async () => {
  await ask(
    url,
    'create table guests (id int generated always as identity, twice int generated always as (half * 2) stored, half int)',
  )
  await ask(url, 'insert into guests (half) values (1), (null)')
  const manifest = await back(url, 'with-guests')
  await ask(url, 'drop table guests')
  const guests = manifest.tables.find(({ name }) => name === 'guests')
  assert.deepEqual([guests?.columns, guests?.rows, guests?.bytes], [['id', 'half'], 2, '1\t1\n2\t\\N\n'.length])
  const summary = await restore(target, 'with-guests', { isReplacing: true })
  assert.deepEqual(summary.kind === 'done' && summary.leftOut, ['public.guests'])
})

test('rows that the database refuses after the last of them are an error, not a silence', { timeout: 20_000 }, async () => {
  const rows = (async function* () {
    yield Buffer.from('\\N\n')
  })()
  const table = { schema: 'public', name: 'topics', columns: ['slug'], partitions: [] }
  await assert.rejects(
    inOneTransaction(url, 'writing', ({ sql }) => copyIn(sql, table, rows)),
    /refused the rows of topics/,
  )
})

test('from Postgres 18 to 15 and back', { skip: hasPostgres15() ? false : 'there is no Postgres 15 here' }, async () => {
  rmSync(join(folder, 'erasures.jsonl'))
  const old = await startPostgres15()
  const others = await neighbours(old.url)
  try {
    const abroad = await others.make()
    assert.equal((await restore(abroad, 'first')).kind, 'done')
    const there = await back(abroad, 'on-15')
    assert.match(there.serverVersion, /^15/)
    const home = await databases.make()
    assert.equal((await restore(home, 'on-15')).kind, 'done')
    const before = (await readManifest(first)) ?? assert.fail()
    assert.deepEqual(contents(await back(home, 'home-again')), contents(before))
  } finally {
    await others.end()
    await old.end()
  }
})
