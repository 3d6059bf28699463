import { slugFrom } from '../../articles/rules'
import { pageKinds } from '../../pages/rules'
import { attempt } from '../attempt'
import type { Source } from '../discover'
import { bodyOf } from '../html/html-body'
import { oneLine, parseFragment, textOf } from '../html/parse-html'
import { piecesOf } from '../html/pieces'
import { splitCredit } from '../html/split-credit'
import { parseMoment } from '../moments'
import {
  blankArticle,
  countDropped,
  type ImportedPicture,
  type Losses,
  newLosses,
  type Reading,
  type ReadingContext,
  type SourceBlock,
} from '../rules'
import { countWxr } from './count-wxr'
import { parseWxr, UnreadableExport, type WxrItem } from './parse-wxr'
import { type Attachment, wordpressHtml } from './shortcodes'

type Export = { attachments: Map<string, Attachment>; authors: Map<string, string>; language: string | null }

/**
 * Reads a WordPress export as a stream: posts become articles, pages pages, attachments pictures. Two passes before it collect what
 * posts refer to by number. What an export holds besides (menus, revisions, orders) is counted in one line at the end.
 */
export async function* readWxrFile(
  source: Source,
  context: ReadingContext,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Reading> {
  const losses = newLosses()
  const counts = countWxr(source.path)
  try {
    const whole = await collectExport(source.path)
    let number = 0
    for await (const item of parseWxr(source.path, onBytes)) {
      if (item.kind !== 'item') continue
      number += 1
      const hasContent = item.texts.has('content:encoded')
      const words = hasContent ? ((await counts.next()).value ?? []) : []
      const where = `${source.name}: item ${number} (line ${item.line})`
      yield* readItem(item, where, words, whole, context, losses)
    }
  } catch (cause) {
    if (!(cause instanceof UnreadableExport)) throw cause
    yield { kind: 'refused', where: source.name, sourceId: null, reason: cause.message }
  } finally {
    await counts.return(undefined)
  }
  if (losses.dropped.size > 0) yield { kind: 'remark', where: source.name, losses }
}

async function collectExport(path: string): Promise<Export> {
  const whole: Export = { attachments: new Map(), authors: new Map(), language: null }
  try {
    for await (const item of parseWxr(path, () => {})) collectItem(item, whole)
  } catch (cause) {
    // The reading proper meets the same fault at the same place, and tells it after what can be read before it.
    if (!(cause instanceof UnreadableExport)) throw cause
  }
  return whole
}

function collectItem({ kind, texts, meta }: WxrItem, whole: Export): void {
  const said = (name: string) => texts.get(name)?.trim() ?? ''
  if (kind === 'author') whole.authors.set(said('wp:author_login'), said('wp:author_display_name') || said('wp:author_login'))
  if (kind === 'channel') whole.language ??= said('language').slice(0, 2).toLowerCase() || null
  if (kind !== 'item' || said('wp:post_type') !== 'attachment') return
  const caption = plain(said('excerpt:encoded') || said('content:encoded'))
  const url = said('wp:attachment_url') || said('guid')
  whole.attachments.set(said('wp:post_id'), { url, caption, alt: meta.get('_wp_attachment_image_alt') ?? '' })
}

function* readItem(
  item: WxrItem,
  where: string,
  words: string[],
  whole: Export,
  context: ReadingContext,
  left: Losses,
): Generator<Reading> {
  const said = (name: string) => item.texts.get(name)?.trim() ?? ''
  const type = said('wp:post_type') || 'post'
  const sourceId = said('guid') || said('link')
  if (item.fault) yield { kind: 'refused', where, sourceId: sourceId || null, reason: `is broken XML: ${item.fault}` }
  else if (type === 'attachment') yield* readAttachment(item, where, sourceId, whole)
  else if (type !== 'post' && type !== 'page') countDropped(left, `${type} of WordPress`)
  else if (said('wp:status') === 'trash' || said('wp:status') === 'auto-draft') countDropped(left, `${type} in the bin`)
  else yield attempt(where, () => readPost(item, where, words, whole, context))
}

function readPost(item: WxrItem, where: string, words: string[], whole: Export, context: ReadingContext): Reading {
  const said = (name: string) => item.texts.get(name)?.trim() ?? ''
  const sourceId = said('guid') || said('link')
  const headline = plain(said('title'))
  if (!sourceId) return { kind: 'refused', where, sourceId: null, reason: 'has neither guid nor link' }
  if (!headline) return { kind: 'refused', where, sourceId, reason: 'has no title' }
  const losses = newLosses()
  const pictures: ImportedPicture[] = []
  const html = wordpressHtml(said('content:encoded'), whole.attachments, losses)
  const body = bodyOf(piecesOf(parseFragment(html), { losses, isPage: false }), { losses, pictures, headline })
  if (body.length === 0) return { kind: 'refused', where, sourceId, reason: 'has no text' }
  const language = item.categories.find(({ domain }) => domain === 'language')?.slug.slice(0, 2) || whole.language
  if (said('wp:post_type') === 'page') {
    const slug = decode(said('wp:post_name')) || slugFrom(headline)
    const kind = pageKinds.find((one) => one === slug.replace(/-(us|policy|notice)$/, '')) ?? 'other'
    const page = {
      sourceId,
      language,
      slug,
      kind,
      group: null,
      headline,
      standfirst: plain(said('excerpt:encoded')),
      updated: momentOf(item, 'modified', context),
      body,
      pictures,
    }
    return { kind: 'page', where, page, losses, words }
  }
  const article = {
    ...blankArticle(sourceId, headline),
    ...placeOf(item),
    language,
    slug: decode(said('wp:post_name')) || null,
    standfirst: plain(said('excerpt:encoded')),
    bylines: bylinesOf(item, whole),
    published: momentOf(item, '', context),
    status: statusOf(item),
    formerAddresses: /^https?:/.test(said('link')) && !/\/\?/.test(said('link')) ? [said('link')] : [],
    hero: heroOf(item, whole, body, pictures),
    body,
    pictures,
  }
  return { kind: 'article', where, article, losses, words }
}

function* readAttachment(item: WxrItem, where: string, sourceId: string, { attachments }: Export): Generator<Reading> {
  const attachment = attachments.get(item.texts.get('wp:post_id')?.trim() ?? '')
  if (!attachment || !/\.(jpe?g|png|gif|webp|avif)(\?|$)/i.test(attachment.url)) return
  const { caption, credit } = splitCredit(attachment.caption)
  const picture = { key: `path:${attachment.url}`, path: attachment.url, bytes: null, caption, alt: attachment.alt, credit }
  yield { kind: 'picture', where, sourceId, picture }
}

/** The first category that says something is the section; the others and the tags are topics. */
function placeOf(item: WxrItem) {
  const categories = item.categories.filter(({ domain, slug }) => domain === 'category' && slug !== 'uncategorized')
  const tags = item.categories.filter(({ domain }) => domain === 'post_tag')
  const [first, ...others] = categories
  const named = ({ slug, name }: { slug: string; name: string }) => ({ slug: decode(slug) || slugFrom(name), name })
  return { section: first ? named(first) : null, topics: [...others, ...tags].slice(0, 30).map(named) }
}

function bylinesOf(item: WxrItem, { authors }: Export) {
  const login = item.texts.get('dc:creator')?.trim() ?? ''
  const name = authors.get(login) ?? login
  return name ? [{ contributor: slugFrom(name), name, role: 'reporter' as const }] : []
}

function statusOf(item: WxrItem) {
  const status = item.texts.get('wp:status')?.trim()
  if (item.texts.get('wp:post_password')?.trim() || status === 'draft' || status === 'private') return 'draft' as const
  return status === 'pending' ? ('in_review' as const) : status === 'future' ? ('scheduled' as const) : null
}

/** WordPress writes zeros for a moment it does not know. */
function momentOf(item: WxrItem, which: '' | 'modified', { timeZone }: ReadingContext): Date | null {
  const name = which ? `wp:post_${which}` : 'wp:post_date'
  const inUtc = item.texts.get(`${name}_gmt`)?.trim() ?? ''
  const local = item.texts.get(name)?.trim() ?? ''
  const told = which ? '' : (item.texts.get('pubDate')?.trim() ?? '')
  return parseMoment(inUtc, 'UTC') ?? parseMoment(local, timeZone) ?? parseMoment(told, timeZone)
}

/** The featured image; where the text begins with the same picture, that one is enough. */
function heroOf(item: WxrItem, { attachments }: Export, body: SourceBlock[], pictures: ImportedPicture[]) {
  const featured = attachments.get(item.meta.get('_thumbnail_id')?.trim() ?? '')
  if (!featured?.url) return null
  const key = `path:${featured.url}`
  const [first] = body
  const isFirst = first?.type === 'figure' && first.attrs?.mediaId === key
  if (isFirst && body.length > 1) body.shift()
  const { caption, credit } = splitCredit(featured.caption)
  if (!pictures.some((picture) => picture.key === key))
    pictures.push({ key, path: featured.url, bytes: null, caption, alt: featured.alt, credit })
  return { media: key, alt: featured.alt || null, caption: caption || null }
}

function plain(text: string): string {
  return /[<&]/.test(text) ? oneLine(textOf(parseFragment(text))) : oneLine(text)
}

/** Slugs of other scripts are percent-encoded. */
function decode(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}
