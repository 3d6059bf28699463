import { z } from 'zod'
import { type Language, languages } from '../../lib/languages'
import type { ArticleContent } from '../articles/content'
import { type ArticleFacts, mayUse } from '../articles/rights'
import type { ArticleStatus } from '../articles/rules'
import type { Actor } from '../people/rules'

/** The revision of an article that a translation follows: what readers see, or what is worked on while they see none. */
export function followedRevisionOf({
  liveRevisionId,
  headRevisionId,
}: {
  liveRevisionId: string | null
  headRevisionId: string | null
}): string | null {
  return liveRevisionId ?? headRevisionId
}

/** Of a group, the one that was written first: the oldest that is no translation itself. */
export function originalOf<Member extends { translatedFromId: string | null }>(members: readonly Member[]): Member | null {
  return members.find(({ translatedFromId }) => translatedFromId === null) ?? members[0] ?? null
}

/**
 * Whether somebody may say of an article what it is a translation of. Once readers have seen it that changes what they are told on every page of the
 * group, so it takes an editor.
 */
export function mayTie(
  actor: Pick<Actor, 'personId' | 'role' | 'sectionIds'>,
  article: ArticleFacts & { firstPublishedAt: Date | null },
): boolean {
  return mayUse(actor, article.firstPublishedAt || article.status === 'scheduled' ? 'article.review' : 'article.write', article)
}

/**
 * What a translation begins with: the original's body, block ids and all, so that each block is known to translate the one of the same id; who made
 * it, what it is about, its picture. What stands in lists and in search results is left empty: nothing of it can go out in the wrong language unnoticed.
 */
export function startingContent(
  original: ArticleContent,
  own: Pick<ArticleContent, 'sectionId' | 'slug' | 'topicIds' | 'relatedIds'>,
): ArticleContent {
  const { body, bylines, dateline, hero } = original
  return {
    ...own,
    ...{ headline: '', headlineShort: '', standfirst: '', kicker: '', seoHeadline: '', seoDescription: '' },
    ...{ body, bylines, dateline },
    // The picture's own words, which the library has in each language.
    hero: hero && { mediaId: hero.mediaId, caption: null, alt: null },
  }
}

const articleId = z.uuid('invalid')

export const beginTranslationInput = z.object({
  articleId,
  language: z.enum(languages, 'invalid'),
  sectionId: z.uuid('required'),
})
export const joinInput = z.object({ articleId, originalId: z.uuid('required') })
export const leaveInput = z.object({ articleId })
export const followInput = z.object({ articleId, revisionId: z.uuid('invalid') })

type RevisionMark = { id: string; number: number }

/** One of the articles that are one another in different languages. */
export type TranslationMember = {
  articleId: string
  language: Language
  /** Null for one that whoever looks may not see at the desk; then nothing is told but that it is there. */
  headline: string | null
  status: ArticleStatus
  isOriginal: boolean
  /** Of a translation: which revision of the original it says. Null where that is not known. */
  source: RevisionMark | null
  /** Of a translation: whether the original is another by now; null where that is not known. */
  isBehind: boolean | null
}

/** An article among its translations, and what whoever looks can do. */
export type TranslationDesk = {
  members: TranslationMember[]
  own: TranslationMember
  /** Of a translation: its original, and the revision of it that is to be followed. */
  original: { articleId: string; language: Language; revision: RevisionMark } | null
  /** Editions that have none yet, each with its sections; the one that answers to the original's is `sectionId`. */
  missing: { language: Language; sections: { id: string; name: string }[]; sectionId: string | null }[]
  may: { begin: boolean; join: boolean; leave: boolean; follow: boolean }
}
