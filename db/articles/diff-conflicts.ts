import { diffFields } from './diff'
import { diffBlocks } from './diff-blocks'
import type { ArticleFields, Conflict, ConflictDifference, FieldConflict, FieldDifference } from './differences'

/** What each of two people changed where they clash, against what both began with; where there was nothing, against the other. */
export function diffConflicts(conflicts: readonly Conflict[]): ConflictDifference[] {
  return conflicts.flatMap((conflict): ConflictDifference[] => {
    if (conflict.kind === 'field')
      return [
        {
          kind: 'field',
          field: conflict.field,
          ours: fieldDifferences(conflict, 'ours'),
          theirs: fieldDifferences(conflict, 'theirs'),
        },
      ]
    const mine = diffBlocks(conflict.base ?? conflict.theirs, conflict.ours)
    const other = diffBlocks(conflict.base ?? conflict.ours, conflict.theirs)
    return mine && other ? [{ kind: 'block', blockId: conflict.blockId, ours: mine, theirs: other }] : []
  })
}

const empty: ArticleFields = {
  sectionId: '',
  slug: '',
  headline: '',
  headlineShort: '',
  standfirst: '',
  kicker: '',
  seoHeadline: '',
  seoDescription: '',
  dateline: '',
  hero: null,
  bylines: [],
  topicIds: [],
  relatedIds: [],
}

function fieldDifferences({ field, base, ...sides }: FieldConflict, side: 'ours' | 'theirs'): FieldDifference[] {
  return diffFields({ ...empty, [field]: base }, { ...empty, [field]: sides[side] })
}
