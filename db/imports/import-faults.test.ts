import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { count, eq, like, sql } from 'drizzle-orm'
import { articles } from '../articles/schema'
import { db } from '../client'
import { redirects } from '../redirects/schema'
import { testDatabase } from '../testing'
import { importEntries } from './schema'
import { articleText as article, articleBy, importPaths, prose, temporaryFolder, writeFiles } from './test-folder'

await testDatabase()
const folder = temporaryFolder()
process.env.MEDIA_FOLDER = join(folder, 'kept-media')

test('bad input costs only itself, and each has a line that names file and reason', async () => {
  const place = writeFiles(join(folder, 'bad'), {
    'broken.md': '---\nheadline: [\n---\n\nText.\n',
    'no-headline.md': article('id: x'),
    'role.md': article('headline: Roles\nbylines:\n  - { contributor: a, role: reporter }\n  - { contributor: b, role: chef }'),
    'future.md': article('headline: Tomorrow').replace('2020-01-02T10:00:00Z', '2031-01-01'),
    'old.md': article('headline: Yesterday').replace('2020-01-02T10:00:00Z', '1956-10-29T10:00:00Z'),
    'nonsense-date.md': article('headline: Never').replace('2020-01-02T10:00:00Z', '2020-02-31'),
    'undated.md': article('headline: Undated').replace('published: 2020-01-02T10:00:00Z\n', ''),
    'same-1.md': article('id: bad-1\nheadline: Same\nslug: same'),
    'same-2.md': article('id: bad-2\nheadline: Same\nslug: same'),
    'twice.md': article('id: bad-1\nheadline: Twice'),
    'german.md': article('headline: Deutsch').replace('language: en', 'language: de'),
    'latin.md': Buffer.concat([Buffer.from(article('headline: Latin')), Buffer.from([0xe9, 0x20])]),
    'page.html': '<html><body><nav><a href="/">Home</a></nav></body></html>',
    'list.json': '[{"uri": ',
    'feed.xml': '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>',
  })
  const { entry, summary } = await importPaths([place, join(folder, 'missing')])
  const expected: [string, string, RegExp][] = [
    ['broken.md', 'refused', /^line \d+: /],
    ['no-headline.md', 'refused', /headline/],
    ['role.md', 'refused', /line 8, bylines\.1\.role/],
    ['future.md', 'held', /dated in the future: 2031-01-01/],
    ['old.md', 'created', /dated before 1970 \(1956-10-29\)/],
    ['nonsense-date.md', 'refused', /published: "2020-02-31" is not a date/],
    ['undated.md', 'held', /no publication date/],
    ['same-1.md', 'created', /^$/],
    ['same-2.md', 'created', /slug same belongs to another article; it stands at same-2/],
    ['twice.md', 'refused', /bad\/same-1\.md in the same run has the same source id/],
    ['german.md', 'refused', /language: must be one of/],
    ['latin.md', 'refused', /is not UTF-8/],
    ['page.html', 'refused', /holds no article/],
    ['list.json', 'refused', /is not JSON/],
    ['feed.xml', 'refused', /not a WordPress export/],
    ['missing', 'refused', /no such file/],
  ]
  for (const [file, outcome, reason] of expected) {
    assert.equal(entry(file).outcome, outcome, `${file}: ${entry(file).reason}`)
    assert.match(entry(file).reason, reason, file)
  }
  assert.equal(summary.kind === 'done' && summary.counts.refused, 11)
  assert.equal((await articleBy('bad-2')).slug, 'same-2')
  assert.equal((await importPaths([place])).entry('same-2.md').outcome, 'unchanged')
  assert.equal((await db.select().from(articles).where(eq(articles.slug, 'tomorrow')))[0]?.status, 'draft')
})

