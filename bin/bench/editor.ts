import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type BrowserContext, chromium, type Page } from 'playwright/test'
import { createArticle } from '../../db/articles/commands'
import { type Body, bodyText } from '../../db/body/rules'
import { db } from '../../db/client'
import { people } from '../../db/people/schema'
import { beginSession } from '../../db/people/sessions'
import { findBrowser } from '../testing/browser'
import { generateArticle } from './articles'
import { type Figure, figure, milliseconds, quantile } from './figures'
import { contentOf, findPlaces } from './fill'
import { withServer } from './server'

const words = 3000
const goals = { open: 1000, frame: 50 }
const rounds = 7
const typed = 'Every word that is written here is to appear at once, however long the article is. '.repeat(4)

/** Milliseconds between two keys of somebody who types fast: about 120 words a minute. */
const keyEvery = 100

/**
 * Opens an article of 3,000 words from the desk's list, again and again, in a browser that has opened one before; then types in the middle of it.
 * Opening lasts from the click until the text takes keys and has been painted.
 */
export async function measureEditor(databaseUrl: string): Promise<Figure[]> {
  const { token, headline } = await makeLongArticle()
  const figures = await withServer(databaseUrl, async ({ url }) => {
    const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
    try {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
      await context.addCookies([{ name: 'broadsheet-session', value: token, url }])
      const opened: number[] = []
      for (let round = 0; round <= rounds; round++) opened.push(await openOnce(context, url, headline))
      const frames = await typeOnce(context, url, headline)
      return describe(opened.slice(1), frames)
    } finally {
      await browser.close()
    }
  })
  await db.execute(sql`delete from articles where slug like 'a-long-article-%'`)
  return figures
}

function describe(opened: readonly number[], frames: readonly number[]): Figure[] {
  const p50 = quantile(opened, 0.5)
  const long = frames.filter((ms) => ms > goals.frame)
  const longest = Math.max(0, ...frames)
  return [
    figure(
      `editor opens ${words} words`,
      `p50 ${milliseconds(p50)}, ${milliseconds(Math.max(...opened))} at most (${opened.length} times)`,
      { words: `<= ${goals.open} ms`, isMet: Math.max(...opened) <= goals.open },
    ),
    figure(
      `  typing ${typed.length} characters in it`,
      `${long.length} frames over ${goals.frame} ms, the longest ${milliseconds(longest)}`,
      { words: `0 over ${goals.frame} ms`, isMet: long.length === 0 },
    ),
  ]
}

async function openOnce(context: BrowserContext, url: string, headline: string): Promise<number> {
  const page = await context.newPage()
  await page.goto(`${url}/dashboard`, { waitUntil: 'networkidle' })
  const ms = await open(page, headline)
  await page.close()
  return ms
}

/** Clicks on the article in the list; gives the milliseconds until its text can be written in and has been painted. */
async function open(page: Page, headline: string): Promise<number> {
  await page.evaluate(() => {
    const watch = Object.assign(window, { openedAt: 0, clickedAt: 0 })
    addEventListener('click', () => Object.assign(watch, { clickedAt: performance.now() }), { capture: true, once: true })
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('.body-text[contenteditable="true"]')) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => Object.assign(watch, { openedAt: performance.now() })))
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['contenteditable'] })
  })
  await page.getByRole('link', { name: headline }).first().click()
  const times = await page.waitForFunction(() => {
    const { openedAt, clickedAt } = window as unknown as { openedAt: number; clickedAt: number }
    return openedAt > 0 && { openedAt, clickedAt }
  })
  const value = await times.jsonValue()
  return value ? value.openedAt - value.clickedAt : Number.NaN
}

/** Types in the middle of the text; gives the milliseconds of each frame that took long enough to be told of by the browser. */
async function typeOnce(context: BrowserContext, url: string, headline: string): Promise<number[]> {
  const page = await context.newPage()
  await page.goto(`${url}/dashboard`, { waitUntil: 'networkidle' })
  await open(page, headline)
  await page.waitForLoadState('networkidle')
  const blocks = page.locator('.body-text > *')
  await blocks.nth(Math.floor((await blocks.count()) / 2)).click()
  await page.keyboard.press('End')
  await page.evaluate(() => {
    const frames: number[] = []
    Object.assign(window, { frames })
    new PerformanceObserver((list) => frames.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'long-animation-frame',
    })
  })
  await page.keyboard.type(typed, { delay: keyEvery })
  // What was typed has been sent to be kept: that must not stop the typing either.
  await page.locator('.save-phase[data-phase="kept"]').waitFor()
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames)
  await page.close()
  return frames
}

/** A draft of 3,000 words, in as many paragraphs as such an article has, whose owner is signed in. */
async function makeLongArticle(): Promise<{ token: string; headline: string }> {
  const mark = randomUUID().slice(0, 8)
  const [person] = await db
    .insert(people)
    .values({ email: `${mark}@bench.example`, name: 'Somebody who writes', role: 'publisher' })
    .returning({ id: people.id })
  if (!person) throw new Error('An insert returned no row.')
  const { token } = await db.transaction((tx) => beginSession(tx, person.id, { device: 'Bench' }, new Date()))
  await db.execute(sql`update sessions set confirmed_at = now() where person_id = ${person.id}`)
  const generated = contentOf(await findPlaces(), generateArticle(1))
  const headline = `A long article ${mark}`
  const content = { ...generated, headline, slug: `a-long-article-${mark}`, body: longBody(generated.body) }
  await createArticle({ id: person.id }, 'en', content)
  return { token, headline }
}

function longBody(body: Body): Body {
  const text = bodyText(body).split(/\s+/)
  const wordAt = (at: number) => text[at % text.length] ?? 'word'
  const paragraphWords = 60
  const content = Array.from({ length: words / paragraphWords }, (_, paragraph) => ({
    type: 'paragraph' as const,
    attrs: { id: `p${paragraph}` },
    content: [
      {
        type: 'text' as const,
        text: Array.from({ length: paragraphWords }, (_one, at) => wordAt(paragraph * paragraphWords + at)).join(' '),
      },
    ],
  }))
  return { type: 'doc', content }
}
