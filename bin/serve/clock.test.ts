import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NoticeBoard } from '../../lib/front/notices'
import { log } from '../../lib/log'
import { startClock } from './clock'

log.level = 'silent'

/** A clock whose work answers from a list and says each time that it was done. */
function watched(board: NoticeBoard, answers: (() => Date | null)[]) {
  const rounds = answers.map(() => Promise.withResolvers<number>())
  let done = 0
  const clock = startClock('a test', board, async () => {
    const round = rounds[done]
    const answer = answers[done++]
    round?.resolve(Date.now())
    return answer ? answer() : null
  })
  return { clock, round: (number: number) => rounds[number]?.promise, count: () => done }
}

function hearing(): NoticeBoard {
  const board = new NoticeBoard()
  board.hearing('listening')
  return board
}

const never = () => null

test('it works at the moment that it foresees, and not before', async () => {
  const at = new Date(Date.now() + 120)
  const { clock, round } = watched(hearing(), [() => at, never])
  await round(0)
  const again = await round(1)
  assert.ok(again !== undefined && again >= at.getTime() - 2, `${again} is before ${at.getTime()}`)
  await clock.stop()
})

test('a notice may bring something due; one that comes meanwhile too', async () => {
  const board = hearing()
  const tell = () => board.heard({ kind: 'change', tags: ['article:1'] })
  const duringWork = () => {
    tell()
    return null
  }
  const { clock, round, count } = watched(board, [duringWork, never, never])
  await round(1)
  assert.equal(count(), 2)
  tell()
  await round(2)
  await clock.stop()
})

test('what fails is tried again', async () => {
  const fails = () => {
    throw new Error('not now')
  }
  const { clock, round } = watched(hearing(), [fails, never])
  await round(1)
  await clock.stop()
})

test('while Postgres is away it does nothing, and begins when it is back', async () => {
  const board = new NoticeBoard()
  const { clock, round, count } = watched(board, [never])
  board.hearing('unreachable')
  assert.equal(count(), 0)
  board.hearing('listening')
  await round(0)
  await clock.stop()
})
