import assert from 'node:assert/strict'
import { test } from 'node:test'
import { featuredIn, type Newsletter } from './rules'

const common = { language: 'en', frequency: 'weekly', promise: '', sectionIds: [], isFeatured: false } as const

function newsletter(id: string, more: Partial<Newsletter> = {}): Newsletter {
  return { ...common, id, slug: id, name: id, ...more, sectionIds: more.sectionIds ?? [] }
}

test('A box names the section’s own newsletter first, else the one the edition features, else any', () => {
  const all = [newsletter('a'), newsletter('b', { isFeatured: true }), newsletter('c', { sectionIds: ['news'] })]
  assert.equal(featuredIn(all, 'news')?.id, 'c')
  assert.equal(featuredIn(all, 'opinion')?.id, 'b')
  assert.equal(featuredIn(all, null)?.id, 'b')
  assert.equal(featuredIn(all.slice(0, 1), null)?.id, 'a')
  assert.equal(featuredIn([], null), null)
})
