import type { Block } from '../body/rules'
import type { ArticleContent } from './content'

/** What an article says beside its body. */
export type ArticleFields = Omit<ArticleContent, 'body'>

export type FieldName = keyof ArticleFields

/** A field that two people changed differently. */
export type FieldConflict<Name extends FieldName = FieldName> = {
  kind: 'field'
  field: Name
  base: ArticleFields[Name]
  ours: ArticleFields[Name]
  theirs: ArticleFields[Name]
}

/** A block that two people changed differently, or that one changed and the other deleted; null where it is not. */
export type BlockConflict = { kind: 'block'; blockId: string; base: Block | null; ours: Block | null; theirs: Block | null }

export type Conflict = FieldConflict | BlockConflict

/** How each conflict is to end; what is not chosen stays as the merge left it. */
export type Choices = {
  fields: Partial<Record<FieldName, 'ours' | 'theirs'>>
  /** By block id. */
  blocks: Record<string, 'ours' | 'theirs' | 'both'>
}
