import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NoticeBoard } from './notices'

const change = (...tags: string[]) => ({ kind: 'change', tags }) as const

test('A document is overtaken by a notice of one of its tags after its count, and by no other', () => {
  const board = new NoticeBoard()
  const { carried } = board.begin()
  board.heard(change('article:1'))
  assert.equal(board.isOvertaken(['article:1', 'front:en'], carried), true)
  assert.equal(board.isOvertaken(['article:2'], carried), false)
  assert.equal(board.isOvertaken(['article:1'], board.begin().began), false)
})

test('A rendering carries the smallest count of those under way, also through others that have ended', () => {
  const board = new NoticeBoard()
  const slow = board.begin()
  board.heard(change('article:1'))
  const second = board.begin()
  assert.equal(second.carried, slow.carried)
  slow.end()
  const third = board.begin()
  assert.equal(third.carried, slow.carried)
  second.end()
  third.end()
  assert.equal(board.begin().carried, 1)
})

test('A change of the site overtakes everything', () => {
  const board = new NoticeBoard()
  board.heard(change('site'))
  assert.equal(board.isOvertaken(['article:1'], 0), true)
  assert.equal(board.isWithdrawn(['article:1'], 0), false)
})

test('Only withdrawals withdraw', () => {
  const board = new NoticeBoard()
  board.heard({ kind: 'withdrawal', tags: ['article:1'] })
  assert.equal(board.isWithdrawn(['article:1'], 0), true)
  assert.equal(board.isWithdrawn(['article:1'], 1), false)
  assert.equal(board.isWithdrawn(['article:2'], 0), false)
})

test('More tags than are remembered make everything before suspect, never less', () => {
  const board = new NoticeBoard()
  board.heard({ kind: 'withdrawal', tags: ['article:first'] })
  for (let batch = 0; batch < 12; batch++)
    board.heard(change(...Array.from({ length: 10_000 }, (_, one) => `article:${batch}-${one}`)))
  assert.equal(board.isOvertaken(['article:first'], 0), true)
  assert.equal(board.isWithdrawn(['article:first'], 0), true)
  assert.equal(board.isOvertaken(['article:new'], board.count), false)
})

test('Hearing again makes everything suspect', () => {
  const board = new NoticeBoard()
  board.hearing('catching-up')
  assert.equal(board.isOvertaken(['article:1'], 0), true)
})
