import { createHash } from 'node:crypto'
import type { AnyNode, Block } from '../body/rules'
import type { ArticleContent } from './content'
import { type CheckName, checks, type Finding, type Place, type Severity } from './rules'

/** Characters of a headline beyond which phones and search results cut it. */
const headlineLimit = 110

/** Characters that a search result shows of a headline. */
const searchedHeadline = 60

/** Days before the end of a picture's rights in which one is told of it. */
const endingDays = 30

/** A picture as far as it is checked. */
export type CheckedPicture = {
  label: string
  alt: string
  hasCredit: boolean
  hasTerms: boolean
  territory: string | null
  expiresAt: Date | null
  isReady: boolean
}

/** What stands behind a link to an article of ours. */
export type CheckedLink = { headline: string; state: 'visible' | 'hidden' | 'withdrawn' }

/** A picture of everything that decides whether an article can be published at a moment. */
export type CheckedArticle = {
  articleId: string
  /** When it is to appear. */
  at: Date
  content: ArticleContent
  wordCount: number
  wasPublished: boolean
  legalHold: boolean
  doNotPublish: boolean
  sensitive: boolean
  embargoUntil: Date | null
  isAddressTaken: boolean
  openComments: number
  /** By id; what is missing here is not there any more. */
  pictures: ReadonlyMap<string, CheckedPicture>
  links: ReadonlyMap<string, CheckedLink>
  /** Paths of our own site that lead nowhere. */
  deadPaths: ReadonlySet<string>
}

/** Looks an article over. What blocks comes first, then what asks, each in the order of the article. */
export function checkArticle(article: CheckedArticle): Finding[] {
  const found = [...checkState(article), ...checkFields(article), ...checkPictures(article), ...checkLinks(article)]
  const order: readonly Severity[] = ['blocks', 'asks', 'hints']
  const unique = [...new Map(found.map((finding) => [finding.key, finding])).values()]
  return unique.sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
}

/** Why publishing has to wait: what blocks it, and what nobody has answered for yet. */
export function findObstacles(findings: readonly Finding[], overridden: ReadonlySet<string>): Finding[] {
  return findings.filter(({ severity, key }) => severity === 'blocks' || (severity === 'asks' && !overridden.has(key)))
}

const whole: Place = { kind: 'article' }

function checkState(article: CheckedArticle): Finding[] {
  const { at, embargoUntil, openComments } = article
  return [
    ...when(article.legalHold, 'legal-hold'),
    ...when(article.doNotPublish, 'do-not-publish'),
    ...when(embargoUntil !== null && embargoUntil > at, 'embargo', whole, embargoUntil?.toISOString()),
    ...when(openComments > 0, 'open-comments', whole, String(openComments)),
    ...when(article.sensitive, 'sensitive'),
  ]
}

function checkFields({ articleId, content, wordCount, isAddressTaken, wasPublished }: CheckedArticle): Finding[] {
  const { headline, standfirst, slug, seoHeadline, seoDescription, topicIds, bylines, hero, body } = content
  const length = [...headline.trim()].length
  const isEmpty = wordCount === 0 && !body.content.some(({ type }) => type === 'figure' || type === 'gallery' || type === 'embed')
  const isProvisional = !wasPublished && slug.endsWith(`-${articleId.slice(0, 6)}`)
  return [
    ...when(length === 0, 'no-headline', at('headline')),
    ...when(length > headlineLimit, 'headline-long', at('headline'), String(length)),
    ...when(isEmpty, 'no-body', at('body')),
    ...when(isAddressTaken, 'address-taken', at('slug'), slug),
    ...when(isProvisional, 'address-provisional', at('slug'), slug),
    ...when(standfirst.trim() === '', 'no-standfirst', at('standfirst')),
    ...when(topicIds.length === 0, 'no-topic', at('topicIds')),
    ...when(bylines.length === 0, 'no-byline', at('bylines')),
    ...when(hero === null, 'no-picture', at('hero')),
    ...when(seoHeadline === '' && length > searchedHeadline, 'no-seo-headline', at('seoHeadline')),
    ...when(seoDescription === '' && standfirst.trim() === '', 'no-seo-description', at('seoDescription')),
  ]
}

