import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { db } from '../../db/client'
import type { DeliveryStatus } from '../../db/deliveries/rules'
import { freeze, makeEdition, makeNewsletter, makeSubscribers } from '../../db/testing-newsletters'
import { openSink, type Sink } from './sink'

/** `thinks`: milliseconds at most before the mail server answers; the longer, the more time there is to be killed in. */
export type SoakOptions = { recipients: number; kills: number; senders: number; thinks?: number; say?: (what: string) => void }

/** What a soak came to. `caught`: what the killed senders held at that moment, by state. */
export type SoakResult = {
  recipients: number
  kills: number
  caught: { leased: number; sending: number; killsWithLeased: number; killsWithSending: number }
  seconds: number
  states: Partial<Record<DeliveryStatus, number>>
  sinkTotal: number
  sinkUnique: number
  /** Addresses that were taken more than once. */
  duplicates: number
  /** Neither in the sink, nor visibly uncertain. */
  missing: number
  /** Said to be sent, and not in the sink. */
  lost: number
  /** Uncertain ones that had been taken, and that had not. */
  uncertain: { taken: number; notTaken: number }
}

/**
 * Sends an edition to many by several sender processes, kills these again and again, each time while it holds something, and counts what arrived.
 * Uses the database that `db` stands for. Throws when a sender could not be caught in the act.
 */
export async function runSoak({ recipients, kills, senders, thinks = 250, say = () => {} }: SoakOptions): Promise<SoakResult> {
  const sink = await openSink({ thinks })
  const newsletterId = await makeNewsletter()
  await makeSubscribers(newsletterId, recipients)
  const editionId = await makeEdition(newsletterId)
  await freeze(editionId, new Date(), 8000)
  const began = performance.now()
  const running = await Promise.all(Array.from({ length: senders }, () => startProcess(sink.url)))
  const caught = { leased: 0, sending: 0, killsWithLeased: 0, killsWithSending: 0 }
  const pace = Math.floor(recipients / (kills + 2))
  try {
    for (let kill = 1; kill <= kills; kill++) {
      await until(() => sink.taken.size >= Math.min(pace * kill, recipients - 1))
      const at = kill % senders
      const victim = running[at]
      if (victim) await killInTheAct(victim, editionId, caught)
      running[at] = await startProcess(sink.url)
      say(`kill ${kill} of ${kills}, ${sink.taken.size} of ${recipients} arrived`)
    }
    await until(async () => (await statusOf(editionId)) !== 'sending')
    const seconds = (performance.now() - began) / 1000
    await Promise.all(running.map(endProcess))
    return { recipients, kills, caught, seconds, ...(await account(editionId, sink)) }
  } finally {
    for (const { process } of running) process.kill('SIGKILL')
    sink.close()
  }
}

type Running = { process: ChildProcess; senderId: string }

async function startProcess(sinkUrl: string): Promise<Running> {
  const process = fork(join(import.meta.dirname, 'sender-process.ts'), ['--sink', sinkUrl, '--batch', '60'], {
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [message]: { senderId?: string }[] = await once(process, 'message')
  return { process, senderId: message?.senderId ?? '' }
}

async function endProcess({ process }: Running) {
  process.send('end')
  await once(process, 'exit')
}

/** Kills a sender while it holds something, and counts what it held when it was dead. */
async function killInTheAct({ process, senderId }: Running, editionId: string, caught: SoakResult['caught']) {
  await until(async () => {
    if ((await statusOf(editionId)) !== 'sending') throw new Error('All was sent before enough senders were killed.')
    return (await heldBy(senderId)).sending > 0
  })
  const exit = once(process, 'exit')
  process.kill('SIGKILL')
  await exit
  const { leased, sending } = await heldBy(senderId)
  caught.leased += leased
  caught.sending += sending
  caught.killsWithLeased += Math.sign(leased)
  caught.killsWithSending += Math.sign(sending)
}

async function heldBy(senderId: string) {
  const [row] = await db.execute<{ leased: number; sending: number }>(sql`
    select count(*) filter (where status = 'leased')::int as leased, count(*) filter (where status = 'sending')::int as sending
    from deliveries where sender_id = ${senderId} and status in ('leased', 'sending')
  `)
  return { leased: row?.leased ?? 0, sending: row?.sending ?? 0 }
}

async function statusOf(editionId: string) {
  const [row] = await db.execute<{ status: string }>(sql`select status from newsletter_editions where id = ${editionId}`)
  return row?.status
}

async function account(editionId: string, { taken }: Sink) {
  const rows = await db.execute<{ status: DeliveryStatus; address: string }>(sql`
    select d.status, s.address from deliveries d join subscribers s on s.id = d.subscriber_id where d.edition_id = ${editionId}
  `)
  const states: Partial<Record<DeliveryStatus, number>> = {}
  for (const { status } of rows) states[status] = (states[status] ?? 0) + 1
  const uncertain = rows.filter(({ status }) => status === 'uncertain')
  const uncertainTaken = uncertain.filter(({ address }) => taken.has(address)).length
  return {
    states,
    sinkTotal: [...taken.values()].reduce((sum, count) => sum + count, 0),
    sinkUnique: taken.size,
    duplicates: [...taken.values()].filter((count) => count > 1).length,
    missing: rows.filter(({ status, address }) => status !== 'uncertain' && !taken.has(address)).length,
    lost: rows.filter(({ status, address }) => status === 'sent' && !taken.has(address)).length,
    uncertain: { taken: uncertainTaken, notTaken: uncertain.length - uncertainTaken },
  }
}

async function until(isSo: () => boolean | Promise<boolean>) {
  while (!(await isSo())) await wait(5)
}
