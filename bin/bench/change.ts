import { setTimeout as wait } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import { createArticle, publishArticle, reviseArticle } from '../../db/articles/commands'
import type { ArticleContent } from '../../db/articles/content'
import { articles } from '../../db/articles/schema'
import { db } from '../../db/client'
import { contributors } from '../../db/contributors/schema'
import { sections } from '../../db/sections/schema'
import { topics } from '../../db/topics/schema'
import { addressOf } from '../../lib/addresses'
import { askForPage } from './ask'
import { type Figure, figure, milliseconds, quantile } from './figures'
import { withServer } from './server'

const goal = 1000
const rounds = 5

/** Milliseconds after which a page is taken for one that never shows the change. */
const patience = 30_000

const slug = 'a-headline-that-changes'
/** In every headline of the article, and nowhere else: what search is asked for. */
const constant = 'Kaleidoskopical'

/** A page that showed a change so many milliseconds after publishing began. */
type Seen = { page: string; ms: number }

/**
 * Publishes an article and changes its headline again and again: first one reader waits for one of the pages that show it, each of them in
 * turn; then readers wait for all of them at once, the worst that a change can bring on one process.
 */
export async function measureChange(databaseUrl: string): Promise<Figure[]> {
  await removeArticle()
  const figures = await withServer(databaseUrl, async ({ url }) => {
    const content = await makeContent()
    const { articleId } = await createArticle(null, 'en', content)
    const publishedAt = new Date()
    await publishArticle(articleId, { now: publishedAt, publishAt: publishedAt })
    const pages = listPages(publishedAt).map((path) => url + path)
    await Promise.all(pages.map((page) => untilShown(page, content.headline, null, performance.now())))

    const publishing: number[] = []
    let changes = 0
    const change = async (watched: readonly string[]) => {
      const [old, headline] = [headlineOf(changes), headlineOf(++changes)]
      await reviseArticle(null, articleId, { ...content, headline }, 'A change')
      const began = performance.now()
      const visible = Promise.all(watched.map((page) => untilShown(page, headline, old, began)))
      await publishArticle(articleId, { now: new Date() })
      publishing.push(performance.now() - began)
      return visible
    }
    const alone: Seen[] = []
    for (let round = 0; round < rounds; round++) for (const page of pages) alone.push(...(await change([page])))
    const together: Seen[][] = []
    for (let round = 0; round < rounds; round++) together.push(await change(pages))
    return describe(alone, together, publishing)
  })
  await removeArticle()
  return figures
}

function describe(alone: readonly Seen[], together: readonly Seen[][], publishing: readonly number[]): Figure[] {
  const isFeed = ({ page }: Seen) => /\/feed\.\w+$/.test(page)
  const worst = alone.reduce((slow, one) => (one.ms > slow.ms ? one : slow))
  const inWords = (times: readonly number[]) =>
    `p50 ${milliseconds(quantile(times, 0.5))}, ${milliseconds(Math.max(...times))} at most`
  const timesOf = (of: readonly Seen[]) => of.map(({ ms }) => ms)
  return [
    figure('change to visible', `${inWords(timesOf(alone))} (${alone.length} changes)`, {
      words: `<= ${goal} ms`,
      isMet: worst.ms <= goal,
    }),
    figure('  the article itself', inWords(timesOf(alone.filter(({ page }) => page.endsWith(`/${slug}`))))),
    figure('  feeds, whole texts', inWords(timesOf(alone.filter(isFeed)))),
    figure('  the slowest', new URL(worst.page).pathname),
    figure('  publishing, in that time', inWords(publishing)),
    figure(
      `  the last of ${together[0]?.length ?? 0} pages asked for at once`,
      inWords(together.map((pages) => Math.max(...timesOf(pages)))),
    ),
  ]
}

/** The archive stays what was generated; a run that was cut short may have left it. */
async function removeArticle() {
  await db.delete(articles).where(and(eq(articles.language, 'en'), eq(articles.slug, slug)))
}

/** Milliseconds from `began` until the page shows the headline and not the old one. */
async function untilShown(page: string, headline: string, old: string | null, began: number): Promise<Seen> {
  for (;;) {
    const text = (await askForPage(page)).body.toString()
    const ms = performance.now() - began
    if (text.includes(headline) && (old === null || !text.includes(old))) return { page, ms }
    if (ms > patience) throw new Error(`${new URL(page).pathname} does not show a change after ${patience / 1000} s.`)
    await wait(25)
  }
}

function listPages(publishedAt: Date): string[] {
  const home = addressOf.home('en')
  const lists = [home, addressOf.section('en', 'section-0'), addressOf.topic('en', 'topic-0'), addressOf.author('en', 'author-0')]
  return [
    addressOf.article('en', 'section-0', slug),
    ...lists,
    ...lists.flatMap((list) => (['xml', 'atom', 'json'] as const).map((format) => addressOf.feed(list, format))),
    addressOf.day('en', publishedAt.toISOString().slice(0, 10)),
    '/sitemaps/news.xml',
    `${addressOf.search('en')}?q=${constant.toLowerCase()}`,
  ]
}

async function makeContent(): Promise<ArticleContent> {
  const [section] = await db
    .select({ id: sections.id })
    .from(sections)
    .where(and(eq(sections.language, 'en'), eq(sections.slug, 'section-0')))
  const [topic] = await db.select({ id: topics.id }).from(topics).where(eq(topics.slug, 'topic-0'))
  const [author] = await db.select({ id: contributors.id }).from(contributors).where(eq(contributors.slug, 'author-0'))
  if (!section || !topic || !author) throw new Error('The generated sections, topics and authors are missing.')
  return {
    ...{
      slug,
      sectionId: section.id,
      headline: headlineOf(0),
      headlineShort: '',
      standfirst: 'What changes is above.',
      kicker: '',
    },
    ...{ seoHeadline: '', seoDescription: '', dateline: '', hero: null, relatedIds: [], topicIds: [topic.id] },
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { id: 'b1' }, content: [{ type: 'text', text: 'The text stays.' }] }],
    },
    bylines: [{ contributorId: author.id, role: 'reporter', creditedAs: '' }],
  }
}

function headlineOf(round: number): string {
  return `${constant} headline number ${1000 + round}`
}
