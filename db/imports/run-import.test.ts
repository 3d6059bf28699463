import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { count, eq, like, sql } from 'drizzle-orm'
import { listedArticles } from '../articles/listed-schema'
import { articles, relatedArticles, revisions } from '../articles/schema'
import { db } from '../client'
import { media } from '../media/schema'
import { redirects } from '../redirects/schema'
import { testDatabase } from '../testing'
import { importEntries, importRuns } from './schema'
import { importPaths, picture, prose, temporaryFolder, writeFiles } from './test-folder'

await testDatabase()
const folder = temporaryFolder()
process.env.MEDIA_FOLDER = join(folder, 'kept-media')

const article = (fields: string, body = `${prose(60)}.`) =>
  `---\nlanguage: en\nsection: news\npublished: 2020-01-02T10:00:00Z\n${fields}\n---\n\n${body}\n`

const articleBy = async (sourceId: string) => {
  const [row] = await db.select().from(articles).where(eq(articles.sourceId, sourceId))
  assert.ok(row, `${sourceId} is not there`)
  return row
}

const revisionOf = async (id: string | null) => {
  const [row] = await db
    .select()
    .from(revisions)
    .where(eq(revisions.id, id ?? ''))
  assert.ok(row)
  return row
}

const countRows = async (table: typeof articles | typeof revisions | typeof media | typeof listedArticles) =>
  (await db.select({ n: count() }).from(table))[0]?.n

test('the sample publication arrives whole, and a second import changes nothing', async () => {
  const sample = join(import.meta.dirname, '..', 'sample')
  const first = await importPaths([sample])
  assert.equal(first.summary.kind, 'done')
  assert.deepEqual(
    first.entries.filter(({ outcome }) => outcome === 'held' || outcome === 'refused'),
    [],
  )
  assert.deepEqual(
    first.entries.filter(({ dropped, imagesMissing }) => Object.keys(dropped).length + imagesMissing.length > 0),
    [],
  )
  for (const { file, wordsIn, wordsOut } of first.entries) assert.equal(wordsOut, wordsIn, file)
  const before = [await countRows(articles), await countRows(revisions), await countRows(media), await countRows(listedArticles)]
  assert.ok((before[0] ?? 0) >= 48)
  assert.equal(before[0], before[1])
  assert.equal(before[0], before[3])

  const second = await importPaths([sample])
  assert.deepEqual(
    second.entries.filter(({ outcome }) => outcome !== 'unchanged'),
    [],
  )
  assert.deepEqual(
    [await countRows(articles), await countRows(revisions), await countRows(media), await countRows(listedArticles)],
    before,
  )
})

test('a changed source becomes a new revision with the ids of the blocks that stayed, and its old address leads on', async () => {
  const place = join(folder, 'changed')
  const text = `${prose(30)}.\n\nThe second paragraph.\n\nThe third.`
  writeFiles(place, { 'a.md': article('id: changed\nheadline: Before\nslug: before', text) })
  assert.equal((await importPaths([place])).entry('a.md').outcome, 'created')
  const before = await revisionOf((await articleBy('changed')).liveRevisionId)

  writeFiles(place, { 'a.md': article('id: changed\nheadline: After\nslug: after', text.replace('second', 'newer')) })
  assert.equal((await importPaths([place])).entry('a.md').outcome, 'updated')
  const row = await articleBy('changed')
  const after = await revisionOf(row.liveRevisionId)
  assert.equal(after.number, 2)
  assert.equal(after.headline, 'After')
  assert.deepEqual(after.body.content[0], before.body.content[0])
  assert.notDeepEqual(after.body.content[1]?.attrs, before.body.content[1]?.attrs)
  assert.deepEqual(after.body.content[2], before.body.content[2])
  const [redirect] = await db.select().from(redirects).where(eq(redirects.path, '/news/before'))
  assert.equal(redirect?.articleId, row.id)
})

