import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { Gate, TooBusy } from './gate'

/** Enters, and notes when it may. */
function enter(gate: Gate, name: string, order: string[], isAlone = false) {
  const entered = gate.enter(isAlone)
  entered.then(
    () => order.push(name),
    () => order.push(`${name} refused`),
  )
  return entered
}

test('No more than its width are inside, in the order they came', async () => {
  const gate = new Gate(2, 10, 10_000)
  const order: string[] = []
  const [one, two] = [enter(gate, 'one', order), enter(gate, 'two', order)]
  enter(gate, 'three', order)
  await turn()
  assert.deepEqual(order, ['one', 'two'])
  ;(await two)()
  await turn()
  assert.deepEqual(order, ['one', 'two', 'three'])
  ;(await one)()
})

test('Who asks to begin alone waits for all, and all after it wait for it to begin', async () => {
  const gate = new Gate(3, 10, 10_000)
  const order: string[] = []
  const first = enter(gate, 'first', order)
  const alone = enter(gate, 'alone', order, true)
  enter(gate, 'after', order)
  await turn()
  assert.deepEqual(order, ['first'])
  ;(await first)()
  await alone
  await turn()
  assert.deepEqual(order, ['first', 'alone', 'after'])
})

test('A full queue and a long wait are refused', async () => {
  const gate = new Gate(1, 1, 1)
  const leave = await gate.enter()
  const waiting = gate.enter()
  await assert.rejects(gate.enter(), TooBusy)
  await assert.rejects(waiting, TooBusy)
  leave()
  await gate.enter()
})
