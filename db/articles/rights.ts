import { may, type Right } from '../people/rights'
import type { Actor } from '../people/rules'
import type { ArticleStatus } from './rules'

/** As much of an article as decides whose it is. */
export type ArticleFacts = { ownerId: string | null; sectionId: string; status: ArticleStatus }

type Asker = Pick<Actor, 'personId' | 'role' | 'sectionIds'>

/** Whether an article is within somebody's reach: one's own, of one's sections, or any for a publisher. */
export function isWithinReach(actor: Asker, { ownerId, sectionId }: Pick<ArticleFacts, 'ownerId' | 'sectionId'>): boolean {
  switch (actor.role) {
    case 'contributor':
    case 'reporter':
      return ownerId === actor.personId
    case 'editor':
      return actor.sectionIds.length === 0 || actor.sectionIds.includes(sectionId)
    case 'publisher':
      return true
    case 'admin':
    case 'licensing':
    case 'finance':
      return false
  }
}

/** Whether somebody may see an article at the desk. Reporters see what their colleagues write; contributors only their own. */
export function mayRead(actor: Asker, article: ArticleFacts): boolean {
  return may(actor, 'article.read') && (actor.role === 'reporter' || actor.role === 'editor' || isWithinReach(actor, article))
}

/** Whether somebody may write in an article: contributors in their drafts, reporters in what of theirs is not beyond review, editors in their sections. */
export function mayWrite(actor: Asker, article: ArticleFacts): boolean {
  if (!may(actor, 'article.write') || !isWithinReach(actor, article)) return false
  switch (actor.role) {
    case 'contributor':
      return article.status === 'draft'
    case 'reporter':
      return article.status === 'draft' || article.status === 'in_review'
    default:
      return true
  }
}

/** Whether somebody may use a right on an article: the role has it, and the article is within their reach. */
export function mayUse(actor: Asker, right: Right, article: ArticleFacts): boolean {
  return may(actor, right) && isWithinReach(actor, article)
}
