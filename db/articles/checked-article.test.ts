import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { environment } from '../../lib/environment'
import type { Body } from '../body/rules'
import { db } from '../client'
import { saveMedia } from '../media/commands'
import { type MediaRecord, mediaDefaults } from '../media/rules'
import { testDatabase } from '../testing'
import { makePublished, makeSection, makeTopic, someContent } from '../testing-content'
import { findCheckedArticle } from './checked-article'
import { checkArticle } from './checks'
import { createArticle, withdrawArticle } from './commands'
import type { ArticleContent } from './content'
import { findDeadPaths, ownPath } from './own-paths'
import { articles } from './schema'

await testDatabase()

const now = new Date('2026-11-27T12:00:00Z')
const hour = 3_600_000
const news = await makeSection('en', 'news')
await makeSection('ar', 'akhbar')
await makeTopic('water', ['en'])
const live = await makePublished('en', someContent(news, 'Live'), now, now)
const scheduled = await makePublished('en', someContent(news, 'Later'), new Date(now.getTime() + hour), now)
const gone = await makePublished('en', someContent(news, 'Gone'), now, now)
await withdrawArticle(gone, { kind: 'withdrawn', note: '', now })

async function findingsOf(content: Partial<ArticleContent>, at = now) {
  const { articleId, revisionId } = await createArticle(null, 'en', someContent(news, `Checked ${Math.random()}`, content))
  const [article] = await db.select().from(articles).where(eq(articles.id, articleId))
  if (!article) throw new Error('There is no such article.')
  const found = checkArticle(await findCheckedArticle(db, article, revisionId, at))
  return found.map(({ check, about }) => [check, about])
}

function linking(...links: { href: string | null; articleId: string | null }[]): { body: Body } {
  const content = links.map((attrs) => ({ type: 'text' as const, text: 'there ', marks: [{ type: 'link' as const, attrs }] }))
  return { body: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'block-one' }, content }] } }
}

test('links to articles are judged at the moment of publication', async () => {
  const links = linking({ href: null, articleId: live }, { href: null, articleId: scheduled }, { href: null, articleId: gone })
  const about = (checks: string[][]) => checks.filter(([check]) => check?.startsWith('link-'))
  assert.deepEqual(about(await findingsOf(links)), [
    ['link-hidden', 'Later'],
    ['link-withdrawn', 'Gone'],
  ])
  assert.deepEqual(about(await findingsOf(links, new Date(now.getTime() + hour))), [['link-withdrawn', 'Gone']])
})

test('a picture is judged by its record, in the language of the article', async () => {
  const record: MediaRecord = {
    ...mediaDefaults,
    sourceId: 'wire',
    contentHash: 'hash',
    mimeType: 'image/jpeg',
    width: 1,
    height: 1,
  }
  const expiresAt = new Date(now.getTime() + hour)
  const saved = await db.transaction((tx) =>
    saveMedia(tx, [
      { ...record, source: 'wire', territory: 'FR', expiresAt, captions: { en: 'A quay' } },
      { ...record, sourceId: 'own', credit: 'Leila', alts: { ar: 'رصيف' } },
    ]),
  )
  const useOf = (name: string) => ({ hero: { mediaId: saved.get(name)?.id ?? '', caption: null, alt: null } })
  const ofPicture = (found: string[][]) => found.filter(([check]) => /picture|credit|rights|alt/.test(check ?? ''))
  assert.deepEqual(ofPicture(await findingsOf(useOf('wire'))), [
    ['no-credit', 'A quay'],
    ['rights-unknown', 'A quay'],
    ['rights-limited', 'FR'],
    ['rights-ending', expiresAt.toISOString()],
    ['picture-pending', 'A quay'],
  ])
  assert.deepEqual(ofPicture(await findingsOf(useOf('wire'), expiresAt))[0], ['rights-expired', 'A quay'])
  assert.deepEqual(ofPicture(await findingsOf(useOf('own'))), [['picture-pending', 'رصيف']])
})

test('which links are our own', () => {
  const origin = 'https://news.example'
  assert.equal(ownPath('/news/one?from=mail#part', origin), '/news/one')
  assert.equal(ownPath('https://news.example/news/one/', origin), '/news/one')
  assert.equal(ownPath('http://news.example', origin), '/')
  assert.equal(ownPath('https://other.example/news/one', origin), null)
  for (const href of ['#note', 'mailto:desk@news.example', 'tel:+331']) assert.equal(ownPath(href, origin), null)
})

test('paths of ours that lead nowhere are found, and those that lead somewhere are not', async () => {
  const there = [
    '/',
    '/fr',
    '/news',
    '/news/live',
    '/ar/akhbar',
    '/topics/water',
    '/search',
    '/archive/2026/11',
    '/news/feed.xml',
    '/feed.xml',
  ]
  const dead = [
    '/nowhere',
    '/news/gone',
    '/news/later',
    '/news/never',
    '/ar/news',
    '/fr/news/live',
    '/topics/fire',
    '/ar/topics/water',
    '/authors/x',
  ]
  assert.deepEqual([...(await findDeadPaths(db, [...there, ...dead], now))].sort(), dead.sort())
  const absolute = `${environment().PUBLIC_URL}/news/never`
  const found = await findingsOf(linking({ href: absolute, articleId: null }, { href: '/news/live', articleId: null }))
  assert.deepEqual(
    found.filter(([check]) => check === 'path-dead'),
    [['path-dead', absolute]],
  )
})
