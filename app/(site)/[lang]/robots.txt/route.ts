import { cacheLife } from 'next/cache'
import { findSettings } from '@/db/settings/queries'
import { tagOf } from '@/lib/cache-tags'
import { environment } from '@/lib/environment'
import { show } from '../../content'
import { siteFile } from '../../site-file'

export async function GET(_request: Request, { params }: RouteContext<'/[lang]/robots.txt'>) {
  return siteFile((await params).lang, 'text/plain', robots)
}

export function generateStaticParams() {
  return [{ lang: '__shell' }]
}

/** Crawlers that gather texts to train models, each with a name of its own (RFC 9309); search crawlers of the same firms are others. */
const trainingCrawlers = [
  'Amazonbot',
  'anthropic-ai',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'cohere-ai',
  'Google-Extended',
  'GPTBot',
  'Meta-ExternalAgent',
]

/** What opens something to whoever has its address, or is drawn anew each time. */
const forNobody = [
  ...['/search', '/fr/search', '/ar/search', '/dashboard', '/partners', '/preview/', '/unsubscribe/'],
  ...['', '/fr', '/ar'].flatMap((edition) => ['confirm/', 'preferences/'].map((page) => `${edition}/newsletters/${page}`)),
]

async function robots(): Promise<string> {
  'use cache'
  cacheLife('published')
  show([tagOf.settings])
  const { trainingAllowed } = await findSettings()
  const origin = environment().PUBLIC_URL
  return [
    'User-agent: *',
    ...forNobody.map((path) => `Disallow: ${path}`),
    '',
    ...(trainingAllowed ? [] : [...trainingCrawlers.map((name) => `User-agent: ${name}`), 'Disallow: /', '']),
    `Sitemap: ${origin}/sitemap.xml`,
    `Sitemap: ${origin}/sitemaps/news.xml`,
    '',
  ].join('\n')
}
