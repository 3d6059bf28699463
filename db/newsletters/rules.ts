import type { Language } from '../../lib/languages'

/** A newsletter as an edition presents it. */
export type Newsletter = {
  id: string
  slug: string
  /** The language it is written in. */
  language: Language
  frequency: 'daily' | 'weekly' | 'monthly'
  name: string
  /** What a subscriber gets, as it stands in "sign up to get …". */
  promise: string
  isFeatured: boolean
  /** The sections whose articles name it first. */
  sectionIds: string[]
}

/** The newsletter that a box names first: the section's own, else the one the edition features. */
export function featuredIn(newsletters: readonly Newsletter[], sectionId: string | null): Newsletter | null {
  const ofSection = newsletters.find(({ sectionIds }) => sectionId !== null && sectionIds.includes(sectionId))
  return ofSection ?? newsletters.find(({ isFeatured }) => isFeatured) ?? newsletters[0] ?? null
}

export const newsletterFrequencies = ['daily', 'weekly', 'monthly'] as const
export type NewsletterFrequency = (typeof newsletterFrequencies)[number]

/** Monday to Sunday, as ISO 8601 counts them. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** A draft that begins by itself: from a section's newest articles, on these weekdays, minutes after midnight in the publication's zone. */
export type RecurringDraft = { sectionId: string | null; weekdays: number[]; minute: number; length: number }

/** What a newsletter is called and promises in an edition. */
export type NewsletterText = { language: Language; name: string; promise: string }

/** All that is decided about a newsletter. */
export type NewsletterSettings = {
  slug: string
  language: Language
  frequency: NewsletterFrequency
  isOpen: boolean
  /** The site's editions whose articles name it first. */
  featuredIn: Language[]
  /** The sections whose articles name it first. */
  sectionIds: string[]
  texts: NewsletterText[]
  senderName: string
  senderAddress: string
  replyTo: string
  /** Empty until one is proposed from the slug and the sender's domain. */
  listId: string
  postalAddress: string
  isArchiveIndexed: boolean
  countsClicks: boolean
  draft: RecurringDraft
}

/** What an installation's new newsletter begins with. */
export const newNewsletter: NewsletterSettings = {
  slug: '',
  language: 'en',
  frequency: 'weekly',
  isOpen: true,
  featuredIn: [],
  sectionIds: [],
  texts: [],
  senderName: '',
  senderAddress: '',
  replyTo: '',
  listId: '',
  postalAddress: '',
  isArchiveIndexed: true,
  countsClicks: false,
  draft: { sectionId: null, weekdays: [], minute: 360, length: 5 },
}

/** Minutes after midnight as a clock shows them, `06:00`. */
export function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** What a newsletter's editions cannot be sent without, and it has not got. */
export const missingForSending = ['senderAddress', 'senderName', 'listId', 'postalAddress'] as const
export type MissingForSending = (typeof missingForSending)[number]

export function listMissing(newsletter: Pick<NewsletterSettings, MissingForSending>): MissingForSending[] {
  return missingForSending.filter((field) => newsletter[field] === '')
}
