import type { Page } from 'playwright/test'
import { SaxesParser } from 'saxes'
import { z } from 'zod'
import { findContent } from '../db/articles/contents'
import { db } from '../db/client'
import { deskLetters, type Letter, letterShape } from '../db/mail/rules'
import { mails } from '../db/mail/schema'
import { findSettings } from '../db/settings/queries'
import { drawMail } from '../jobs/draw-mail'
import { ask } from './crawl'
import { findSampleRows, pagesOf } from './dashboard-pages'
import { test as base, expect, openEverything } from './fixtures'
import { columnsWithoutHostileWords, headOf, type Poured, pourHostileRows, uncoveredIn } from './hostile-rows'
import { hostile, hostileWords, mark } from './hostile-words'
import { openNewsroom } from './newsroom'
import { serversOn } from './servers'
import { openAs } from './staff'

type World = Poured & { url: string }

// A newsroom of its own: nobody else could read a word of it.
const test = base.extend<object, { world: World }>({
  world: [
    async ({ playwright: _ }, use) => {
      const { databaseUrl, close } = await openNewsroom()
      const servers = serversOn({ databaseUrl })
      const poured = await pourHostileRows()
      await use({ ...poured, url: (await servers.start()).url })
      await servers.end()
      await close()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

test.describe.configure({ timeout: 300_000 })

const feedShape = z.object({ items: z.array(z.object({ content_html: z.string() })) })

/** Columns that take no words of anybody's: what stands there we make ourselves, is chosen from a list, or is checked to be an address or a name of a thing. */
const closed = `
  articles.language articles.slug articles.source_id authenticator_apps.secret bulk_changes.kind bulk_changes.made check_overrides.check
  check_overrides.finding comments.block_id contributor_profiles.language contributors.slug erasures.subject events.action events.details
  fronts.language import_entries.dropped import_entries.file import_entries.images_missing import_entries.reason import_entries.source_id
  import_runs.sources imported_articles.hash invitations.token_hash limits.key listed_articles.language listed_bylines.language
  listed_topics.language mails.fault mails.kind mails.language mails.to_address media.content_hash media.crops media.mime_type
  media.source_id media.upload_hash newsletter_texts.language newsletters.featured_in newsletters.language newsletter_editions.attention newsletter_editions.exclusions newsletters.list_id
  newsletters.reply_to newsletters.sender_address newsletters.slug newsletters.draft_weekdays notices.kind
  notices.tags page_revisions.slug pages.language pages.slug pages.source_id passkeys.id passkeys.transports people.email people.language presences.tab
  previews.token_hash recovery_codes.code_hash redirects.path redirects.target renditions.file renditions.recipe revisions.media_ids
  revisions.slug sections.language sections.slug sessions.challenge sessions.device sessions.token_hash sign_in_links.browser_hash
  sign_in_links.code_hash sign_in_links.token_hash social_cards.file topic_names.language topics.slug topics.wikidata vocabulary.language
  confirmations.newsletter_ids confirmations.language consent_events.language consent_texts.language consent_texts.sha256
  deliveries.language deliveries.provider_reference delivery_reports.source delivery_reports.kind edition_renderings.language
  edition_renderings.subject edition_renderings.html edition_renderings.text send_budgets.key sending_domains.domain
  subscriber_import_rows.language subscriber_imports.counts subscriber_imports.faults subscriber_requests.language
  subscriber_requests.newsletter_ids subscribers.language subscribers.time_zone suppressions.delivery_id
  vocabulary.spelling vocabulary.stem vocabulary.word working_copies.tab`
  .trim()
  .split(/\s+/)

/** What of a page did something that no text may do, or would if a finger touched it. */
async function harmIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const told = [...(Reflect.get(window, 'harm') ?? [])] as string[]
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        const isAddress = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc', 'poster'].includes(name)
        // What React puts there for as long as its own script has not taken the form over.
        const isReacts = value.startsWith('javascript:throw new Error(') && value.includes('React form')
        // A mail is looked at in a frame in which nothing runs.
        const isOpenFrame = name === 'srcdoc' && element.getAttribute('sandbox') !== ''
        const isScript = isAddress && !isReacts && /^[\s\p{Cc}]*(javascript|vbscript|data:text)/iu.test(value)
        if (/^on/i.test(name) || isScript || isOpenFrame) told.push(`${element.tagName} ${name}=${value.slice(0, 80)}`)
      }
    const strangers = document.querySelectorAll(
      'mglyph, math, img[src="x"], img[src=""], svg[onload], iframe:not([title]), b, script[src^="data:"]',
    )
    return [...told, ...[...strangers].map((one) => one.outerHTML.slice(0, 120))]
  })
}

/** Hostile words that the page shows as the words they are. */
async function shownIn(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, option')]
    return [document.title, document.body.textContent ?? '', ...fields.map((field) => field.value)].join('\n')
  })
  const tidy = (words: string) => words.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
  const seen = tidy(text)
  return hostileWords.filter((word) => seen.includes(tidy(word)))
}

/** Looks at a page with a browser that tells of everything that runs or is forbidden to. */
async function watch(page: Page): Promise<string[]> {
  const told: string[] = []
  page.on('dialog', (dialog) => {
    told.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => told.push(`error: ${error.message}`))
  await page.addInitScript(() => {
    const harm: string[] = []
    Object.assign(window, { harm, pwned: (number: number) => harm.push(`ran ${number}`) })
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, columnNumber }) =>
      harm.push(`violation of ${violatedDirective}: ${blockedURI} by ${sourceFile} at ${columnNumber}`),
    )
  })
  return told
}

