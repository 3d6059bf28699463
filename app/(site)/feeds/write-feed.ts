import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import type { Feed, FeedEntry, FeedFormat } from './feed'

const contentTypes: Record<FeedFormat, string> = {
  xml: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}

/** A feed as RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1. */
export function writeFeed(feed: Feed, format: FeedFormat): Response {
  return new Response(written(feed, format), { headers: { 'content-type': contentTypes[format] } })
}

function written(feed: Feed, format: FeedFormat): string {
  switch (format) {
    case 'xml':
      return rss(feed)
    case 'atom':
      return atom(feed)
    case 'json':
      return JSON.stringify(json(feed))
  }
}

function rss(feed: Feed): string {
  return generateRssFeed({
    title: feed.title,
    link: feed.homeUrl,
    description: feed.description,
    language: feed.language,
    copyright: feed.copyright,
    lastBuildDate: feed.updatedAt,
    atom: { links: [{ rel: 'self', href: feed.url.xml, type: 'application/rss+xml' }] },
    items: feed.entries.map((entry) => ({
      title: entry.title,
      link: entry.url,
      description: entry.summary,
      guid: { value: entry.id, isPermaLink: false },
      pubDate: entry.publishedAt,
      categories: entry.topics.map((name) => ({ name })),
      dc: { creators: entry.authors.map(({ name }) => name) },
      content: { encoded: entry.html },
      media: mediaOf(entry),
      atom: { updated: entry.updatedAt },
    })),
  })
}

function mediaOf({ picture }: FeedEntry) {
  if (!picture) return undefined
  const { url, width, height, credit } = picture
  return { contents: [{ url, width, height, medium: 'image', credits: credit ? [{ value: credit }] : [] }] }
}

function atom(feed: Feed): string {
  return generateAtomFeed({
    id: feed.url.atom,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated: feed.updatedAt,
    rights: { value: feed.copyright },
    links: [
      { rel: 'self', href: feed.url.atom, type: 'application/atom+xml' },
      { rel: 'alternate', href: feed.homeUrl, type: 'text/html', hreflang: feed.language },
    ],
    xml: { lang: feed.language },
    entries: feed.entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      links: [{ rel: 'alternate', href: entry.url, type: 'text/html' }],
      published: entry.publishedAt,
      updated: entry.updatedAt,
      authors: (entry.authors.length > 0 ? entry.authors : [{ name: feed.publication, url: null }]).map(({ name, url }) => ({
        name,
        uri: url ?? undefined,
      })),
      categories: entry.topics.map((term) => ({ term })),
      summary: { value: entry.summary },
      content: { type: 'html', value: entry.html },
    })),
  })
}

function json(feed: Feed) {
  return generateJsonFeed({
    title: feed.title,
    description: feed.description,
    home_page_url: feed.homeUrl,
    feed_url: feed.url.json,
    language: feed.language,
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      image: entry.picture?.url,
      date_published: entry.publishedAt,
      date_modified: entry.updatedAt,
      tags: entry.topics,
      authors: entry.authors.map(({ name, url }) => ({ name, url: url ?? undefined })),
    })),
  })
}
