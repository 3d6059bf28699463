import type { Block, Body } from '../body/rules'
import { idsWithin, nestedIds, soundBody } from './block-ids'
import type { ArticleContent } from './content'
import type { ArticleFields, BlockConflict, Choices, Conflict, FieldConflict, FieldName } from './differences'
import { mergeOrders } from './merge-order'
import { isSame, isSameBlock } from './same'

/**
 * Brings together what two people made of `base`: `theirs` was saved first, `ours` comes second. What only one of them changed is
 * as that one has it. What both changed differently is a conflict and stands as theirs; of a block that one deleted and the other
 * changed, the change stands. Every word that either added is in the content or in a conflict. The bodies must have been checked;
 * the merged one passes the check as well, unless two bodies near the limits of size are too large together.
 */
export function mergeContents(
  base: ArticleContent,
  ours: ArticleContent,
  theirs: ArticleContent,
): { content: ArticleContent; conflicts: Conflict[] } {
  const fields = mergeFields(base, ours, theirs)
  const { body, conflicts } = mergeBodies(base.body, ours.body, theirs.body)
  return { content: { ...fields.merged, body }, conflicts: [...fields.conflicts, ...conflicts] }
}

/**
 * Merges into what somebody is writing (`ours`) what was saved or kept elsewhere. Like `mergeContents`, but where both changed the same ours
 * stands: theirs is to be found where it comes from, and ours nowhere else.
 */
export function mergeUnsaved(
  base: ArticleContent,
  ours: ArticleContent,
  theirs: ArticleContent,
): { content: ArticleContent; conflicts: Conflict[] } {
  const { content, conflicts } = mergeContents(base, theirs, ours)
  return { content, conflicts: conflicts.map(turned) }
}

function turned(conflict: Conflict): Conflict {
  if (conflict.kind === 'field') return { ...conflict, ours: conflict.theirs, theirs: conflict.ours }
  return { ...conflict, ours: conflict.theirs, theirs: conflict.ours }
}

/** What is to be decided when more has clashed; about one thing only the later conflict counts. */
export function addConflicts(earlier: readonly Conflict[], later: readonly Conflict[]): Conflict[] {
  const placeOf = (conflict: Conflict) => (conflict.kind === 'field' ? `field ${conflict.field}` : conflict.blockId)
  const overtaken = new Set(later.map(placeOf))
  return [...earlier.filter((conflict) => !overtaken.has(placeOf(conflict))), ...later]
}

/** The outcome for one thing, and what clashed if both sides changed it differently. */
type Merged<Value> = { value: Value; conflict: { base: Value; ours: Value; theirs: Value } | null }

type Merger<Value> = (base: Value, ours: Value, theirs: Value) => Merged<Value>

/** How each field merges; a field without an entry does not compile. */
const mergers: { [Name in FieldName]: Merger<ArticleFields[Name]> } = {
  sectionId: mergeWhole,
  slug: mergeWhole,
  headline: mergeWhole,
  headlineShort: mergeWhole,
  standfirst: mergeWhole,
  kicker: mergeWhole,
  seoHeadline: mergeWhole,
  seoDescription: mergeWhole,
  dateline: mergeWhole,
  hero: mergeHeroes,
  bylines: mergeWhole,
  topicIds: mergeLists,
  relatedIds: mergeLists,
}

function mergeFields(base: ArticleContent, ours: ArticleContent, theirs: ArticleContent) {
  const { body: _body, ...merged } = theirs
  const conflicts: FieldConflict[] = []
  const settle = <Name extends FieldName>(field: Name) => {
    const { value, conflict } = mergers[field](base[field], ours[field], theirs[field])
    merged[field] = value
    if (conflict) conflicts.push({ kind: 'field', field, ...conflict })
  }
  for (const field of Object.keys(mergers).filter(isFieldName)) settle(field)
  return { merged, conflicts }
}

function isFieldName(name: string): name is FieldName {
  return name in mergers
}

function mergeWhole<Value>(base: Value, ours: Value, theirs: Value): Merged<Value> {
  if (isSame(ours, theirs) || isSame(base, ours)) return { value: theirs, conflict: null }
  if (isSame(base, theirs)) return { value: ours, conflict: null }
  return { value: theirs, conflict: { base, ours, theirs } }
}

type Hero = ArticleFields['hero']

