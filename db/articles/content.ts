import type { Body } from '../body/rules'
import type { BylineRole } from './rules'

/** What one revision of an article says: all that a writer can change about it. */
export type ArticleContent = {
  sectionId: string
  slug: string
  headline: string
  headlineShort: string
  standfirst: string
  kicker: string
  seoHeadline: string
  seoDescription: string
  dateline: string
  /** `caption` and `alt` of this use; null for the picture's own. */
  hero: { mediaId: string; caption: string | null; alt: string | null } | null
  body: Body
  bylines: { contributorId: string | null; role: BylineRole; creditedAs: string }[]
  topicIds: string[]
  relatedIds: string[]
}