test('an article that loses more than two words in a hundred is held as a draft, with what was left out', async () => {
  const iframe = '<iframe src="https://ads.example/"></iframe>'
  const page = (body: string) =>
    `<html lang="en"><head><meta property="article:published_time" content="2019-05-01T10:00:00Z"><meta property="og:title" content="Loss"></head><body><article><h1>Loss</h1>${body}</article></body></html>`
  const place = writeFiles(join(folder, 'loss'), {
    'whole.html': page(`<p>${prose(200)}.</p>${iframe}`),
    'less.html': page(`<p>${prose(200)}.</p><div hidden>${prose(9)}</div>`).replace('"Loss"', '"Less"'),
  })
  const { entry } = await importPaths([place])
  assert.equal(entry('whole.html').outcome, 'created')
  assert.deepEqual(entry('whole.html').dropped, { iframe: 1 })
  assert.equal(entry('whole.html').wordsOut, entry('whole.html').wordsIn)
  assert.equal(entry('less.html').outcome, 'held')
  assert.match(entry('less.html').reason, /lost 9 of its 210 words/)
  assert.deepEqual(entry('less.html').dropped, { hidden: 1 })
  const [held] = await db.select().from(articles).where(eq(articles.sourceId, 'loss/less.html'))
  assert.equal(held?.status, 'draft')
  assert.equal(held?.liveRevisionId, null)
  const [stored] = await db.select().from(importEntries).where(eq(importEntries.file, 'loss/whole.html'))
  assert.deepEqual(stored?.dropped, { iframe: 1 })
})

test('when the database refuses one article of a batch, the others are there and nothing of that one is', async () => {
  await db.execute(sql`alter table revisions add constraint test_check check (headline <> 'Refuse me')`)
  const place = writeFiles(join(folder, 'refused'), {
    'a.md': article('id: refused-a\nheadline: Before it'),
    'b.md': article('id: refused-b\nheadline: Refuse me\nformerAddresses: [/old/refused.html]'),
    'c.md': article('id: refused-c\nheadline: After it'),
  })
  const { entry } = await importPaths([place])
  await db.execute(sql`alter table revisions drop constraint test_check`)
  assert.equal(entry('a.md').outcome, 'created')
  assert.equal(entry('b.md').outcome, 'refused')
  assert.match(entry('b.md').reason, /test_check/)
  assert.equal(entry('c.md').outcome, 'created')
  assert.deepEqual(await db.select().from(articles).where(eq(articles.sourceId, 'refused-b')), [])
  assert.deepEqual(await db.select().from(redirects).where(eq(redirects.path, '/old/refused.html')), [])
})

test('an import waits for no other: a second one is told that the first is running', async () => {
  const place = writeFiles(
    join(folder, 'busy'),
    Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`${index}.md`, article(`headline: Busy ${index}`)])),
  )
  const both = await Promise.all([importPaths([place]), importPaths([place])])
  assert.deepEqual(both.map(({ summary }) => summary.kind).sort(), ['busy', 'done'])
})

test('a run that was killed goes on where it stopped', async () => {
  const total = 400
  const files = Object.fromEntries(
    Array.from({ length: total }, (_, index) => [
      `${index}.md`,
      article(`id: killed-${index}\nheadline: Killed ${index}\nrelated: [killed-${total - 1 - index}]`),
    ]),
  )
  const place = writeFiles(join(folder, 'killed'), files)
  const arrived = async () =>
    (await db.select({ n: count() }).from(articles).where(like(articles.sourceId, 'killed-%')))[0]?.n ?? 0

  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'bin/import.ts', place], {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
  while ((await arrived()) === 0 && child.exitCode === null) await setImmediate()
  child.kill('SIGKILL')
  assert.equal(await ended, 'SIGKILL')
  const before = await arrived()
  assert.ok(before > 0 && before < total, `${before} articles had arrived`)
  assert.equal(before % 50, 0)

  const again = await importPaths([place])
  assert.equal(again.summary.kind === 'done' && again.summary.counts.created, total - before)
  assert.equal(await arrived(), total)
  const [numbers] = await db.execute<{ last: number; related: number }>(sql`
    select max(r.number) as last, (select count(*)::int from related_articles b join revisions q on q.id = b.revision_id
      join articles c on c.id = q.article_id where c.source_id like 'killed-%') as related
    from revisions r join articles a on a.id = r.article_id where a.source_id like 'killed-%'`)
  assert.deepEqual({ ...numbers }, { last: 1, related: total })
  assert.deepEqual(
    (await importPaths([place])).entries.filter(({ outcome }) => outcome !== 'unchanged'),
    [],
  )
})
