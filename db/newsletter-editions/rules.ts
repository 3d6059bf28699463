import { z } from 'zod'
import type { Language } from '../../lib/languages'
import type { ArticleCard, CorrectionNote } from '../articles/rules'
import type { Picture } from '../media/rules'

export const newsletterEditionStatuses = [
  'draft',
  'review',
  'approved',
  'scheduled',
  'freezing',
  'sending',
  'paused',
  'attention',
  'completed',
  'cancelled',
] as const
export type NewsletterEditionStatus = (typeof newsletterEditionStatuses)[number]

/** How many of those subscribed were left out of an audience, by reason. */
export type Exclusions = { paused: number; suppressed: number; repeated: number }

/** Why an edition is paused, or what has to be decided before it is completed. `articleIds`: the items that have gone bad. */
export type Attention =
  | { kind: 'by-hand' }
  | { kind: 'items'; articleIds: string[] }
  | { kind: 'bounces'; bounced: number; of: number }
  | { kind: 'complaints'; complained: number; of: number }
  | { kind: 'uncertain'; count: number }

/** Where a rendering of an edition has the address at which its recipient leaves the newsletter: replaced in each mail. */
export const unsubscribePlace = 'https://unsubscribe.invalid/'

/** How somebody comes to a link of an edition, as far as it tells people from programs. */
export type LinkVisit = { method: string; userAgent: string; purpose: string }

const programs =
  /bot|crawl|spider|slurp|preview|scan|fetch|monitor|headless|phantom|curl|wget|python|java\/|go-http|okhttp|axios|node|libwww|perl|ruby|httpclient|barracuda|proofpoint|mimecast|ironport|safelinks|externalhit|whatsapp|telegram/i

/** Whether a link was followed by a program: it only looks, fetches ahead, or says what it is. */
export function isByProgram({ method, userAgent, purpose }: LinkVisit): boolean {
  return method !== 'GET' || /prefetch|preview|prerender/i.test(purpose) || userAgent === '' || programs.test(userAgent)
}

/** So many different links followed from one network in so many seconds are followed by a program that looks through mail. */
export const linkScan = { links: 3, seconds: 60 }

/** Bytes of HTML: above these mail programs may clip it. At the first an editor is warned, above the second it is not sent. */
export const htmlLimits = { warnAt: 70 * 1024, refuseAbove: 95 * 1024 }

const line = (most: number) => z.string().trim().max(most, 'too-long')
const headline = line(300)
const blurb = z.string().trim().max(1500, 'too-long')

/** An item of an edition as it is written. Empty words of an article mean the article's own. */
export const itemInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('article'),
    articleId: z.uuid(),
    headline,
    blurb,
    /** Another picture than the article's. */
    mediaId: z.uuid().nullable(),
    showsPicture: z.boolean(),
  }),
  z.object({ kind: z.literal('heading'), headline: headline.min(1, 'required') }),
  /** Paragraphs, an empty line between them. */
  z.object({ kind: z.literal('text'), text: z.string().trim().min(1, 'required').max(10_000, 'too-long') }),
  /** `text` is its caption where not the picture's own. */
  z.object({ kind: z.literal('picture'), mediaId: z.uuid(), text: line(500) }),
])
export type ItemInput = z.infer<typeof itemInput>

/** What an edition says: the words around it, and its items in order. */
export const editionInput = z.object({
  subject: line(200),
  preheader: line(300),
  items: z.array(itemInput).max(60, 'too-long'),
})
export type EditionInput = z.infer<typeof editionInput>

/** The paragraphs of a text. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
}

/** How many editions a page of an archive lists, and a feed. */
export const archiveLength = 20

/** A newsletter as its archive presents it; `language` is the one it is written in. */
export type ArchivedNewsletter = {
  id: string
  slug: string
  language: Language
  name: string
  promise: string
  isIndexed: boolean
}

/** The site's edition under which a newsletter's editions have their one address: that of its own language, where there is one. */
export function archiveLanguage({ editions }: { editions: readonly { language: Language }[] }, own: Language): Language {
  return editions.some(({ language }) => language === own) ? own : (editions[0]?.language ?? own)
}

/** An edition that was sent, as one of many. */
export type EditionEntry = {
  id: string
  number: number
  kind: 'regular' | 'correction'
  subject: string
  preheader: string
  datedAt: Date
}

/** What stands in an edition on the web. `gone`: an article that readers may not see. */
export type ArchivedItem =
  | {
      kind: 'article'
      id: string
      card: ArticleCard
      headline: string
      blurb: string
      picture: Picture | null
      corrections: CorrectionNote[]
    }
  | { kind: 'gone'; id: string; isWithdrawn: boolean }
  | { kind: 'heading'; id: string; headline: string }
  | { kind: 'text'; id: string; paragraphs: string[] }
  | { kind: 'picture'; id: string; picture: Picture; caption: string }

export type ArchivedEdition = EditionEntry & {
  /** The edition that it corrects, and those that correct it. */
  corrects: EditionEntry | null
  correctedBy: EditionEntry[]
  items: ArchivedItem[]
  /** Everything in it, shown or not. */
  articleIds: string[]
  mediaIds: string[]
}
