import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { environment } from '../../lib/environment'
import type { Database } from '../client'
import { findSettings } from '../settings/queries'
import { discover, type Given, type Source } from './discover'
import { finishRun } from './finish-run'
import type { Course } from './import-articles'
import { importSources } from './import-sources'
import { closeRun, type Entry, openRun, refusal, storeEntries } from './ledger'
import { emptyNameBook } from './names'
import { importMedia } from './publication/import-media'
import { importPlacements, importPublication } from './publication/import-publication'
import { listSourceIds } from './readings'
import type { ReadingContext } from './rules'
import type { ImportTools } from './run-tools'

export type ImportOptions = {
  paths: readonly string[]
  isDryRun: boolean
  now: Date
  onEntry: (entry: Entry) => void
  /** In bytes. */
  onProgress: (done: number, total: number) => void
}

type Counts = Record<Entry['outcome'], number>

/** `runId` is null after a dry run. `busy`: another import is running. `nothing`: there is nothing to import at these paths. */
export type ImportSummary = { kind: 'done'; runId: string | null; counts: Counts } | { kind: 'busy' } | { kind: 'nothing' }

/** Chosen at random; held while an import runs. */
const runLock = 7_203_559_118
const lockAttempts = 5

/**
 * Imports files and folders: descriptions and pictures first, then articles in batches, pages, and what ties them together. Each
 * batch is committed whole, so a run that is cut off loses nothing and the same command goes on from there. A dry run does all the
 * same inside one transaction and takes it back.
 */
export async function runImport(db: Database, options: ImportOptions): Promise<ImportSummary> {
  const given: Given[] = []
  for (const path of options.paths) given.push(await discover(path))
  if (!given.some(({ sources, publication, media }) => sources.length > 0 || publication || media)) {
    for (const entry of problemsOf(given)) options.onEntry(entry)
    return { kind: 'nothing' }
  }
  // A connection of its own: the lock ends with it, also when this process is killed.
  const lock = postgres(environment().DATABASE_URL, { max: 1, onnotice: () => {} })
  try {
    if (!(await takeLock(lock))) return { kind: 'busy' }
    return await (options.isDryRun ? dryRun(db, options, given) : realRun(db, options, given))
  } finally {
    await lock.end({ timeout: 5 })
  }
}

/** Whether the lock was had. One that a killed run held is free only when the database has noticed its end. */
async function takeLock(lock: postgres.Sql): Promise<boolean> {
  for (let attempt = 0; attempt < lockAttempts; attempt += 1) {
    const [row] = await lock<{ free: boolean }[]>`select pg_try_advisory_lock(${runLock}::bigint) as free`
    if (row?.free) return true
    await wait(100)
  }
  return false
}

async function realRun(db: Database, options: ImportOptions, given: readonly Given[]): Promise<ImportSummary> {
  const counts = noCounts()
  const sources = options.paths.map((path) => resolve(path))
  const runId = await openRun(db, sources, false)
  const record: ImportTools['record'] = async (tx, entries) => {
    await storeEntries(tx, runId, entries)
    tell(options, counts, entries)
  }
  await importGiven({ reader: db, record, isDryRun: false, inTransaction: (work) => db.transaction(work) }, given, options)
  await closeRun(db, runId)
  return { kind: 'done', runId, counts }
}

class TakenBack extends Error {}

async function dryRun(db: Database, options: ImportOptions, given: readonly Given[]): Promise<ImportSummary> {
  const counts = noCounts()
  const record: ImportTools['record'] = async (_tx, entries) => tell(options, counts, entries)
  await db
    .transaction(async (outer) => {
      await importGiven(
        { reader: outer, record, isDryRun: true, inTransaction: (work) => outer.transaction(work) },
        given,
        options,
      )
      throw new TakenBack()
    })
    .catch((cause: unknown) => {
      if (!(cause instanceof TakenBack)) throw cause
    })
  return { kind: 'done', runId: null, counts }
}

async function importGiven(tools: ImportTools, given: readonly Given[], options: ImportOptions): Promise<void> {
  const problems = problemsOf(given)
  if (problems.length > 0) await tools.inTransaction((tx) => tools.record(tx, problems))
  let context = await readContext(tools)
  for (const { publication, media, root } of given) {
    if (publication) await importPublication(tools, publication, context)
    context = await readContext(tools)
    if (media) await importMedia(tools, media, root, context)
  }
  const sources = given.flatMap((one) => one.sources)
  const course: Course = {
    book: emptyNameBook(),
    announced: await survey(sources),
    seen: new Map(),
    pending: [],
    referred: new Map(),
    changed: new Set(),
    now: options.now,
  }
  const onBytes = await progressOf(sources, options)
  for (const kind of ['article', 'page'] as const) {
    await importSources(
      tools,
      course,
      sources.filter((source) => source.kind === kind),
      context,
      onBytes,
    )
  }
  await tools.inTransaction(async (tx) => tools.record(tx, await finishRun(tx, course)))
  for (const { publication } of given) if (publication) await importPlacements(tools, publication, context)
}

function problemsOf(given: readonly Given[]): Entry[] {
  return given.flatMap(({ problems }) => problems.map(({ file, reason }) => refusal(file, null, reason)))
}

async function readContext(tools: ImportTools): Promise<ReadingContext> {
  const { timeZone, editions } = await findSettings(tools.reader)
  return { timeZone, language: editions[0]?.language ?? 'en' }
}

/** The ids that articles of this run may refer to, before any of them is there. */
async function survey(sources: readonly Source[]): Promise<Set<string>> {
  const announced = new Set<string>()
  for (const source of sources) {
    try {
      for await (const sourceId of listSourceIds(source)) announced.add(sourceId)
    } catch {
      // What cannot be read is told when it is to be imported.
    }
  }
  return announced
}

async function progressOf(sources: readonly Source[], options: ImportOptions): Promise<(bytes: number) => void> {
  let total = 0
  for (const { path } of sources) total += (await stat(path).catch(() => null))?.size ?? 0
  let done = 0
  return (bytes) => {
    done += bytes
    options.onProgress(done, total)
  }
}

function tell(options: ImportOptions, counts: Counts, entries: readonly Entry[]): void {
  for (const entry of entries) {
    counts[entry.outcome] += 1
    options.onEntry(entry)
  }
}

function noCounts(): Counts {
  return { created: 0, updated: 0, unchanged: 0, held: 0, refused: 0 }
}
