import type { Body } from '../body/rules'
import type { ArticleContent } from './content'
import { diffFields } from './diff'
import { diffBodies } from './diff-blocks'
import type { BlockDifference, Drift, FieldDifference } from './differences'

/** What of the fields is translated; the others have their own values in every edition. */
const translated: ReadonlySet<FieldDifference['name']> = new Set([
  'kicker',
  'headline',
  'headlineShort',
  'standfirst',
  'dateline',
  'heroPicture',
  'heroCaption',
  'heroAlt',
  'seoHeadline',
  'seoDescription',
])

const states = { same: 'unchanged', changed: 'changed', inserted: 'added', deleted: 'removed' } as const

/**
 * What changed in an original since the revision that was translated, so that whoever keeps the translation knows where to look. A
 * block translates the block of the same id: a translation is begun as a copy of the original, ids and all, and ids are unique
 * within one article only. A block that was added has no translation unless it was copied over since.
 */
export function driftOf(translatedFrom: ArticleContent, original: ArticleContent, translation: Body): Drift {
  const own = new Map(translation.content.map((block) => [block.attrs.id, block]))
  const translationOf = ({ blockId, formerId }: BlockDifference) => own.get(formerId ?? '') ?? own.get(blockId) ?? null
  return {
    fields: diffFields(translatedFrom, original).filter(({ name }) => translated.has(name)),
    blocks: diffBodies(translatedFrom.body, original.body).map((difference) => ({
      state: states[difference.kind],
      difference,
      translation: translationOf(difference),
    })),
  }
}
