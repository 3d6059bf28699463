import { z } from 'zod'
import { type Language, languages } from '../../lib/languages'
import type { Body } from '../body/rules'
import type { Picture } from '../media/rules'
import type { SocialCard } from '../social-cards/rules'

export const articleStatuses = ['draft', 'in_review', 'ready', 'scheduled', 'live', 'withdrawn'] as const
export type ArticleStatus = (typeof articleStatuses)[number]

export const bylineRoles = ['reporter', 'photographer', 'graphics', 'translation', 'editing'] as const
export type BylineRole = (typeof bylineRoles)[number]

export const correctionTypes = ['correction', 'clarification', 'update', 'editors_note', 'withdrawal'] as const
export type CorrectionType = (typeof correctionTypes)[number]

export type Republishing = 'open' | 'ask' | 'never'

/** Where a text that is not ours came from. */
export type SyndicatedFrom = { publisher: string; url: string; licence: string; date: string | null }

/** How many articles a page of a list shows, and a feed: enough for a reader that asks once a day. */
export const listLength = 20
export const feedLength = 20

/** Which status an article may move to from each. What is not listed here does not happen. */
const nextStatuses: Record<ArticleStatus, readonly ArticleStatus[]> = {
  draft: ['in_review', 'scheduled', 'live'],
  in_review: ['draft', 'ready'],
  ready: ['draft', 'in_review', 'scheduled', 'live'],
  scheduled: ['ready', 'scheduled', 'live', 'withdrawn'],
  live: ['live', 'withdrawn'],
  withdrawn: ['live'],
}

export function canMove(from: ArticleStatus, to: ArticleStatus): boolean {
  return nextStatuses[from].includes(to)
}

/** What can be done with an article as a whole, in the order in which it is usually done. */
export const moves = [
  'submit',
  'return',
  'approve',
  'publish',
  'schedule',
  'unschedule',
  'withdraw',
  'reinstate',
  'hold',
  'release',
] as const
export type Move = (typeof moves)[number]

/** Why a move is not made: it does not follow from this state, is not for this person, waits for a second one, or for the second factor. */
export type Verdict = 'allowed' | 'ask-again' | 'second-person' | 'not-allowed' | 'not-now'

/** What the desk keeps of an article beside its text. */
export type Particulars = {
  republishing: Republishing
  deskSlug: string
  notes: string
  sensitive: boolean
  doNotPublish: boolean
  canonicalUrl: string | null
}
export type ParticularName = keyof Particulars

/** `blocks`: nobody can publish in spite of it. `asks`: somebody has to say why it may be. `hints`: worth knowing. */
export type Severity = 'blocks' | 'asks' | 'hints'

/** Everything that is looked at before an article is published. */
export const checks = {
  'legal-hold': 'blocks',
  'do-not-publish': 'blocks',
  embargo: 'blocks',
  'no-headline': 'blocks',
  'no-body': 'blocks',
  'address-taken': 'blocks',
  'rights-expired': 'blocks',
  'picture-gone': 'blocks',
  'no-alt': 'asks',
  'no-credit': 'asks',
  'rights-unknown': 'asks',
  'rights-limited': 'asks',
  'link-hidden': 'asks',
  'link-withdrawn': 'asks',
  'path-dead': 'asks',
  'headline-long': 'asks',
  'no-standfirst': 'asks',
  'no-topic': 'asks',
  'no-byline': 'asks',
  'no-picture': 'hints',
  'picture-pending': 'hints',
  'rights-ending': 'hints',
  'no-seo-headline': 'hints',
  'no-seo-description': 'hints',
  'address-provisional': 'hints',
  'open-comments': 'hints',
  sensitive: 'hints',
} as const satisfies Record<string, Severity>

export type CheckName = keyof typeof checks

/** Where in the article something was found, so that a page can lead there. */
export type Place = { kind: 'article' } | { kind: 'field'; field: string } | { kind: 'block'; blockId: string }

