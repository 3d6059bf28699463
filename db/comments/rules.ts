import { z } from 'zod'
import { type ArticleFacts, mayRead, mayUse } from '../articles/rights'
import type { Actor } from '../people/rules'

/** Minutes in which one may take back what one has said. */
const regretMinutes = 15

const text = z.string().trim().min(1, 'required').max(4000, 'too-long')

/** What is said about a block of the body, or about the whole article when no block is named. */
export const commentInput = z.object({
  blockId: z
    .string()
    .max(40)
    .transform((id) => (/^[A-Za-z0-9_-]{4,40}$/.test(id) ? id : null))
    .default(null),
  /** The words it is about; what is too long of them is cut. */
  quote: z
    .string()
    .max(20_000)
    .transform((words) => words.replace(/\s+/g, ' ').trim().slice(0, 500))
    .default(''),
  text,
})
export type CommentInput = z.infer<typeof commentInput>

export const answerInput = z.object({ parentId: z.uuid('invalid'), text })

/** A comment that is meant by a button. */
export const commentChoice = z.object({ id: z.uuid('invalid') })

export type CommentFacts = { authorId: string; createdAt: Date; hasAnswers: boolean }

/** Whether somebody may speak about an article: whoever may read it, and writes it or decides about it. */
export function mayComment(actor: Actor, article: ArticleFacts): boolean {
  return mayRead(actor, article) && mayUse(actor, 'article.comment', article)
}

/** Whether somebody may take a comment back: their own, while it is fresh and nobody has answered it. */
export function mayRemove(actor: Pick<Actor, 'personId'>, comment: CommentFacts, now: Date): boolean {
  const isFresh = now.getTime() - comment.createdAt.getTime() <= regretMinutes * 60_000
  return comment.authorId === actor.personId && isFresh && !comment.hasAnswers
}
