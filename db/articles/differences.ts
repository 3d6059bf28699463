import type { Block, Mark } from '../body/rules'
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

/** Whether something is in both versions, in the new one only or in the old one only. */
export type Change = 'same' | 'inserted' | 'deleted'

/** A stretch of text under the same marks. Those that are not deleted make the new text, those that are not inserted the old one. */
export type Run = { kind: Change; text: string; marks: Mark[] }

/** What a list can hold. */
export type ListedThing =
  | { type: 'section' | 'topic' | 'article' | 'picture'; id: string }
  | ({ type: 'byline' } & ArticleFields['bylines'][number])

/** How a thing with a name differs: in its words, as a whole, or in what it lists. */
export type Difference<Name> =
  | { kind: 'words'; name: Name; runs: Run[] }
  | { kind: 'value'; name: Name; before: string | null; after: string | null }
  | { kind: 'list'; name: Name; things: { kind: Change; moved: boolean; thing: ListedThing }[] }

export type FieldDifference = Difference<Exclude<FieldName, 'hero'> | 'heroPicture' | 'heroCaption' | 'heroAlt'>

/** What a block has beside its text; `type` is what kind of block it is. */
export type AttributeName =
  | 'type'
  | 'level'
  | 'start'
  | 'size'
  | 'url'
  | 'provider'
  | 'title'
  | 'attribution'
  | 'alt'
  | 'mediaId'
  | 'mediaIds'
  | 'articleId'

/** What a line of a block is. The first line of a list item or of a table row begins with a mark. */
export type LineRole = {
  type: 'paragraph' | 'heading' | 'pullQuote' | 'caption' | 'cell' | 'headerCell'
  marker: 'bullet' | 'number' | 'row' | null
  /** Of a numbered item. */
  number: number | null
  /** Of a heading. */
  level: number | null
  /** In how many lists it stands. */
  depth: number
}

/** A line of a block; `kind` tells of its beginning, whatever becomes of its words. `was` is what it was where that changed. */
export type LineDifference = { kind: Change; role: LineRole; was: LineRole | null; runs: Run[] }

/** What became of a block. One that moved stands where it is now. */
export type BlockDifference = {
  blockId: string
  /** The id it had before, which is another one where a text was pasted anew; null for what was inserted. */
  formerId: string | null
  kind: 'same' | 'changed' | 'inserted' | 'deleted'
  moved: boolean
  type: Block['type']
  attributes: Difference<AttributeName>[]
  lines: LineDifference[]
}

/** How two versions of an article differ: the fields that do, and the whole body. */
export type ContentDifference = { fields: FieldDifference[]; blocks: BlockDifference[] }

/** What two people made of one thing, each against what they began with; several differences for a picture and what is said of it. */
export type ConflictDifference =
  | { kind: 'field'; field: FieldName; ours: FieldDifference[]; theirs: FieldDifference[] }
  | { kind: 'block'; blockId: string; ours: BlockDifference; theirs: BlockDifference }

/** What became of the original since it was translated, part by part; `translation` is the block that translates it. */
export type Drift = {
  fields: FieldDifference[]
  blocks: { state: 'unchanged' | 'changed' | 'added' | 'removed'; difference: BlockDifference; translation: Block | null }[]
}
