import { addressOf } from '../../lib/addresses'
import type { NewsletterLook } from './look'

/** Where a link of an edition leads; `position` counts its articles from 1. */
export type CountedLink = { position: number; url: string }

/**
 * An edition whose newsletter counts clicks: its articles stand under addresses of ours that lead on, and `links` is what those have to know. One
 * that was sent before keeps its place (`known`). Any other is left as it is, without links.
 */
export function withCountedLinks(
  look: NewsletterLook,
  known: readonly CountedLink[] = [],
): { look: NewsletterLook; links: CountedLink[] } {
  const { editionId } = look
  if (editionId === null || !look.newsletter.countsClicks) return { look, links: [] }
  const links = [...known]
  // Two articles may lead to one address: each has a place of its own.
  const unused = [...known]
  const items = look.items.map((item) => {
    if (item.kind !== 'article') return item
    const last = links.reduce((most, { position }) => Math.max(most, position), 0)
    const at = unused.findIndex(({ url }) => url === item.url)
    const before = at < 0 ? undefined : unused.splice(at, 1)[0]
    const link = before ?? { position: last + 1, url: item.url }
    if (!before) links.push(link)
    return { ...item, url: look.publication.origin + addressOf.newsletterClick(editionId, link.position) }
  })
  return { look: { ...look, items }, links }
}
