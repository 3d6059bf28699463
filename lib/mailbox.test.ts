import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const dataFolder = await mkdtemp(join(tmpdir(), 'mailbox-'))
Object.assign(process.env, {
  NODE_ENV: 'test',
  DATA_FOLDER: dataFolder,
  DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
  SMTP_URL: '',
})
after(() => rm(dataFolder, { recursive: true }))
// Where the folder is, is settled when this is loaded.
const { keepMail, listKeptMails } = await import('./mailbox')
const { deliver } = await import('./mail-transport')

const folder = join(dataFolder, 'mailbox')
const mail = { id: '1', to: 'ada@example.org', language: 'en', subject: 'Hello', text: 'Hello\n', html: '<p>Hello</p>' }

test('Before the first mail there is none', async () => {
  assert.deepEqual(await listKeptMails(), [])
})

test('Without a mail server a message goes into the mailbox, for nobody else on this machine to read', async () => {
  assert.deepEqual(await deliver({ ...mail, senderName: 'The Meridian' }), { outcome: 'accepted' })
  const [kept, ...others] = await listKeptMails()
  assert.ok(kept)
  assert.deepEqual(others, [])
  const { keptAt, ...rest } = kept
  assert.deepEqual(rest, mail)
  assert.ok(Math.abs(Date.now() - keptAt.getTime()) < 60_000)

  const [file, ...unfinished] = await readdir(folder)
  assert.deepEqual(unfinished, [])
  assert.equal((await stat(folder)).mode & 0o777, 0o700)
  assert.equal((await stat(join(folder, file ?? ''))).mode & 0o777, 0o600)
})

test('A folder that others could read is closed to them', async () => {
  const open = join(dataFolder, 'open')
  await mkdir(open, { mode: 0o755 })
  await keepMail(mail, new Date(), open)
  assert.equal((await stat(open)).mode & 0o777, 0o700)
})

test('The newest 200 stay, the newest first', async () => {
  const many = join(dataFolder, 'many')
  const at = (second: number) => new Date(Date.UTC(2026, 10, 22) + second * 1000)
  for (let second = 0; second < 205; second++) await keepMail({ ...mail, id: String(second) }, at(second), many)
  const kept = await listKeptMails(many)
  assert.deepEqual(
    kept.map(({ id }) => Number(id)),
    Array.from({ length: 200 }, (_, place) => 204 - place),
  )
  assert.equal((await readdir(many)).length, 200)
})

test('Many at once are all there and whole', async () => {
  const busy = join(dataFolder, 'busy')
  await Promise.all(Array.from({ length: 50 }, (_, id) => keepMail({ ...mail, id: String(id) }, new Date(), busy)))
  assert.equal((await listKeptMails(busy)).length, 50)
  for (const file of await readdir(busy)) JSON.parse(await readFile(join(busy, file), 'utf8'))
})
