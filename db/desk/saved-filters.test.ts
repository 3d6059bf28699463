import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../testing'
import { makeActor } from '../testing-staff'
import { filtersAtMost } from './rules'
import { listSavedFilters, raiseFilter, removeFilter, renameFilter, saveFilter } from './saved-filters'

await testDatabase()
const now = new Date('2026-11-27T12:00:00Z')
const ana = await makeActor('reporter', now)
const ben = await makeActor('editor', now)

const named = async (actor = ana) => (await listSavedFilters(actor.personId)).map(({ name }) => name)
const idOf = async (name: string) => (await listSavedFilters(ana.personId)).find((filter) => filter.name === name)?.id ?? ''

test('a filter is saved without its place in the list, and what cannot be asked is left out', async () => {
  const search = 'q=canal&status=draft&status=ready&status=lost&due=never&after=1.2&owner=me'
  assert.equal(await saveFilter(ana, { name: 'Canals', search }), 'saved')
  assert.equal(await saveFilter(ana, { name: 'Mine', search: 'owner=me' }), 'saved')
  assert.equal(await saveFilter(ana, { name: 'Today', search: 'due=today&sort=due' }), 'saved')
  const [canals] = await listSavedFilters(ana.personId)
  assert.equal(canals?.search, 'q=canal&owner=me&status=draft&status=ready')
  assert.equal(await saveFilter(ana, { name: 'Mine', search: 'owner=me&status=draft' }), 'saved')
  assert.deepEqual(await named(), ['Canals', 'Mine', 'Today'])
})

test('filters are renamed, ordered and removed by whoever saved them, and by nobody else', async () => {
  const today = await idOf('Today')
  assert.equal(await raiseFilter(ana, today), 'moved')
  assert.deepEqual(await named(), ['Canals', 'Today', 'Mine'])
  assert.equal(await raiseFilter(ana, today), 'moved')
  assert.equal(await raiseFilter(ana, today), 'moved')
  assert.deepEqual(await named(), ['Today', 'Canals', 'Mine'])
  assert.equal(await renameFilter(ben, { id: today, name: 'Stolen' }), 'unknown')
  assert.equal(await removeFilter(ben, today), 'unknown')
  assert.equal(await raiseFilter(ben, today), 'unknown')
  assert.deepEqual(await named(ben), [])
  assert.equal(await renameFilter(ana, { id: today, name: 'Due today' }), 'renamed')
  assert.equal(await removeFilter(ana, await idOf('Canals')), 'removed')
  assert.deepEqual(await named(), ['Due today', 'Mine'])
})

test('there are not more than can be looked over', async () => {
  for (let count = 0; count < filtersAtMost; count++) await saveFilter(ben, { name: `Filter ${count}`, search: '' })
  assert.equal(await saveFilter(ben, { name: 'One more', search: '' }), 'too-many')
  assert.equal(await saveFilter(await makeActor('finance', now), { name: 'None', search: '' }), 'not-allowed')
})