/** Caption and alt are each their own while everybody means the same picture. */
function mergeHeroes(base: Hero, ours: Hero, theirs: Hero): Merged<Hero> {
  if (!base || !ours || !theirs || base.mediaId !== ours.mediaId || base.mediaId !== theirs.mediaId)
    return mergeWhole(base, ours, theirs)
  const caption = mergeWhole(base.caption, ours.caption, theirs.caption)
  const alt = mergeWhole(base.alt, ours.alt, theirs.alt)
  const value = { mediaId: base.mediaId, caption: caption.value, alt: alt.value }
  if (!caption.conflict && !alt.conflict) return { value, conflict: null }
  const mine = { ...value, ...(caption.conflict && { caption: ours.caption }), ...(alt.conflict && { alt: ours.alt }) }
  return { value, conflict: { base, ours: mine, theirs: value } }
}

/** Lists in which each stands once: what either added is in, what either removed is out. */
function mergeLists(base: readonly string[], ours: readonly string[], theirs: readonly string[]): Merged<string[]> {
  const kept = (id: string) => (base.includes(id) ? ours.includes(id) && theirs.includes(id) : true)
  return { value: mergeOrders(base, ours, theirs).filter(kept), conflict: null }
}

function mergeBodies(base: Body, ours: Body, theirs: Body): { body: Body; conflicts: BlockConflict[] } {
  const [inBase, inOurs, inTheirs] = [byId(base), byId(ours), byId(theirs)]
  const order = mergeOrders([...inBase.keys()], [...inOurs.keys()], [...inTheirs.keys()])
  const conflicts: BlockConflict[] = []
  const boxed = new Set([...nestedIds(ours.content), ...nestedIds(theirs.content)])
  const decided = order.map((id) => {
    const [was, mine, other] = [inBase.get(id) ?? null, inOurs.get(id) ?? null, inTheirs.get(id) ?? null]
    const merged = mergeBlocks(was, mine, other)
    if (merged.conflict) conflicts.push({ kind: 'block', blockId: id, ...merged.conflict })
    return { id, block: merged.value, dropped: merged.value ? null : (mine ?? other) }
  })

  // A block that one side moved into another would be lost where that other one stands as the other side has it.
  const nested = nestedIds(decided.flatMap(({ block }) => block ?? []))
  const blocks = decided.flatMap(({ id, block, dropped }) => block ?? (boxed.has(id) && !nested.has(id) ? (dropped ?? []) : []))
  const taken = [base, ours, theirs].flatMap(({ content }) => [...idsWithin(content)])
  return { body: soundBody(blocks, taken), conflicts }
}

function byId(body: Body): Map<string, Block> {
  return new Map(body.content.map((block) => [block.attrs.id, block]))
}

function mergeBlocks(base: Block | null, ours: Block | null, theirs: Block | null): Merged<Block | null> {
  if (isSameBlock(ours, theirs) || isSameBlock(base, ours)) return { value: theirs, conflict: null }
  if (isSameBlock(base, theirs)) return { value: ours, conflict: null }
  return { value: theirs ?? ours, conflict: { base, ours, theirs } }
}

/** The content with each conflict ended as chosen. A block of which both are to stay stands twice, theirs first. */
export function resolveConflicts(content: ArticleContent, conflicts: readonly Conflict[], choices: Choices): ArticleContent {
  const resolved = { ...content }
  const chosen = new Map<string, Block[]>()
  for (const conflict of conflicts) {
    if (conflict.kind === 'field') settleField(resolved, conflict, choices)
    else {
      const choice = choices.blocks[conflict.blockId]
      const mine = choice === 'theirs' ? null : conflict.ours
      const other = choice === 'ours' ? null : conflict.theirs
      if (choice)
        chosen.set(
          conflict.blockId,
          [other, mine].filter((block) => block !== null),
        )
    }
  }
  const standing = new Set(content.body.content.map((block) => block.attrs.id))
  const blocks = content.body.content.flatMap((block) => chosen.get(block.attrs.id) ?? block)
  // Chosen words stay even where the block has meanwhile gone.
  const homeless = [...chosen].flatMap(([id, own]) => (standing.has(id) ? [] : own))
  return { ...resolved, body: soundBody([...blocks, ...homeless], []) }
}

function settleField<Name extends FieldName>(content: ArticleFields, conflict: FieldConflict<Name>, choices: Choices) {
  const choice: 'ours' | 'theirs' | undefined = choices.fields[conflict.field]
  if (choice) content[conflict.field] = conflict[choice]
}
