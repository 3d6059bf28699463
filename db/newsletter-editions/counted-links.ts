import { addressOf } from '../../lib/addresses'
import type { NewsletterLook } from './look'

/** Where a link of an edition leads; `position` counts its articles from 1. */
export type CountedLink = { position: number; url: string }

/**
 * An edition whose newsletter counts clicks: its articles stand under addresses of ours that lead on, and `links` is what those have to know. Any
 * other is left as it is, without links.
 */
export function withCountedLinks(look: NewsletterLook): { look: NewsletterLook; links: CountedLink[] } {
  const { editionId } = look
  if (editionId === null || !look.newsletter.countsClicks) return { look, links: [] }
  const links: CountedLink[] = []
  const items = look.items.map((item) => {
    if (item.kind !== 'article') return item
    const position = links.push({ position: links.length + 1, url: item.url })
    return { ...item, url: look.publication.origin + addressOf.newsletterClick(editionId, position) }
  })
  return { look: { ...look, items }, links }
}
