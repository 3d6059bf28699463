import { bylineRoles, correctionTypes, slugFrom } from '../../articles/rules'
import { bodyOf } from '../html/html-body'
import { oneLine, parseFragment, textOf } from '../html/parse-html'
import { piecesOf } from '../html/pieces'
import { splitCredit } from '../html/split-credit'
import { parseMoment } from '../moments'
import { paragraphsOf } from '../plain-text-body'
import {
  blankArticle,
  type ImportedArticle,
  type ImportedPicture,
  type Losses,
  newLosses,
  type Reading,
  type ReadingContext,
  type SourceBlock,
} from '../rules'
import { countNinjs } from './count-ninjs'
import { type NinjsItem, ninjsItem } from './ninjs-item'

/** Reads one ninjs item, from the bytes of its JSON. `where` names it in the ledger. */
export function readNinjs(bytes: Uint8Array, where: string, context: ReadingContext): Reading {
  const refuse = (reason: string, sourceId: string | null = null): Reading => ({ kind: 'refused', where, sourceId, reason })
  const json = parseJson(bytes)
  if (!json.ok) return refuse(`is not JSON: ${json.reason}`)
  const parsed = ninjsItem.safeParse(json.value)
  if (!parsed.success) return refuse(`is no ninjs item: it ${parsed.error.issues[0]?.message ?? 'is not an object'}`)
  const item = parsed.data
  const sourceId = saidAs(item.altIds, 'sourceId') || item.uri
  if (item.type && item.type !== 'text') return refuse(`is of the type ${item.type}, not a text`, sourceId)
  const headline = saidAs(item.headlines, 'main') || item.headlines[0]?.value || item.title
  if (!headline) return refuse('has no headline', sourceId)

  const losses = newLosses()
  const pictures: ImportedPicture[] = []
  const body = readBody(item, headline, losses, pictures)
  if (body.length === 0) return refuse('has no text', sourceId)
  const article = {
    ...articleFrom(item, sourceId, oneLine(plain(headline)), context),
    hero: heroOf(item, pictures),
    body,
    pictures,
  }
  return { kind: 'article', where, article, losses, words: countNinjs(bytes) }
}

/** The id under which others may refer to an item, without reading its text. */
export function ninjsSourceId(bytes: Uint8Array): string | null {
  const json = parseJson(bytes)
  const parsed = json.ok ? ninjsItem.pick({ uri: true, altIds: true }).safeParse(json.value) : null
  return parsed?.success ? saidAs(parsed.data.altIds, 'sourceId') || parsed.data.uri : null
}

export function parseJson(bytes: Uint8Array): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch (cause) {
    return { ok: false, reason: cause instanceof SyntaxError ? cause.message.slice(0, 120) : 'not UTF-8 text' }
  }
}

function readBody(item: NinjsItem, headline: string, losses: Losses, pictures: ImportedPicture[]): SourceBlock[] {
  const main = item.bodies.find(({ role, value }) => role === 'main' && value) ?? item.bodies.find(({ value }) => value)
  if (!main) return []
  const isHtml = /html/i.test(main.contentType) || (main.contentType === '' && /<\/?[a-z][^>]*>/i.test(main.value))
  if (!isHtml) return paragraphsOf(main.value)
  return bodyOf(piecesOf(parseFragment(main.value), { losses, isPage: false }), { losses, pictures, headline })
}

function articleFrom(item: NinjsItem, sourceId: string, headline: string, { timeZone }: ReadingContext): ImportedArticle {
  const moment = (text: string) => (text ? parseMoment(text, timeZone) : null)
  const published = moment(item.contentCreated) ?? moment(item.firstCreated) ?? moment(item.versionCreated)
  const changed = moment(item.versionCreated)
  const embargo = moment(item.embargoedUntil)
  const section = item.subjects.find(({ rel }) => /^(section|category)$/i.test(rel))
  return {
    ...blankArticle(sourceId, headline),
    language: item.language ? item.language.slice(0, 2).toLowerCase() : null,
    section: section ? { slug: section.literal || slugFrom(section.name), name: section.name || null } : null,
    slug: saidAs(item.altIds, 'slug') || null,
    headlineShort: plain(saidAs(item.headlines, 'short')),
    kicker: plain(saidAs(item.headlines, 'kicker')),
    seoHeadline: plain(saidAs(item.headlines, 'seo')),
    standfirst: plain(
      saidAs(item.descriptions, 'standfirst', 'summary', 'abstract', 'lead') ||
        (item.descriptions.find(({ role }) => role === '')?.value ?? ''),
    ),
    seoDescription: plain(saidAs(item.descriptions, 'seo')),
    dateline: item.located,
    deskSlug: item.slugline,
    notes: item.edNote,
    bylines: bylinesOf(item),
    topics: topicsOf(item),
    published,
    updated: changed && published && changed > published ? changed : null,
    status: item.pubStatus === 'withheld' ? 'draft' : item.pubStatus === 'canceled' ? 'withdrawn' : null,
    embargo: embargo ? { until: embargo, note: '' } : null,
    related: item.associations
      .filter(({ type, rel }) => type === 'text' || rel === 'related')
      .map(({ uri, altIds }) => saidAs(altIds, 'sourceId') || uri),
    translationOf: saidAs(item.altIds, 'translationOf') || null,
    formerAddresses: item.altIds
      .filter(({ role, value }) => /^(canonical|web|url|link|permalink|former)$/i.test(role) && /^(https?:\/\/|\/)/.test(value))
      .map(({ value }) => value),
    corrections: correctionsOf(item, timeZone),
  }
}

