import { createHash } from 'node:crypto'

/**
 * The tags that a reader's document stands under: facts about content, named once. A page lists the tags of everything it shows,
 * and a command announces the tags of everything it changed; the front drops each kept document that has one in common.
 */
export const tagOf = {
  /** On every document, added by the front itself: for changes that touch everything. */
  site: 'site',
  settings: 'settings',
  article: (id: string) => `article:${id}`,
  /** What exactly is shown of an article: never announced, as revisions never change; a receipt compares it. */
  revision: (id: string) => `revision:${id}`,
  section: (id: string) => `section:${id}`,
  /** The set of sections of an edition, as its masthead shows it. */
  sections: (language: string) => `sections:${language}`,
  topic: (id: string) => `topic:${id}`,
  contributor: (id: string) => `contributor:${id}`,
  media: (id: string) => `media:${id}`,
  page: (id: string) => `page:${id}`,
  pages: (language: string) => `pages:${language}`,
  front: (language: string) => `front:${language}`,
  /** The breaking news over every page of an edition, whether there is any or not. */
  banner: (language: string) => `banner:${language}`,
  newsletters: 'newsletters',
  /** Which editions of a newsletter readers find on the web: changes when one is sent. */
  newsletterArchive: (newsletterId: string) => `newsletter-archive:${newsletterId}`,
  redirects: 'redirects',
  corrections: (language: string) => `corrections:${language}`,
  /** Lists by recency: what is in them changes with each publication and withdrawal, whatever article it is. */
  latest: (language: string) => `latest:${language}`,
  latestInSection: (sectionId: string) => `latest-section:${sectionId}`,
  latestOnTopic: (topicId: string) => `latest-topic:${topicId}`,
  latestBy: (contributorId: string) => `latest-by:${contributorId}`,
  /** `day` is a calendar day in the publication's zone, `2015-10-13`. */
  day: (language: string, day: string) => `day:${language}:${day}`,
  /** What stands, or does not stand, at an address: so that a kept absence can be dropped when something appears there. */
  address: (path: string) => `address:${bounded(encoded(path))}`,
  /** The document changes by itself at that moment; the front drops it then, without any job. */
  until: (moment: Date) => `until:${Math.ceil(moment.getTime() / 1000)}`,
}

/** Tags travel in a header, joined by commas: none of an address may forge another tag, and both spellings of an address mean one. */
function encoded(path: string): string {
  return path.toWellFormed().replace(/[^\x21-\x2b\x2d-\x7e]/gu, encodeURIComponent)
}

/** Next drops tags of more than 256 characters, which an Arabic address easily has. */
function bounded(path: string): string {
  return path.length <= 200 ? path : createHash('sha256').update(path).digest('base64url')
}
