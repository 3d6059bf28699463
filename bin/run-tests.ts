import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { build } from '../lib/build'
import { runBrowserTests } from './testing/browser-tests'
import { endPrograms, runProgram } from './testing/programs'
import { type Outcome, type Stage, stageNames } from './testing/stages'
import { endTestServer, startTestServer } from './testing/test-server'
import { runUnitTests } from './testing/unit-tests'

// `npm test -- lint units` runs these only, `npm test -- build browser e2e/reading.spec.ts` of the journeys this one; nothing named means all.
const words = process.argv.slice(2)
const journeys = words.filter((word) => word.endsWith('.spec.ts'))
const asked = words.filter((word) => !word.endsWith('.spec.ts'))
const wanted = stageNames.filter((name) => asked.length === 0 || asked.includes(name))
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-test-'))
const next = 'node_modules/next/dist/bin/next'

const stages: Record<Stage, () => Promise<Outcome>> = {
  lint: () => runProgram('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  types: async () => {
    const generated = await runProgram(next, ['typegen'])
    return generated.failed > 0 ? generated : runProgram('node_modules/typescript/bin/tsc', ['--noEmit'])
  },
  'dead-code': () => runProgram('node_modules/knip/bin/knip.js', []),
  units: async () => runUnitTests(await startTestServer(folder)),
  build: async () => {
    await build(join(folder, 'build.log'))
    return { passed: 1, failed: 0 }
  },
  browser: async () => runBrowserTests(await startTestServer(folder), folder, journeys),
}

// A terminal, npm and a time limit may each send theirs: the first one ends everything, the others find it ending.
let isEnding = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)

function end() {
  if (isEnding) return
  isEnding = true
  endPrograms()
  endTestServer(folder).finally(() => process.exit(130))
}

const results: { name: Stage; outcome: Outcome; seconds: number }[] = []
for (const name of wanted) {
  process.stdout.write(`\n${styleText('bold', `── ${name}`)}\n`)
  const began = performance.now()
  const outcome = await stages[name]().catch((error: unknown) => {
    process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`)
    return { passed: 0, failed: 1 }
  })
  results.push({ name, outcome, seconds: (performance.now() - began) / 1000 })
}
await endTestServer(folder)

process.stdout.write('\n')
for (const { name, outcome, seconds } of results) {
  const counts = `${outcome.passed} passed${outcome.failed ? `, ${outcome.failed} FAILED` : ''}`
  process.stdout.write(`  ${name.padEnd(11)}${counts.padEnd(30)}${`${seconds.toFixed(1)} s`.padStart(9)}\n`)
}
const sum = (key: keyof Outcome) => results.reduce((total, { outcome }) => total + outcome[key], 0)
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`)
process.exit(sum('failed') > 0 ? 1 : 0)