test('what editors changed since is not overwritten while the source says the same', async () => {
  const place = writeFiles(join(folder, 'edited'), { 'a.md': article('id: edited\nheadline: Ours') })
  await importPaths([place])
  const row = await articleBy('edited')
  await db
    .update(articles)
    .set({ notes: 'changed by an editor', status: 'withdrawn', withdrawnAt: new Date() })
    .where(eq(articles.id, row.id))
  assert.equal((await importPaths([place])).entry('a.md').outcome, 'unchanged')
  writeFiles(place, { 'a.md': article('id: edited\nheadline: Changed') })
  const again = (await importPaths([place])).entry('a.md')
  assert.match(again.reason, /withdrawn here and stays so/)
  assert.equal((await articleBy('edited')).status, 'withdrawn')
})

test('articles may refer to articles that come later, and references to nothing are dropped with a line', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `b${String(index).padStart(2, '0')}.md`,
      article(`id: many-${index}\nheadline: Filler ${index}`),
    ]),
  )
  const place = writeFiles(join(folder, 'forward'), {
    'a.md': article(
      'id: forward-a\nheadline: First\nrelated: [many-3, forward-z, nowhere]\ntranslationOf: forward-z',
      `${prose(40)} [later](article:forward-z) and [nothing](article:nowhere).\n\n::related{article="forward-z"}`,
    ),
    ...many,
    'z.md': article('id: forward-z\nheadline: Last'),
  })
  const ran = await importPaths([place])
  const entry = ran.entry('a.md')
  assert.equal(entry.outcome, 'created')
  assert.match(entry.reason, /links to nowhere, which does not exist/)
  const [a, z] = [await articleBy('forward-a'), await articleBy('forward-z')]
  const third = await articleBy('many-3')
  const related = await db
    .select()
    .from(relatedArticles)
    .where(eq(relatedArticles.revisionId, a.liveRevisionId ?? ''))
    .orderBy(relatedArticles.position)
  assert.deepEqual(
    related.map(({ articleId }) => articleId),
    [third.id, z.id],
  )
  assert.equal(a.translatedFromId, z.id)
  assert.equal(a.translationGroupId, z.translationGroupId)
  const body = JSON.stringify((await revisionOf(a.liveRevisionId)).body)
  assert.ok(body.includes(z.id))
  assert.ok(!body.includes('nowhere'))
  assert.deepEqual(
    (await importPaths([place])).entries.filter(({ outcome }) => outcome !== 'unchanged'),
    [],
  )
})

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

test('a dry run tells everything and writes nothing', async () => {
  const place = writeFiles(join(folder, 'dry'), {
    'a.md': article('id: dry\nheadline: Dry\ntopics: [sand]', `${prose(40)}\n\n![Sand](sand.png)`).replace(
      'section: news',
      'section: deserts',
    ),
    'sand.png': await picture(11),
  })
  const before = [await countRows(articles), await countRows(media), (await db.select({ n: count() }).from(importRuns))[0]?.n]
  const { entry, summary } = await importPaths([place], { isDryRun: true })
  assert.equal(entry('a.md').outcome, 'created', entry('a.md').reason)
  assert.equal(summary.kind === 'done' && summary.runId, null)
  assert.deepEqual(
    [await countRows(articles), await countRows(media), (await db.select({ n: count() }).from(importRuns))[0]?.n],
    before,
  )
  assert.equal((await importPaths([place])).entry('a.md').outcome, 'created')
})

test('pictures come by path from inside the folder, each once, and one that is missing is told', async () => {
  const bytes = await picture(12)
  writeFiles(folder, { 'secret.png': await picture(13) })
  const body = `${prose(40)}\n\n![One](img/one.png "A caption")\n\n![Two](img/two.png)\n\n![Out](../secret.png)\n\n![Gone](img/gone.png)`
  const place = writeFiles(join(folder, 'pictures'), {
    'a.md': article('id: pictures\nheadline: Pictures', body),
    'img/one.png': bytes,
    'img/two.png': bytes,
    'img/three.png': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  })
  const before = (await countRows(media)) ?? 0
  const { entry } = await importPaths([place])
  assert.equal(entry('a.md').outcome, 'created')
  assert.deepEqual(entry('a.md').imagesMissing, ['../secret.png', 'img/gone.png'])
  assert.equal(await countRows(media), before + 1)
  const { body: written } = await revisionOf((await articleBy('pictures')).liveRevisionId)
  assert.equal(written.content.filter(({ type }) => type === 'figure').length, 2)
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
    Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.md`, article(`headline: Busy ${index}`)])),
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
