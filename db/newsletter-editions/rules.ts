import { z } from 'zod'
import type { Language } from '../../lib/languages'
import type { ArticleCard, ArticleStatus, CorrectionNote } from '../articles/rules'
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

/** Why an article must not be sent as it is. `corrected`: what was drawn is not what readers are shown now, or they were told of a correction since. */
export type BadItem = { articleId: string; reason: 'withdrawn' | 'embargoed' | 'not-published' | 'corrected' }

/** Why an edition is paused, or what has to be decided before it is completed. */
export type Attention =
  | { kind: 'by-hand' }
  | { kind: 'items'; items: BadItem[] }
  /** It has grown above what mail programs show whole. */
  | { kind: 'size'; bytes: number }
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

/** What an edition begins with. */
export const emptyEdition: EditionInput = { subject: '', preheader: '', items: [] }

/** Characters that phones show of a subject and of what follows it. */
export const shownLengths = { subject: 50, preheader: 90 }

/** When an edition is sent: at one moment, or at that time of day in each recipient's zone. */
export type EditionTiming = 'absolute' | 'recipient'

/** What can be done with an edition before it is sent. */
export type EditionMove = 'save' | 'submit' | 'return' | 'approve' | 'schedule' | 'unschedule' | 'send' | 'discard'
export type EditionVerdict = 'allowed' | 'not-allowed' | 'ask-again' | 'second-person' | 'wrong-state'

/** Why an edition cannot be sent as it is. `index` counts its items from 0. */
export type EditionProblem =
  | { kind: 'no-subject' | 'no-items' }
  | { kind: 'sender'; missing: string[] }
  | { kind: 'article' | 'picture'; index: number }
  | { kind: 'size'; bytes: number }

/** What became of an edition that was to be saved. */
export type EditionSaved =
  | { outcome: 'saved' | 'unchanged'; version: number; status: NewsletterEditionStatus }
  /** Somebody saved since; nothing was written, and this is what they made of it. */
  | { outcome: 'conflict'; version: number; by: string; content: EditionInput }
  | { outcome: 'invalid' | 'unknown' | 'not-allowed' | 'wrong-state' }

/** An edition in the list of its newsletter. */
export type ListedEdition = {
  id: string
  number: number
  kind: 'regular' | 'correction'
  status: NewsletterEditionStatus
  subject: string
  updatedAt: Date
  sendAt: Date | null
  timing: EditionTiming
  startedAt: Date | null
  frozenCount: number | null
  /** Whether it began by itself. */
  isAutomatic: boolean
}

/** What an edition said in an earlier version, without saying it. */
export type EditionVersion = { version: number; at: Date; by: string }

/** An article as far as a composer of editions knows it; moments are ISO. */
export type ItemArticle = {
  id: string
  language: string
  headline: string
  standfirst: string
  section: string
  status: ArticleStatus
  /** From when readers can see it; null while that is not decided. */
  visibleAt: string | null
  publishedAt: string | null
  thumbnail: string | null
  /** The newest other edition of the newsletter that it stands in. */
  stoodIn: number | null
}
