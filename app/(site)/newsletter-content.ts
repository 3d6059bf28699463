import { cacheLife } from 'next/cache'
import { findArchivedEdition, findArchivedNewsletter, listArchive } from '@/db/newsletter-editions/archive'
import { type ArchivedEdition, archiveLength } from '@/db/newsletter-editions/rules'
import { tagOf } from '@/lib/cache-tags'
import type { Language } from '@/lib/languages'
import { show, showNextAppearance } from './content'
import { tagsOfCards, tagsOfPictures } from './tags'

/** A newsletter with editions on the web, or null where there is none of this name. */
export async function getArchivedNewsletter(language: Language, slug: string) {
  'use cache'
  cacheLife('published')
  show([tagOf.newsletters])
  return findArchivedNewsletter(language, slug)
}

/** One page of a newsletter's archive, from below the number `before`. */
export async function getArchive(newsletterId: string, before: number | null) {
  'use cache'
  cacheLife('published')
  show([tagOf.newsletters, tagOf.newsletterArchive(newsletterId)])
  const { entries, isLast } = await listArchive(newsletterId, { limit: archiveLength, before })
  return { entries, olderThan: isLast ? null : (entries.at(-1)?.number ?? null) }
}

/** An edition as readers find it on the web, under the tags of each of its articles, whether they may be seen or not. */
export async function getArchivedEdition(language: Language, slug: string, number: number) {
  'use cache'
  cacheLife('published')
  show([tagOf.newsletters])
  const newsletter = await findArchivedNewsletter(language, slug)
  if (!newsletter) return null
  show([tagOf.newsletterArchive(newsletter.id)])
  const now = new Date()
  const edition = await findArchivedEdition(newsletter, number, now)
  if (!edition) return null
  show(tagsOfEdition(edition))
  await showNextAppearance(now)
  return { newsletter, edition }
}

/** The tags of everything that an edition on the web shows, or would. */
export function tagsOfEdition({ items, articleIds, mediaIds }: ArchivedEdition): string[] {
  return [
    ...articleIds.map(tagOf.article),
    ...mediaIds.map(tagOf.media),
    ...tagsOfCards(items.flatMap((item) => (item.kind === 'article' ? [item.card] : []))),
    ...tagsOfPictures(items.flatMap((item) => ('picture' in item && item.picture ? [item.picture] : []))),
  ]
}

/** The number that part of an address is; null where it is none in its one spelling. */
export function editionNumber(part: string): number | null {
  return /^[1-9]\d{0,8}$/.test(part) ? Number(part) : null
}
