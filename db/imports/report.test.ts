import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entry } from './ledger'
import { exitCodeOf, openReport } from './report'

const entry = (more: Partial<Entry>): Entry => ({
  file: 'a.md',
  sourceId: 'a',
  outcome: 'created',
  reason: '',
  wordsIn: 900,
  wordsOut: 890,
  dropped: {},
  imagesMissing: [],
  ...more,
})

function told(isTerminal: boolean, all = false): string {
  let text = ''
  const report = openReport(
    {
      write: (more) => {
        text += more
      },
      isTerminal,
      columns: 80,
    },
    { all },
  )
  report.onProgress(50, 100)
  report.onEntry(entry({}))
  report.onEntry(
    entry({
      file: 'b\u001b[31m.md',
      outcome: 'held',
      reason: 'It\nlost words.',
      dropped: { iframe: 2 },
      imagesMissing: ['x.jpg'],
    }),
  )
  report.sumUp('run')
  return text
}

test('lines are plain where nobody looks, and a source cannot steer the terminal', () => {
  const lines = told(false).split('\n')
  assert.equal(lines[0], 'held      b [31m.md: words 890 of 900; left out: 2 × iframe; images missing: x.jpg; It lost words.')
  assert.ok(lines.includes('Ledger: 1 created, 1 held.'))
  assert.ok(lines.includes('Words: 1800 in, 1780 out.'))
  assert.ok(lines.includes('Left out: 2 × iframe.'))
  assert.ok(lines.includes('Kept as run run.'))
  assert.ok(!told(false).includes('\u001b'))
  assert.match(told(false, true), /^created {3}a\.md: words 890 of 900$/m)
})

test('a terminal has a bar', () => {
  assert.match(told(true), /\[#+\.+\] 50 %, 0 done/)
})

test('the exit code tells whether somebody has to look', () => {
  const none = { created: 1, updated: 1, unchanged: 1, held: 0, refused: 0 }
  assert.equal(exitCodeOf(none), 0)
  assert.equal(exitCodeOf({ ...none, held: 1 }), 2)
  assert.equal(exitCodeOf({ ...none, refused: 1 }), 2)
})
