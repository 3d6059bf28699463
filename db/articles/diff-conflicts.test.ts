import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../body/rules'
import { diffConflicts } from './diff-conflicts'
import type { Conflict } from './differences'

const paragraph = (words: string): Block => ({
  type: 'paragraph',
  attrs: { id: 'para' },
  content: [{ type: 'text', text: words }],
})

/** The runs of what was told, with their kinds. */
function runs(told: unknown): string[] {
  return [...JSON.stringify(told).matchAll(/"kind":"(same|inserted|deleted)","text":"([^"]*)"/g)].map(
    ([, kind, text]) => `${kind} ${text}`,
  )
}

test('each side is shown against what both began with', () => {
  const conflicts: Conflict[] = [
    { kind: 'field', field: 'headline', base: 'Ships left', ours: 'Twelve ships left', theirs: 'Ships stayed' },
    { kind: 'block', blockId: 'para', base: paragraph('It was dark'), ours: null, theirs: paragraph('It was light') },
    { kind: 'block', blockId: 'para', base: null, ours: paragraph('It rained'), theirs: paragraph('It snowed') },
  ]
  const [headline, deleted, inserted] = diffConflicts(conflicts)
  assert.deepEqual(runs(headline?.ours), ['deleted Ships', 'inserted Twelve ships', 'same  left'])
  assert.deepEqual(runs(headline?.theirs), ['same Ships ', 'deleted left', 'inserted stayed'])
  assert.deepEqual(runs(deleted?.ours), ['deleted It was dark'])
  assert.deepEqual(runs(deleted?.theirs), ['same It was ', 'deleted dark', 'inserted light'])
  assert.deepEqual(runs(inserted?.ours), ['same It ', 'deleted snowed', 'inserted rained'])
})

test('only the field that clashed is told, and of a picture each part that differs', () => {
  const [hero, topics] = diffConflicts([
    {
      kind: 'field',
      field: 'hero',
      base: null,
      ours: { mediaId: 'm1', caption: 'A quay', alt: null },
      theirs: { mediaId: 'm2', caption: null, alt: 'A pier' },
    },
    { kind: 'field', field: 'slug', base: 'ships', ours: 'boats', theirs: 'vessels' },
  ])
  assert.deepEqual(
    [hero, topics].map((difference) => difference?.kind === 'field' && difference.ours.map(({ name }) => name)),
    [['heroPicture', 'heroCaption'], ['slug']],
  )
})
