import type { Language } from '../../lib/languages'
import type { ArticleStatus, BylineRole, CorrectionType, Republishing, SyndicatedFrom } from '../articles/rules'
import type { AnyNode } from '../body/rules'
import type { PageKind } from '../pages/rules'

/**
 * Body text on its way in: blocks of the schema without ids, whose references to pictures and articles are still names in the
 * source. `resolve-body.ts` turns them into rows' ids.
 */
export type SourceBlock = AnyNode

/** A picture file named or carried by a source. */
export type ImportedPicture = {
  /** What `mediaId` and `hero.media` of the same source call it. */
  key: string
  /** A path or address as the source wrote it; null when the bytes came along. */
  path: string | null
  bytes: Uint8Array | null
  caption: string
  alt: string
  credit: string
}

export type ImportedByline = { contributor: string | null; name: string; role: BylineRole }

/** Something named by its slug, its words, or both. */
export type Named = { slug: string; name: string | null }

export type ImportedArticle = {
  sourceId: string
  language: string | null
  section: Named | null
  slug: string | null
  headline: string
  headlineShort: string
  standfirst: string
  kicker: string
  seoHeadline: string
  seoDescription: string
  dateline: string
  deskSlug: string
  notes: string
  bylines: ImportedByline[]
  topics: Named[]
  published: Date | null
  updated: Date | null
  status: ArticleStatus | null
  embargo: { until: Date; note: string } | null
  withdrawal: { kind: 'withdrawn' | 'legal'; at: Date; note: string } | null
  hero: { media: string; alt: string | null; caption: string | null } | null
  related: string[]
  translationOf: string | null
  republishing: Republishing
  canonicalUrl: string | null
  syndicatedFrom: SyndicatedFrom | null
  formerAddresses: string[]
  corrections: { type: CorrectionType; at: Date; text: string }[]
  legalHold: boolean
  doNotPublish: boolean
  sensitive: boolean
  body: SourceBlock[]
  pictures: ImportedPicture[]
}

export type ImportedPage = {
  sourceId: string
  language: string | null
  slug: string
  kind: PageKind
  group: string | null
  headline: string
  standfirst: string
  updated: Date | null
  body: SourceBlock[]
  pictures: ImportedPicture[]
}

/** What reading left behind: elements by type with their number, and sentences for the ledger. */
export type Losses = { dropped: Map<string, number>; notes: string[] }

/** What a reader made of one article or page of a source, or why it made nothing. `where` names it in the ledger. */
export type Reading =
  | { kind: 'article'; where: string; article: ImportedArticle; losses: Losses; words: string[] }
  | { kind: 'page'; where: string; page: ImportedPage; losses: Losses; words: string[] }
  /** A picture of its own, for the library. */
  | { kind: 'picture'; where: string; sourceId: string; picture: ImportedPicture }
  /** What was left out of a source as a whole. */
  | { kind: 'remark'; where: string; losses: Losses }
  | { kind: 'refused'; where: string; sourceId: string | null; reason: string }

/** What a source leaves unsaid. */
export type ReadingContext = {
  /** In which moments without an offset are told. */
  timeZone: string
  language: Language
}

/** The part of a source's words that may be missing before the article is held as a draft. */
export const lossLimit = 0.02

export function isHeldForLoss(wordsIn: number, wordsOut: number): boolean {
  return wordsIn - wordsOut > wordsIn * lossLimit
}

/** No single document, line or item may be longer, in bytes: what is, is refused without being read into memory. */
export const longestDocument = 16 * 1024 * 1024

export function newLosses(): Losses {
  return { dropped: new Map(), notes: [] }
}

export function copyLosses({ dropped, notes }: Losses): Losses {
  return { dropped: new Map(dropped), notes: [...notes] }
}

export function countDropped(losses: Losses, kind: string, times = 1): void {
  losses.dropped.set(kind, (losses.dropped.get(kind) ?? 0) + times)
}

/** An article of which only the headline is known. */
export function blankArticle(sourceId: string, headline: string): ImportedArticle {
  return {
    sourceId,
    headline,
    language: null,
    section: null,
    slug: null,
    headlineShort: '',
    standfirst: '',
    kicker: '',
    seoHeadline: '',
    seoDescription: '',
    dateline: '',
    deskSlug: '',
    notes: '',
    bylines: [],
    topics: [],
    published: null,
    updated: null,
    status: null,
    embargo: null,
    withdrawal: null,
    hero: null,
    related: [],
    translationOf: null,
    republishing: 'ask',
    canonicalUrl: null,
    syndicatedFrom: null,
    formerAddresses: [],
    corrections: [],
    legalHold: false,
    doNotPublish: false,
    sensitive: false,
    body: [],
    pictures: [],
  }
}