function bylinesOf(item: NinjsItem): ImportedArticle['bylines'] {
  const people = item.people.filter(
    ({ rel, name }) => name && (/^(author|creator|byline)$/i.test(rel) || bylineRoles.some((role) => role === rel)),
  )
  if (people.length > 0) {
    return people.map(({ name, rel, literal }) => ({
      contributor: literal || slugFrom(name),
      name,
      role: bylineRoles.find((role) => role === rel) ?? 'reporter',
    }))
  }
  const names = item.by
    .replace(/^\s*by\s+/i, '')
    .split(/\s*(?:,|;|\band\b|&)\s*/)
    .map((name) => name.trim())
  return names.filter(Boolean).map((name) => ({ contributor: slugFrom(name), name, role: 'reporter' }))
}

function topicsOf(item: NinjsItem): ImportedArticle['topics'] {
  const subjects = item.subjects.filter(({ rel }) => !/^(section|category)$/i.test(rel))
  const about = item.people.filter(({ rel }) => /^about$/i.test(rel))
  return [...subjects, ...item.places, ...item.organisations, ...about]
    .filter(({ name, literal }) => name || literal)
    .slice(0, 30)
    .map(({ name, literal }) => ({ slug: literal || slugFrom(name), name: name || null }))
}

/** What an export of ours writes: the type and moment before the words. */
function correctionsOf(item: NinjsItem, timeZone: string): ImportedArticle['corrections'] {
  return item.descriptions
    .filter(({ role }) => role === 'correction')
    .flatMap(({ value }) => {
      const [, kind, time, words] = /^(\w+) (\S+): (.+)$/s.exec(value) ?? []
      const type = correctionTypes.find((one) => one === kind)
      const at = time ? parseMoment(time, timeZone) : null
      return type && at && words ? [{ type, at, text: words }] : []
    })
}

function heroOf(item: NinjsItem, pictures: ImportedPicture[]): ImportedArticle['hero'] {
  const found =
    item.associations.find(({ name, type }) => type === 'picture' && /^(featuremedia|main|hero)/i.test(name)) ??
    item.associations.find(({ type }) => type === 'picture')
  const href = found?.renditions.find(({ name }) => name === 'original')?.href ?? found?.renditions[0]?.href
  if (!found || !href) return null
  const key = `path:${href}`
  if (pictures.some((picture) => picture.key === key) && !/^(featuremedia|main|hero)/i.test(found.name)) return null
  const { caption, credit } = splitCredit(plain(saidAs(found.descriptions, 'caption') || (found.descriptions[0]?.value ?? '')))
  const alt = plain(saidAs(found.descriptions, 'alt'))
  if (!pictures.some((picture) => picture.key === key)) {
    pictures.push({ key, path: href, bytes: null, caption, alt, credit: found.by || credit || found.copyrightHolder })
  }
  return { media: key, alt: alt || null, caption: caption || null }
}

function saidAs(values: readonly { role: string; value: string }[], ...roles: string[]): string {
  for (const role of roles) {
    const found = values.find((one) => one.role.toLowerCase() === role.toLowerCase())
    if (found?.value) return found.value
  }
  return ''
}

/** Agencies write HTML into fields that are plain text. */
function plain(text: string): string {
  return /<[a-z/]|&[#\w]+;/i.test(text) ? oneLine(textOf(parseFragment(text))) : text.trim()
}