export type Finding = {
  check: CheckName
  severity: Severity
  place: Place
  /** What it is about, in a word that tells people which: a caption, a headline, an address, a number; empty where there is but one. */
  about: string
  /** The same as long as the same is found in the same place: what an override holds on to. */
  key: string
}

/** A name over or under an article. Without `slug` it has no page. */
export type Byline = { contributorId: string | null; slug: string | null; name: string; role: BylineRole; jobTitle: string }

export type SectionLink = { id: string; slug: string; name: string; isOpinion: boolean }

export type TopicLink = { id: string; slug: string; name: string; type: string; wikidata: string | null }

/** An article as lists, fronts, related links and feeds show it. Times are moments; the page words them. */
export type ArticleCard = {
  id: string
  /** Which revision its words are of. */
  revisionId: string
  language: Language
  slug: string
  headline: string
  headlineShort: string
  standfirst: string
  kicker: string
  section: SectionLink
  bylines: Byline[]
  publishedAt: Date
  updatedAt: Date | null
  /** Null as well while the picture may not be shown or has no rendition yet; `heroMediaId` then tells what is awaited. */
  picture: Picture | null
  heroMediaId: string | null
  wordCount: number
}

export type CorrectionNote = { id: string; type: CorrectionType; text: string; correctedAt: Date }

/** One version of the same article in another language, or itself. */
export type TranslationLink = {
  articleId: string
  language: Language
  headline: string
  section: string
  slug: string
  isOriginal: boolean
}

/** An article's text with what stands in it and under it: what feeds carry. */
export type ArticleText = ArticleCard & {
  hero: { picture: Picture; caption: string; alt: string } | null
  body: Body
  topics: TopicLink[]
  corrections: CorrectionNote[]
  /** What the body refers to, by id; what is missing here is not drawn. */
  pictures: Record<string, Picture>
  linkedArticles: Record<string, ArticleCard>
}

/** Everything the article page shows of the article itself. */
export type Article = ArticleText & {
  revisionNumber: number
  seoHeadline: string
  seoDescription: string
  dateline: string
  /** The drawn card for social networks, where the hero cannot serve. */
  socialCard: SocialCard | null
  translations: TranslationLink[]
  related: ArticleCard[]
  republishing: Republishing
  canonicalUrl: string | null
  syndicatedFrom: SyndicatedFrom | null
}

/** Why there is nothing to read where something was: the page says it in words. */
export type Tombstone = { articleId: string; kind: 'withdrawn' | 'legal'; note: string; withdrawnAt: Date }

/** What stands at an article's address; `to` is where it went, percent-encoded. */
export type ArticleAt =
  | { kind: 'article'; article: Article }
  | { kind: 'moved'; to: string }
  | { kind: 'gone'; tombstone: Tombstone }
  | { kind: 'unknown' }

export const reportErrorInput = z.object({
  articleId: z.uuid(),
  /** The edition the form was read in, for the answer's words. */
  language: z.enum(languages),
  message: z.string().trim().min(1, 'required').max(4000, 'too-long'),
  replyTo: z.union([z.literal(''), z.email('not-an-address').max(254)]).default(''),
})

/** A slug as it may stand in an address: words of letters and digits of any script, joined by hyphens. */
export const slugPattern = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u

/** A slug that somebody types: what is none is made into one. Empty stays empty. */
export const slugInput = z
  .string()
  .trim()
  .max(120, 'too-long')
  .transform((typed) => (typed === '' || slugPattern.test(typed) ? typed : slugFrom(typed)))

/** Makes a slug of a headline: lower case, accents of Latin letters dropped, Arabic vowel signs dropped, at most `limit` characters. */
export function slugFrom(headline: string, limit = 80): string {
  const plain = headline
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/[æœ]/g, (letter) => (letter === 'æ' ? 'ae' : 'oe'))
    .replace(/['’ʿʾ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  if (plain.length <= limit) return plain || 'untitled'
  const cut = plain.slice(0, limit + 1).lastIndexOf('-')
  return plain.slice(0, cut > limit / 2 ? cut : limit)
}
