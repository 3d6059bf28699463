import { publishArticle, reviseArticle, withdrawArticle } from '../db/articles/commands'
import { db } from '../db/client'
import { arrangeFront } from '../db/fronts/commands'
import { someContent } from '../db/testing-content'
import { ask, isPage } from './crawl'
import { test as base, expect } from './fixtures'
import { bothServers, crawlAll, expectEverywhere, expectNowhere, type Newsroom, openNewsroom, untilShown } from './newsroom'
import { canal } from './sample'
import { contentOf, findPlace, findSampleArticle, markedContent, publish } from './writing'

const test = base.extend<object, { newsroom: Newsroom }>({
  newsroom: [async ({ playwright: _ }, use) => bothServers(await openNewsroom(), use), { scope: 'worker', timeout: 600_000 }],
})

// Each test goes on where the one before ended, with every address kept by both servers.
test.describe.configure({ mode: 'serial', timeout: 600_000 })

const [first, moved] = ['/news/quillfeather', '/news/quillfeather-moved']
let articleId = ''

test('A new article is on every page that has to show it, on both servers', async ({ newsroom }) => {
  const place = await findPlace()
  await publish(someContent(place.sectionId, 'The neighbour of an article', { topicIds: [place.topicId] }))
  await expectNowhere(newsroom, /word-one|quillfeather/)

  articleId = await publish(markedContent(place, 'one'))
  await db.transaction((tx) => arrangeFront(tx, 'en', [{ zone: 'lead', articleId }]))
  await untilShown(newsroom, first, 'Bodyword-one')
  await untilShown(newsroom, '/', 'Headword-one')
  await expectEverywhere(newsroom, first, 'one')
})

test('An edit is seen everywhere, also in the editions that link to it', async ({ newsroom }) => {
  await reviseArticle(null, articleId, markedContent(await findPlace(), 'two'), 'Better words')
  const began = performance.now()
  await publishArticle(articleId, { now: new Date(), updatedAt: new Date() })
  await untilShown(newsroom, first, 'Bodyword-two')
  console.log(`an edit was seen on both servers ${Math.round(performance.now() - began)} ms after it was asked for`)
  await expectEverywhere(newsroom, first, 'two')

  const { id } = await findSampleArticle('explainers', 'how-suez-canal-works')
  await reviseArticle(null, id, { ...(await contentOf(id)), headline: 'How the canal works now' }, 'Better headline')
  await publishArticle(id, { now: new Date() })
  for (const translation of ['/fr/decryptage/comment-fonctionne-canal-suez', '/ar/shuruh/kayfa-tamal-qanat-al-suways'])
    await untilShown(newsroom, translation, 'How the canal works now')
})

test('A changed address leads on, a front stands as arranged last, and neither they nor the edit leave a trace of before', async ({
  newsroom,
}) => {
  await reviseArticle(null, articleId, { ...markedContent(await findPlace(), 'two'), slug: 'quillfeather-moved' }, 'Better slug')
  await publishArticle(articleId, { now: new Date() })
  await untilShown(newsroom, moved, 'Bodyword-two')
  await expectEverywhere(newsroom, moved, 'two')
  for (const { url } of newsroom.servers) {
    const answer = await ask(url, first)
    expect([answer.status, answer.headers.get('location')]).toEqual([308, moved])
  }

  for (const headline of ['Frontword-one', 'Frontword-two']) {
    await db.transaction((tx) => arrangeFront(tx, 'en', [{ zone: 'lead', articleId, headline }]))
    await untilShown(newsroom, '/', headline)
  }
  // Every page of two servers is asked for: once for this and the edit before.
  const before = `word-one|${canal.headline}|Frontword-one|/news/quillfeather(?!-moved)`
  await expectNowhere(newsroom, new RegExp(before))
})

test('Breaking news stands over every page of its edition, as it was worded last, and over no other', async ({ newsroom }) => {
  for (const text of ['Bannerword-one', 'Bannerword-two']) {
    const times = { startsAt: null, endsAt: new Date(Date.now() + 3_600_000).toISOString() }
    const banner = { text, link: { kind: 'article' as const, articleId }, ...times }
    await db.transaction((tx) => arrangeFront(tx, 'en', [{ zone: 'lead', articleId }], banner))
    await untilShown(newsroom, '/', text)
  }
  const asked = await crawlAll(newsroom)
  for (const crawled of asked) {
    const pages = [...crawled.values()].filter((answer) => isPage(answer) && answer.status === 200)
    const isEnglish = ({ text }: { text: string }) => text.includes('<html lang="en"')
    const without = pages.filter((answer) => isEnglish(answer) !== answer.text.includes('Bannerword-two'))
    expect(without.map(({ address }) => address)).toEqual([])
  }
  await expectNowhere(newsroom, /Bannerword-one/, asked)
})

test('A server that was killed and started again shows nothing old', async ({ newsroom }) => {
  const [, second] = newsroom.servers
  const place = await findPlace()
  await reviseArticle(null, articleId, { ...markedContent(place, 'three'), slug: 'quillfeather-moved' }, 'Better words')
  await publishArticle(articleId, { now: new Date(), updatedAt: new Date() })
  await second.killAndRestart()
  await untilShown(newsroom, moved, 'Bodyword-three')
  await expectEverywhere(newsroom, moved, 'three')
  await expectNowhere(newsroom, /(Head|Short|Stand|Kick|Body|Seo)word-two/)
})

test('A withdrawn article is never served again, under no address it had', async ({ newsroom }) => {
  const addresses = [moved, first, `/republish/${articleId}`, `/report-an-error/${articleId}`]
  await withdrawArticle(articleId, { kind: 'withdrawn', note: 'It was about nothing.', now: new Date() })
  for (const address of addresses) await untilShown(newsroom, address, 'It was about nothing.')
  await expectNowhere(newsroom, /[A-Z][a-z]+word-|quillfeather/)
  await newsroom.servers[0].killAndRestart()
  for (const { url } of newsroom.servers)
    for (const address of addresses)
      for (const answer of [await ask(url, address), await ask(url, address)]) expect(answer.status, address).toBe(410)
})