async function lookAt(page: Page, address: string, seen: Set<string>): Promise<string[]> {
  const response = await page.goto(address)
  if (!response || response.status() >= 500) return [`${address}: ${response?.status()}`]
  await expect(page.locator('h1, h2, main').first()).toBeVisible()
  await openEverything(page)
  // The text of an editor comes with its script.
  if ((await page.locator('.body-editor').count()) > 0) await expect(page.locator('.body-text p').first()).toBeVisible()
  const shown = await shownIn(page)
  for (const word of shown) seen.add(word)
  return (await harmIn(page)).map((harm) => `${address}: ${harm}`)
}

test('every column that takes words has hostile ones in it, and every part of a text', async ({ world }) => {
  expect((await columnsWithoutHostileWords()).filter((name) => !closed.includes(name))).toEqual([])
  const content = await findContent(db, await headOf(world.own))
  expect(content && uncoveredIn(content.body)).toEqual([])
})

for (const role of ['contributor', 'reporter', 'editor', 'publisher', 'admin'] as const)
  test(`no page of the dashboard runs a word of it for ${role}`, async ({ browser, world }) => {
    const member = world.cast[role]
    const { page, complaints } = await openAs(browser, member, { baseURL: world.url })
    const told = await watch(page)
    const articleId = role === 'contributor' ? world.own : world.live
    const rows = {
      ...{ articles: articleId, media: world.mediaId, people: member.personId, fronts: 'en', changes: world.changeId },
      editions: world.editionId,
    }
    const more = role === 'admin' ? [] : [`/dashboard?q=${mark}`, `/dashboard?q=${encodeURIComponent(hostileWords[1])}`]
    const seen = new Set<string>()
    const harm: string[] = []
    // A contributor's draft is not live, and has no change.
    const isThere = (address: string) => role !== 'contributor' || !address.includes('/changes/')
    for (const address of [...pagesOf(role, { ...(await findSampleRows()), ...rows }).filter(isThere), ...more])
      harm.push(...(await lookAt(page, address, seen)))
    expect(harm).toEqual([])
    expect([...told, ...complaints]).toEqual([])
    if (role !== 'admin') expect([...hostileWords].filter((word) => !seen.has(word))).toEqual([])
  })

test('no page of readers, feed or sitemap runs a word of it', async ({ browser, world }) => {
  const page = await browser.newPage({ baseURL: world.url })
  const told = await watch(page)
  const seen = new Set<string>()
  const harm: string[] = []
  const article = `/news/${world.slug}`
  for (const address of [
    ...['/', '/news', article, `/news/${world.withdrawn}`, '/topics/egypt', '/authors/leila-haddad', '/archive', '/corrections'],
    ...[
      '/about',
      '/newsletters',
      '/newsletters/jerusalem-dispatch',
      '/republish',
      `/report-an-error/${world.live}`,
      '/fr',
      '/ar',
    ],
    ...[`/preview/${world.preview}`, `/search?q=${mark}`, `/search?q=${encodeURIComponent(hostileWords[1])}`],
  ])
    harm.push(...(await lookAt(page, address, seen)))
  expect([...harm, ...told]).toEqual([])
  expect([...hostileWords].filter((word) => !seen.has(word))).toEqual([])

  await page.goto(article)
  const facts = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(facts.length).toBeGreaterThan(0)
  for (const fact of facts) expect(JSON.stringify(JSON.parse(fact))).toContain(mark)
  for (const address of ['/feed.xml', '/feed.atom', '/news/feed.xml', '/corrections/feed.xml', '/sitemaps/news.xml']) {
    const { text, status } = await ask(world.url, address)
    expect(status, address).toBe(200)
    expect(elementsIn(text, address), address).not.toContain('script')
    expect(text, address).toContain(mark)
  }
  const { items } = feedShape.parse(JSON.parse((await ask(world.url, '/feed.json')).text))
  const texts = items.map((item) => item.content_html).join('<hr>')
  expect(texts).toContain(mark)
  expect(await harmIn(await shown(page, texts)), '/feed.json').toEqual([])
  expect(told).toEqual([])
})

/** The names of a document's elements; what is not well-formed is an error. */
function elementsIn(xml: string, address: string): string[] {
  const names: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => names.push(name))
  parser.on('error', (error) => {
    throw new Error(`${address}: ${error.message}`)
  })
  parser.write(xml).close()
  return names
}

test('no mail runs a word of it, and none of it gets into a header', async ({ browser, world }) => {
  const settings = await findSettings()
  const promised = await db.select().from(mails)
  expect(promised.length).toBeGreaterThan(5)
  const words = () => hostile(200, { isLine: true })
  const letters: Letter[] = [
    ...promised.map(({ letter }) => letterShape.parse(letter)),
    ...deskLetters.map((kind) => ({ kind, path: '/dashboard', headline: words(), by: words(), due: null })),
  ]
  const page = await browser.newPage({ baseURL: world.url })
  const told = await watch(page)
  for (const letter of letters) {
    const mail = drawMail({ id: 'mail', attempt: 1, to: 'staff@hostile.example', language: 'en', letter }, settings)
    expect(`${mail.subject}${mail.senderName}`).not.toMatch(/[\r\n]/)
    expect(await harmIn(await shown(page, mail.html)), letter.kind).toEqual([])
    expect(await page.evaluate(() => document.body.textContent)).toContain(mark)
  }
  expect(told).toEqual([])
})

/** A page with this document in it. */
async function shown(page: Page, html: string): Promise<Page> {
  await page.route('**/a-document', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await page.goto('/a-document')
  await page.unroute('**/a-document')
  return page
}
