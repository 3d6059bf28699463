import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../db/testing'
import { runSoak } from './run-soak'

await testDatabase()

test('Senders that are killed in the act send nobody an edition twice, and miss nobody without a word', async () => {
  const result = await runSoak({ recipients: 900, kills: 3, senders: 2, thinks: 800 })
  const { states, caught } = result
  assert.ok(caught.leased > 0 && caught.sending > 0, JSON.stringify(caught))
  assert.deepEqual([result.sinkTotal, result.duplicates, result.missing, result.lost], [result.sinkUnique, 0, 0, 0])
  assert.deepEqual(Object.keys(states).sort(), states.uncertain ? ['sent', 'uncertain'] : ['sent'])
  assert.equal((states.sent ?? 0) + (states.uncertain ?? 0), 900)
  assert.equal(result.uncertain.taken + result.uncertain.notTaken, states.uncertain ?? 0)
})
