import { tagOf } from '../../lib/cache-tags'
import { xmlText } from '../../lib/xml'
import type { ReceiptPlace } from './rules'

/** What readers are given at an address. */
type Drawn = { status: number; tags: readonly string[]; body: Buffer }

/** A revision of an article and the article's whole address. */
type Appeared = { revisionId: string; url: string }

/** Whether a drawn place shows just this revision. Sitemaps show addresses, and have those of articles only that readers can find. */
export function isShown(place: ReceiptPlace, { status, tags, body }: Drawn, { revisionId, url }: Appeared): boolean {
  if (status !== 200) return false
  if (place === 'sitemap' || place === 'news_sitemap') return body.includes(`<loc>${xmlText(url)}</loc>`)
  return tags.includes(tagOf.revision(revisionId))
}
