import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { freeze, makeEdition, makeNewsletter, makeSubscribers } from '../../db/testing-newsletters'
import { type Figure, figure, thousands } from './figures'

/** Bytes of HTML, as a long newsletter has. */
const htmlBytes = 46_500
const recipients = { sending: 8000, audience: 1_000_000, begun: 50_000 }
const goals = { perCore: 300, freezing: 15, memory: 250 }

type SenderFigures = { cpuSeconds: number; bytes: number }
type SinkFigures = { taken: number; signed: number; bytes: number }

/** Sends signed mails of 48 KB from one sender process into a sink in another. */
export async function measureSending(say: (what: string) => void): Promise<Figure[]> {
  const { editionId } = await frozenFor(recipients.sending, say)
  const { seconds, cpuSeconds, sink } = await sendWhile(async () => (await waitingOf(editionId)) > 0)
  const perCore = sink.taken / cpuSeconds
  return [
    figure('mails signed and sent, a second and core', thousands(perCore), {
      words: `≥ ${goals.perCore}`,
      isMet: perCore >= goals.perCore,
    }),
    figure('  a second by the clock, database and sink on the same cores', thousands(sink.taken / seconds)),
    figure('  bytes of each', thousands(sink.bytes / sink.taken)),
    figure('  signed', `${sink.signed} of ${sink.taken}`),
  ]
}

/** Freezes an audience of a million, and sends the first 50,000 of it. */
export async function measureFreezing(say: (what: string) => void): Promise<Figure[]> {
  const { editionId, seconds } = await frozenFor(recipients.audience, say)
  const memory: number[] = []
  const sent = await sendWhile(async (sample) => {
    memory.push((await sample()).bytes / 1024 ** 2)
    const left = await waitingOf(editionId)
    say(`${recipients.audience - left} sent, ${memory.at(-1)?.toFixed(0)} MB`)
    return left > recipients.audience - recipients.begun
  }, 2000)
  const most = Math.max(...memory)
  return [
    figure('freezing 1,000,000 recipients', `${seconds.toFixed(1)} s`, {
      words: `≤ ${goals.freezing} s`,
      isMet: seconds <= goals.freezing,
    }),
    figure('memory of the sender over the first 50,000', `${most.toFixed(0)} MB at most`, {
      words: `< ${goals.memory} MB`,
      isMet: most < goals.memory,
    }),
    figure('  in the first and last quarter', `${quarter(memory, 0).toFixed(0)} and ${quarter(memory, 3).toFixed(0)} MB`),
    figure('  sent', `${sent.sink.taken} in ${sent.seconds.toFixed(0)} s`),
  ]
}

function quarter(samples: readonly number[], which: number): number {
  const length = Math.max(1, Math.floor(samples.length / 4))
  const own = samples.slice(which * length, (which + 1) * length)
  return own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.length)
}

async function frozenFor(count: number, say: (what: string) => void) {
  const newsletterId = await makeNewsletter()
  const domain = `${count}.example`
  for (let from = 1; from <= count; from += 100_000) {
    await makeSubscribers(newsletterId, Math.min(100_000, count - from + 1), { domain, from })
    say(`${Math.min(count, from + 99_999)} of ${count} subscribers made`)
  }
  await db.execute(sql`vacuum analyze subscribers, subscriptions`)
  const editionId = await makeEdition(newsletterId)
  const began = performance.now()
  await freeze(editionId, new Date(), htmlBytes)
  return { editionId, seconds: (performance.now() - began) / 1000 }
}

/** Runs a sink and a sender until `goesOn` says no; what both came to. */
async function sendWhile(goesOn: (sample: () => Promise<SenderFigures>) => Promise<boolean>, pause = 200) {
  const sink = startProcess('sink-process.ts')
  const { url } = await heard<{ url: string }>(sink)
  const sender = startProcess('sender-process.ts', '--sink', url, '--lanes', '20')
  await heard(sender)
  try {
    const before = await ask<SenderFigures>(sender, 'figures')
    const began = performance.now()
    while (await goesOn(() => ask(sender, 'figures'))) await wait(pause)
    const seconds = (performance.now() - began) / 1000
    const { cpuSeconds } = await ask<SenderFigures>(sender, 'figures')
    sender.send('end')
    await once(sender, 'exit')
    return { seconds, cpuSeconds: cpuSeconds - before.cpuSeconds, sink: await ask<SinkFigures>(sink, 'figures') }
  } finally {
    sender.kill('SIGKILL')
    sink.kill('SIGKILL')
  }
}

function startProcess(file: string, ...words: string[]): ChildProcess {
  return fork(join(import.meta.dirname, '..', 'soak', file), words, {
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

async function ask<Answer>(process: ChildProcess, what: string): Promise<Answer> {
  const answer = heard<Answer>(process)
  process.send(what)
  return answer
}

async function heard<Answer = unknown>(process: ChildProcess): Promise<Answer> {
  const [message]: Answer[] = await once(process, 'message')
  if (message === undefined) throw new Error('A process said nothing.')
  return message
}

async function waitingOf(editionId: string): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from deliveries where edition_id = ${editionId} and status in ('queued', 'leased', 'sending')
  `)
  return row?.count ?? 0
}
