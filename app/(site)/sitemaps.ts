import { cacheLife } from 'next/cache'
import { findNextVisibleAt } from '@/db/articles/cards'
import {
  listNewsSitemapArticles,
  listSitemapArticles,
  listSitemapMonths,
  listSitemapPlaces,
  newsWindow,
  type SitemapArticle,
  sitemapName,
  sitemapPart,
} from '@/db/articles/sitemaps'
import { listIndexedEditions } from '@/db/newsletter-editions/archive'
import { archiveLanguage } from '@/db/newsletter-editions/rules'
import { listOpenNewsletters } from '@/db/newsletters/queries'
import { listPages } from '@/db/pages/queries'
import { listSections } from '@/db/sections/queries'
import { findSettings } from '@/db/settings/queries'
import { nameIn } from '@/db/settings/rules'
import { addressOf } from '@/lib/addresses'
import { tagOf } from '@/lib/cache-tags'
import { environment } from '@/lib/environment'
import { type Language, languages } from '@/lib/languages'
import { xmlText } from '@/lib/xml'
import { show, showNextAppearance } from './content'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** The index of all sitemaps (sitemaps.org protocol): one for the news, one for what is not an article, one for each month. */
export async function sitemapIndex(): Promise<string> {
  'use cache'
  cacheLife('published')
  show(everyArticle)
  const now = new Date()
  await showNextAppearance(now)
  const months = await listSitemapMonths(now)
  const files = months.flatMap(({ month, count, changedAt }) =>
    Array.from({ length: Math.ceil(count / sitemapPart) }, (_, part) => ({
      file: sitemapName(month, part + 1),
      changedAt,
    })),
  )
  const all = [{ file: 'news.xml', changedAt: null }, { file: 'places.xml', changedAt: null }, ...files]
  const entries = all.map(
    ({ file, changedAt }) => `<sitemap>${location(`/sitemaps/${file}`)}${changedAt ? lastmod(changedAt) : ''}</sitemap>`,
  )
  return `${declaration}<sitemapindex ${namespace}>\n${entries.join('\n')}\n</sitemapindex>\n`
}

/** The articles of a month, or null where there are none. */
export async function monthSitemap(month: string, part: number): Promise<string | null> {
  'use cache'
  cacheLife('published')
  show(everyArticle)
  const now = new Date()
  await showNextAppearance(now)
  const articles = await listSitemapArticles(month, part, now)
  if (articles.length === 0) return null
  return urlset(articles.map((article) => `<url>${location(addressOfArticle(article))}${lastmod(article.changedAt)}</url>`))
}

/** Google's news sitemap: what was first published within two days, all editions; may be empty. */
export async function newsSitemap(): Promise<string> {
  'use cache'
  cacheLife('published')
  show([...everyArticle, tagOf.settings])
  const now = new Date()
  const [articles, settings, next] = await Promise.all([listNewsSitemapArticles(now), findSettings(), findNextVisibleAt(now)])
  const oldest = articles[0]
  if (oldest) show([tagOf.until(new Date(oldest.publishedAt.getTime() + newsWindow))])
  if (next) show([tagOf.until(next)])
  const entries = articles.map((article) => {
    // Google wants the name exactly as readers know it, without parentheses.
    const name = nameIn(settings, article.language).replace(/\s*\([^)]*\)/g, '')
    const publication = `<news:publication><news:name>${xmlText(name)}</news:name><news:language>${article.language}</news:language></news:publication>`
    const date = `<news:publication_date>${article.publishedAt.toISOString()}</news:publication_date>`
    return `<url>${location(addressOfArticle(article))}<news:news>${publication}${date}<news:title>${xmlText(article.headline)}</news:title></news:news></url>`
  })
  return urlset(entries, ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"')
}

/** Everything that is not an article: homes, sections, topics, authors, standing pages, newsletters, archives. */
export async function placesSitemap(): Promise<string> {
  'use cache'
  cacheLife('published')
  show([
    ...everyArticle,
    tagOf.settings,
    tagOf.newsletters,
    ...languages.flatMap((language) => [tagOf.sections(language), tagOf.pages(language)]),
  ])
  const now = new Date()
  await showNextAppearance(now)
  const [settings, named, archived] = await Promise.all([findSettings(), listSitemapPlaces(now), listIndexedEditions()])
  show(archived.newsletterIds.map(tagOf.newsletterArchive))
  const { editions } = settings
  const own = await Promise.all(editions.map(({ language }) => placesOf(language)))
  const paths = named.map(({ kind, language, slug }) =>
    kind === 'topic' ? addressOf.topic(language, slug) : addressOf.author(language, slug),
  )
  const letters = archived.editions.map((one) =>
    addressOf.newsletterEdition(archiveLanguage(settings, one.language), one.slug, one.number),
  )
  return urlset([...own.flat(), ...paths, ...letters].map((path) => `<url>${location(path)}</url>`))
}

async function placesOf(language: Language): Promise<string[]> {
  const [sections, pages, newsletters] = await Promise.all([
    listSections(language),
    listPages(language),
    listOpenNewsletters(language),
  ])
  return [
    addressOf.home(language),
    ...sections.map((section) => addressOf.section(language, section.slug)),
    // One that explains the corrections stands at their own address.
    ...pages.filter(({ slug }) => slug !== 'corrections').map((page) => addressOf.page(language, page.slug)),
    addressOf.newsletters(language),
    ...newsletters.map((newsletter) => addressOf.newsletter(language, newsletter.slug)),
    addressOf.republish(language),
    addressOf.archive(language),
    addressOf.corrections(language),
  ]
}

const everyArticle = languages.map((language) => tagOf.latest(language))

function addressOfArticle({ language, section, slug }: SitemapArticle): string {
  return addressOf.article(language, section, slug)
}

function urlset(entries: readonly string[], namespaces = ''): string {
  return `${declaration}<urlset ${namespace}${namespaces}>\n${entries.join('\n')}\n</urlset>\n`
}

function location(path: string): string {
  return `<loc>${xmlText(environment().PUBLIC_URL + path)}</loc>`
}

function lastmod(moment: Date): string {
  return `<lastmod>${moment.toISOString()}</lastmod>`
}
