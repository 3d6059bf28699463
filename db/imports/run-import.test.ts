import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { count, eq } from 'drizzle-orm'
import { listedArticles } from '../articles/listed-schema'
import { articles, relatedArticles, revisions } from '../articles/schema'
import { db } from '../client'
import { media } from '../media/schema'
import { redirects } from '../redirects/schema'
import { testDatabase } from '../testing'
import { importRuns } from './schema'
import { articleText as article, articleBy, importPaths, picture, prose, temporaryFolder, writeFiles } from './test-folder'

await testDatabase()
const folder = temporaryFolder()
process.env.MEDIA_FOLDER = join(folder, 'kept-media')

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
