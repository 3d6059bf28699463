import { cacheLife } from 'next/cache'
import { cardAddress } from '@/components/card-address'
import { wordsIn } from '@/components/words/words'
import { findArchivedEdition, findArchivedNewsletter, listArchive } from '@/db/newsletter-editions/archive'
import {
  type ArchivedEdition,
  type ArchivedItem,
  type ArchivedNewsletter,
  archiveLanguage,
  archiveLength,
} from '@/db/newsletter-editions/rules'
import { findSettings } from '@/db/settings/queries'
import { nameIn } from '@/db/settings/rules'
import { addressOf } from '@/lib/addresses'
import { tagOf } from '@/lib/cache-tags'
import { environment } from '@/lib/environment'
import type { Language } from '@/lib/languages'
import { xmlText } from '@/lib/xml'
import { show, showNextAppearance } from '../content'
import { tagsOfEdition } from '../newsletter-content'
import type { Feed, FeedEntry } from './feed'
import { feedFrame } from './read-feed'

/** The newest editions of a newsletter as they stand on the web, under the tags of all their articles; null where there is no such newsletter. */
export async function readNewsletterFeed(language: Language, slug: string): Promise<Feed | null> {
  'use cache'
  cacheLife('published')
  show([tagOf.settings, tagOf.newsletters])
  const newsletter = await findArchivedNewsletter(language, slug)
  if (!newsletter) return null
  show([tagOf.newsletterArchive(newsletter.id)])
  const now = new Date()
  await showNextAppearance(now)
  const [settings, { entries }] = await Promise.all([
    findSettings(),
    listArchive(newsletter.id, { limit: archiveLength, before: null }),
  ])
  const found = await Promise.all(entries.map(({ number }) => findArchivedEdition(newsletter, number, now)))
  const editions = found.filter((edition) => edition !== null)
  show(editions.flatMap(tagsOfEdition))
  return {
    ...feedFrame(settings, language, addressOf.newsletter(language, newsletter.slug), now),
    language: newsletter.language,
    title: `${nameIn(settings, language)} – ${newsletter.name}`,
    description: newsletter.promise || newsletter.name,
    updatedAt: new Date(Math.max(0, ...editions.map((edition) => changedAt(edition).getTime()))),
    entries: editions.map((edition) => entryOf(edition, newsletter, archiveLanguage(settings, newsletter.language))),
  }
}

/** When it was sent, or something in it was last corrected. */
function changedAt({ datedAt, items }: ArchivedEdition): Date {
  const notes = items.flatMap((item) => (item.kind === 'article' ? item.corrections : []))
  return new Date(Math.max(datedAt.getTime(), ...notes.map(({ correctedAt }) => correctedAt.getTime())))
}

function entryOf(edition: ArchivedEdition, { language, slug }: ArchivedNewsletter, drawnIn: Language): FeedEntry {
  const { id, number, subject, preheader, datedAt, items } = edition
  return {
    id: `urn:uuid:${id}`,
    url: environment().PUBLIC_URL + addressOf.newsletterEdition(drawnIn, slug, number),
    title: subject,
    summary: preheader,
    html: items.map((item) => htmlOf(item, language)).join('\n'),
    authors: [],
    publishedAt: datedAt,
    updatedAt: changedAt(edition),
    topics: [],
    picture: null,
  }
}

function htmlOf(item: ArchivedItem, language: Language): string {
  const words = wordsIn(language)
  switch (item.kind) {
    case 'article': {
      const url = environment().PUBLIC_URL + cardAddress(item.card)
      const notes = item.corrections.map(
        ({ type, text }) => `<p><strong>${xmlText(words.correctionTypes[type])}</strong> ${xmlText(text)}</p>`,
      )
      return `<h2><a href="${xmlText(url)}">${xmlText(item.headline)}</a></h2><p>${xmlText(item.blurb)}</p>${notes.join('')}`
    }
    case 'gone':
      return `<p>${xmlText(item.isWithdrawn ? words.archiveWithdrawn : words.archiveAbsent)}</p>`
    case 'heading':
      return `<h2>${xmlText(item.headline)}</h2>`
    case 'text':
      return item.paragraphs.map((paragraph) => `<p>${xmlText(paragraph)}</p>`).join('')
    case 'picture':
      return ''
  }
}
