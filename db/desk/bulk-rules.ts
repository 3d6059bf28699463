import { z } from 'zod'
import type { ArticleContent } from '../articles/content'
import type { ArticleStatus } from '../articles/rules'
import { isSame } from '../articles/same'
import type { BulkRefusal } from './rules'

/** Where an article stood in its review. */
export type Standing = {
  status: ArticleStatus
  reviewerId: string | null
  dueAt: string | null
  approvedById: string | null
  approvedRevisionId: string | null
}

/** What a change did to one article: enough to put it back, as long as nobody has changed the same since. Moments in ISO 8601. */
export type MadeChange = { articleId: string } & (
  | { field: 'sectionId'; before: string; after: string }
  | { field: 'topicIds'; before: string[]; after: string[] }
  | { field: 'bylines'; before: ArticleContent['bylines']; after: ArticleContent['bylines'] }
  | { field: 'ownerId'; before: string | null; after: string | null }
  | { field: 'dueAt'; before: string | null; after: string | null }
  | { field: 'standing'; before: Standing; after: Standing }
)

type ContentField = Extract<MadeChange['field'], keyof ArticleContent>

/** A change of what an article says. */
export type ContentMade = Extract<MadeChange, { field: ContentField }>

/** What became of one article. */
export type ArticleOutcome = { articleId: string; outcome: 'changed' | 'waiting' | 'unchanged' | BulkRefusal; made?: MadeChange }

/** What is to be done to what articles say. */
export type ContentChange =
  | { kind: 'section'; sectionId: string }
  | { kind: 'add-topic' | 'remove-topic'; topicId: string }
  | { kind: 'add-byline'; contributorId: string }
  | { kind: 'replace-byline'; contributorId: string; by: string }

/** What is to be done to several articles at once. */
export type BulkChange =
  | ContentChange
  | { kind: 'submit' | 'return' }
  | { kind: 'owner'; ownerId: string }
  | { kind: 'due'; dueAt: Date | null }

const chosen = z.uuid('required')

/** A change as its form gives it. A time is one of the publication's clock, or nothing. */
export const bulkInput = z
  .discriminatedUnion(
    'kind',
    [
      z.object({ kind: z.literal('section'), toSection: chosen }),
      z.object({ kind: z.enum(['add-topic', 'remove-topic']), topic: chosen }),
      z.object({ kind: z.literal('add-byline'), contributor: chosen }),
      z.object({ kind: z.literal('replace-byline'), insteadOf: chosen, contributor: chosen }),
      z.object({ kind: z.enum(['submit', 'return']) }),
      z.object({ kind: z.literal('owner'), toOwner: chosen }),
      z.object({
        kind: z.literal('due'),
        toDue: z.union([z.literal(''), z.iso.datetime({ local: true, offset: false, precision: -1 })], 'invalid'),
      }),
    ],
    'required',
  )
  .and(z.object({ scope: z.enum(['chosen', 'all']).catch('chosen'), search: z.string().max(2000).catch('') }))

export type BulkInput = z.infer<typeof bulkInput>

/** The ids that a form's boxes give; what is none is left out. */
export const chosenArticles = z
  .array(z.unknown())
  .transform((given) => [
    ...new Set(given.flatMap((one) => (typeof one === 'string' && z.uuid().safeParse(one).success ? [one] : []))),
  ])

/** What a change makes of what an article says; null where it is so already. */
export function changeContent(articleId: string, content: ArticleContent, change: ContentChange): ContentMade | null {
  const { sectionId, topicIds, bylines } = content
  switch (change.kind) {
    case 'section':
      return made({ articleId, field: 'sectionId', before: sectionId, after: change.sectionId })
    case 'add-topic':
      return made({ articleId, field: 'topicIds', before: topicIds, after: [...new Set([...topicIds, change.topicId])] })
    case 'remove-topic':
      return made({ articleId, field: 'topicIds', before: topicIds, after: topicIds.filter((id) => id !== change.topicId) })
    case 'add-byline': {
      const isThere = bylines.some((byline) => byline.contributorId === change.contributorId)
      const added = { contributorId: change.contributorId, role: 'reporter' as const, creditedAs: '' }
      return made({ articleId, field: 'bylines', before: bylines, after: isThere ? bylines : [...bylines, added] })
    }
    case 'replace-byline': {
      const after = bylines.map((byline) =>
        // A name that was written for this article alone is that of whoever stood there.
        byline.contributorId === change.contributorId ? { ...byline, contributorId: change.by, creditedAs: '' } : byline,
      )
      return made({ articleId, field: 'bylines', before: bylines, after: withoutRepeats(after) })
    }
  }
}

/** The other way round: what is to be put back, or `changed-since` where somebody has changed the same meanwhile. */
export function putContentBack(content: ArticleContent, { articleId, ...change }: ContentMade): ContentMade | 'changed-since' {
  if (!isSame(content[change.field], change.after)) return 'changed-since'
  return { articleId, ...change, before: change.after, after: change.before } as ContentMade
}

/** The content with a change in it. */
export function withChange(content: ArticleContent, { field, after }: ContentMade): ArticleContent {
  return { ...content, [field]: after }
}

function made(change: ContentMade): ContentMade | null {
  return isSame(change.before, change.after) ? null : change
}

/** Nobody stands over an article twice in the same role. */
function withoutRepeats(bylines: ArticleContent['bylines']): ArticleContent['bylines'] {
  return bylines.filter(
    (byline, place) =>
      byline.contributorId === null ||
      bylines.findIndex((other) => other.contributorId === byline.contributorId && other.role === byline.role) === place,
  )
}

/** Whether a kind is one of what articles say. */
export function isContentChange(change: BulkChange): change is ContentChange {
  return change.kind !== 'submit' && change.kind !== 'return' && change.kind !== 'owner' && change.kind !== 'due'
}

/** Whether it is what the article says that was changed. */
export function isContentMade(change: MadeChange): change is ContentMade {
  return change.field === 'sectionId' || change.field === 'topicIds' || change.field === 'bylines'
}
