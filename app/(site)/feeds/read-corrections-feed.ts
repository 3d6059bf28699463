import { cacheLife, cacheTag } from 'next/cache'
import { filled, wordsIn } from '@/components/words/words'
import { type CorrectedArticle, listCorrections } from '@/db/articles/queries'
import { findSettings } from '@/db/settings/queries'
import { nameIn } from '@/db/settings/rules'
import { addressOf } from '@/lib/addresses'
import { tagOf } from '@/lib/cache-tags'
import { environment } from '@/lib/environment'
import type { Language } from '@/lib/languages'
import { xmlText } from '@/lib/xml'
import { show, showNextAppearance } from '../content'
import { tagsOfCards } from '../tags'
import type { Feed, FeedEntry } from './feed'
import { feedFrame } from './read-feed'

/** The newest corrections of an edition, under the tags of the articles that they are about. */
export async function readCorrectionsFeed(language: Language): Promise<Feed> {
  'use cache'
  cacheLife('published')
  cacheTag('settings')
  show([tagOf.corrections(language)])
  const now = new Date()
  await showNextAppearance(now)
  const [settings, corrected] = await Promise.all([findSettings(), listCorrections(language, now)])
  show(tagsOfCards(corrected.map(({ article }) => article)))
  const words = wordsIn(language)
  return {
    ...feedFrame(settings, language, addressOf.corrections(language), now),
    title: `${nameIn(settings, language)} – ${words.correctionsHeading}`,
    description: words.correctionsIntro,
    updatedAt: new Date(Math.max(0, ...corrected.map(({ note }) => note.correctedAt.getTime()))),
    entries: corrected.map((one) => entryOf(one, language)),
  }
}

function entryOf({ note, article }: CorrectedArticle, language: Language): FeedEntry {
  const words = wordsIn(language)
  const address = environment().PUBLIC_URL + addressOf.article(language, article.section.slug, article.slug)
  return {
    id: `urn:uuid:${note.id}`,
    url: `${address}#correction-${note.id}`,
    title: filled(words.correctionOf, { type: words.correctionTypes[note.type], headline: article.headline }),
    summary: note.text,
    html: `<p>${xmlText(note.text)}</p><p><a href="${xmlText(address)}">${xmlText(article.headline)}</a></p>`,
    authors: [],
    publishedAt: note.correctedAt,
    updatedAt: note.correctedAt,
    topics: [],
    picture: null,
  }
}