/** A use of a picture, with the alternative text of this use; null for the picture's own. */
type Use = { mediaId: string; alt: string | null; place: Place }

function checkPictures({ content, pictures, at: moment }: CheckedArticle): Finding[] {
  return usesOf(content).flatMap(({ mediaId, alt, place }) => {
    const picture = pictures.get(mediaId)
    if (!picture) return [finding('picture-gone', place, '', mediaId)]
    const { label, expiresAt, territory } = picture
    const isExpired = expiresAt !== null && expiresAt <= moment
    const isEnding = !isExpired && expiresAt !== null && expiresAt.getTime() <= moment.getTime() + endingDays * 86_400_000
    return [
      ...when(isExpired, 'rights-expired', place, label, mediaId),
      ...when((alt ?? picture.alt).trim() === '', 'no-alt', place, label, mediaId),
      ...when(!picture.hasCredit, 'no-credit', place, label, mediaId),
      ...when(!picture.hasTerms, 'rights-unknown', place, label, mediaId),
      ...when(territory !== null, 'rights-limited', place, territory ?? '', mediaId),
      ...when(isEnding, 'rights-ending', place, expiresAt?.toISOString(), mediaId),
      ...when(!picture.isReady, 'picture-pending', place, label, mediaId),
    ]
  })
}

function usesOf({ hero, body }: ArticleContent): Use[] {
  const first: Use[] = hero ? [{ mediaId: hero.mediaId, alt: hero.alt, place: at('hero') }] : []
  const inside = body.content.flatMap((block): Use[] => {
    const place = inBlock(block)
    if (block.type === 'figure') return [{ mediaId: block.attrs.mediaId, alt: block.attrs.alt, place }]
    if (block.type === 'gallery') return block.attrs.mediaIds.map((mediaId) => ({ mediaId, alt: null, place }))
    return []
  })
  return [...first, ...inside]
}

function checkLinks({ articleId, content, links, deadPaths }: CheckedArticle): Finding[] {
  const toArticle = (id: string, place: Place): Finding[] => {
    const link = links.get(id)
    if (id === articleId || link?.state === 'visible') return []
    return [finding(link?.state === 'withdrawn' ? 'link-withdrawn' : 'link-hidden', place, link?.headline ?? '', id)]
  }
  const inText = content.body.content.flatMap((block) =>
    linksOf(block).flatMap(({ articleId: id, href }) => {
      if (id) return toArticle(id, inBlock(block))
      return href && deadPaths.has(href) ? [finding('path-dead', inBlock(block), href, href)] : []
    }),
  )
  return [...inText, ...content.relatedIds.flatMap((id) => toArticle(id, at('relatedIds')))]
}

/** Where the links of a block lead, at whatever depth. */
export function linksOf(node: AnyNode | Block): { articleId: string | null; href: string | null }[] {
  const own = node.type === 'relatedArticle' && node.attrs ? [{ articleId: String(node.attrs.articleId), href: null }] : []
  const marks = 'marks' in node ? (node.marks ?? []) : []
  const marked = marks.flatMap(({ type, attrs }) =>
    type === 'link' ? [{ articleId: text(attrs?.articleId), href: text(attrs?.href) }] : [],
  )
  const children = 'content' in node ? (node.content ?? []) : []
  return [...own, ...marked, ...children.flatMap((child) => linksOf(child))]
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function at(field: keyof ArticleContent): Place {
  return { kind: 'field', field }
}

function inBlock({ attrs }: Block): Place {
  return { kind: 'block', blockId: attrs.id }
}

function when(isSo: boolean, check: CheckName, place: Place = whole, about = '', subject = ''): Finding[] {
  return isSo ? [finding(check, place, about, subject)] : []
}

function finding(check: CheckName, place: Place, about: string, subject: string): Finding {
  const key = createHash('sha256')
    .update(JSON.stringify([check, place, subject]))
    .digest('base64url')
  return { check, severity: checks[check], place, about, key }
}
