import { z } from 'zod'
import type { Language } from '../../lib/languages'
import { type ArticleCard, slugFrom, slugInput } from '../articles/rules'
import type { Body } from '../body/rules'
import type { Picture } from '../media/rules'

export const pageKinds = [
  'about',
  'contact',
  'corrections',
  'ethics',
  'ownership',
  'privacy',
  'terms',
  'accessibility',
  'other',
] as const
export type PageKind = (typeof pageKinds)[number]

export type PageLink = { id: string; slug: string; kind: PageKind; headline: string }

export type StandingPage = PageLink & {
  language: Language
  standfirst: string
  body: Body
  updatedAt: Date
  translations: { language: Language; slug: string }[]
  /** What its text refers to, as far as readers may see it. */
  pictures: Record<string, Picture>
  linkedArticles: Record<string, ArticleCard>
}

/** What one revision of a page says. */
export type PageContent = { headline: string; slug: string; kind: PageKind; standfirst: string; body: Body }

/** What is typed about a page beside its text. Without a slug one is made of the headline. */
export const pageFields = z
  .object({
    headline: z.string().trim().min(1, 'required').max(200, 'too-long'),
    slug: slugInput,
    kind: z.enum(pageKinds),
    standfirst: z.string().trim().max(500, 'too-long'),
    /** The pages of the other editions that are the same there. */
    counterpartIds: z.array(z.uuid()).max(10),
  })
  .transform(({ slug, ...fields }) => ({ ...fields, slug: slug || slugFrom(fields.headline) }))

/** What became of a page that was to be saved. */
export type PageSaved =
  | { outcome: 'saved' | 'unchanged'; id: string; version: number; slug: string }
  /** Somebody saved since; nothing was written, and this is what they made of it. */
  | { outcome: 'changed-meanwhile'; version: number; by: string; content: PageContent }
  | { outcome: 'invalid'; fault: string }
  | { outcome: 'reserved' | 'address-taken' | 'unknown' | 'not-allowed' }

/** A page in the list of an edition. */
export type ListedPage = PageLink & { updatedAt: Date }

/** A page as it can be changed at the desk. */
export type DeskPageContent = PageContent & {
  id: string
  language: Language
  version: number
  updatedAt: Date
  counterpartIds: string[]
}

/** A revision in a page's history; the author's name is null for an import and empty for somebody who was erased. */
export type PageRevisionEntry = { number: number; createdAt: Date; authorName: string | null; restoredFrom: number | null }
