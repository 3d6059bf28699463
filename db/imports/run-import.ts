import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import postgres from 'postgres'
import { environment } from '../../lib/environment'
import type { Language } from '../../lib/languages'
import type { Database } from '../client'
import { findSettings } from '../settings/queries'
import { discover, type Given, type Source } from './discover'
import { finishRun } from './finish-run'
import { type Course, importArticles, type Prepared, prepareArticle, reasonOf } from './import-articles'
import { importPage, type PageReading } from './import-pages'
import { closeRun, type Entry, openRun, refusal, storeEntries } from './ledger'
import { emptyNameBook } from './names'
import { importMedia } from './publication/import-media'
import { importPlacements, importPublication } from './publication/import-publication'
import { listSourceIds, readSource } from './readings'
import type { ReadingContext } from './rules'
import type { ImportTools } from './run-tools'
import { findPictures } from './store-pictures'

export type ImportOptions = {
  paths: readonly string[]
  isDryRun: boolean
  now: Date
  onEntry: (entry: Entry) => void
  onProgress: (done: number, total: number) => void
}

export type ImportSummary =
  | { kind: 'done'; runId: string | null; counts: Record<Entry['outcome'], number> }
  | { kind: 'busy' }
  | { kind: 'nothing' }

/** Articles in one transaction. */
const batchSize = 50

/** Chosen at random; held while an import runs. */
const runLock = 7_203_559_118

type Tools = ImportTools & { options: ImportOptions }

/**
 * Imports files and folders: descriptions and pictures first, then articles in batches, pages, and what ties them together. Each
 * batch is committed whole, so a run that is cut off loses nothing and the same command goes on from there. A dry run does all the
 * same inside one transaction and takes it back.
 */
export async function runImport(db: Database, options: ImportOptions): Promise<ImportSummary> {
  const given: Given[] = []
  for (const path of options.paths) given.push(await discover(path))
  const hasAnything = given.some(({ sources, publication, media }) => sources.length > 0 || publication || media)
  if (!hasAnything) {
    for (const { problems } of given) for (const { file, reason } of problems) options.onEntry(refusal(file, null, reason))
    return { kind: 'nothing' }
  }
  const lock = postgres(environment().DATABASE_URL, { max: 1, onnotice: () => {} })
  try {
    const [row] = await lock<{ free: boolean }[]>`select pg_try_advisory_lock(${runLock}::bigint) as free`
    if (!row?.free) return { kind: 'busy' }
    return await (options.isDryRun ? dryRun(db, options, given) : realRun(db, options, given))
  } finally {
    // The lock ends with its connection, also when this process is killed.
    await lock.end({ timeout: 5 })
  }
}

async function realRun(db: Database, options: ImportOptions, given: readonly Given[]): Promise<ImportSummary> {
  const counts = noCounts()
  const runId = await openRun(
    db,
    options.paths.map((path) => resolve(path)),
    false,
  )
  const record: ImportTools['record'] = async (tx, entries) => {
    await storeEntries(tx, runId, entries)
    tell(options, counts, entries)
  }
  await importGiven(
    { reader: db, options, record, isDryRun: options.isDryRun, inTransaction: (work) => db.transaction(work) },
    given,
  )
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
        { reader: outer, options, record, isDryRun: options.isDryRun, inTransaction: (work) => outer.transaction(work) },
        given,
      )
      throw new TakenBack()
    })
    .catch((cause: unknown) => {
      if (!(cause instanceof TakenBack)) throw cause
    })
  return { kind: 'done', runId: null, counts }
}

async function importGiven(tools: Tools, given: readonly Given[]): Promise<void> {
  const { inTransaction, options, record } = tools
  const problems = given.flatMap((one) => one.problems.map(({ file, reason }) => refusal(file, null, reason)))
  if (problems.length > 0) await inTransaction((tx) => record(tx, problems))

  const context = await readContext(tools)
  for (const one of given) {
    if (one.publication) await importPublication(tools, one.publication, context)
    Object.assign(context, await readContext(tools))
    if (one.media) await importMedia(tools, one.media, one.root, context)
  }
  const sources = given.flatMap((one) => one.sources)
  const course: Course = {
    book: emptyNameBook(),
    announced: await survey(sources),
    seen: new Map(),
    pending: [],
    referred: new Map(),
    now: options.now,
  }
  const advance = await progressOf(sources, options)
  await importSources(
    tools,
    course,
    sources.filter(({ kind }) => kind === 'article'),
    context,
    advance,
  )
  await importSources(
    tools,
    course,
    sources.filter(({ kind }) => kind === 'page'),
    context,
    advance,
  )
  await inTransaction(async (tx) => record(tx, await finishRun(tx, course)))
  for (const one of given) if (one.publication) await importPlacements(tools, one.publication, context)
}

async function importSources(
  tools: Tools,
  course: Course,
  sources: readonly Source[],
  context: ReadingContext,
  advance: (bytes: number) => void,
): Promise<void> {
  let batch: Prepared[] = []
  let refused: Entry[] = []
  const flush = async () => {
    const [ready, entries] = [batch, refused]
    batch = []
    refused = []
    if (ready.length + entries.length > 0) await writeBatch(tools, course, ready, entries)
  }
  for (const source of sources) {
    for await (const reading of readSource(source, context, advance)) {
      if (reading.kind === 'refused') refused.push(refusal(reading.where, reading.sourceId, reading.reason))
      else if (reading.kind === 'page') await writePage(tools, course, reading, source, context.language)
      else {
        const earlier = course.seen.get(reading.article.sourceId)
        const place = { root: source.root, file: source.path }
        const prepared = earlier
          ? refusal(reading.where, reading.article.sourceId, `${earlier} in the same run has the same source id`)
          : await prepareArticle(tools.reader, reading, place, context.language, tools.options.isDryRun)
        if ('outcome' in prepared) refused.push(prepared)
        else batch.push(prepared)
        course.seen.set(reading.article.sourceId, earlier ?? reading.where)
      }
      if (batch.length >= batchSize) await flush()
    }
  }
  await flush()
}

async function writeBatch(tools: Tools, course: Course, batch: readonly Prepared[], refused: readonly Entry[]): Promise<void> {
  const pending = await tools.inTransaction(async (tx) => {
    const imported = await importArticles(tx, course, batch)
    await tools.record(tx, [...refused, ...imported.entries])
    return imported.pending
  })
  course.pending.push(...pending)
}

async function writePage(tools: Tools, course: Course, reading: PageReading, source: Source, language: Language): Promise<void> {
  const place = { root: source.root, file: source.path }
  const pictures = await findPictures(
    tools.reader,
    reading.page.pictures,
    place,
    reading.page.language ?? language,
    tools.options.isDryRun,
  )
  await tools.inTransaction(async (tx) => {
    const entry = await tx
      .transaction((inner) => importPage(inner, course, reading, pictures, language))
      .catch((cause: unknown) => refusal(reading.where, reading.page.sourceId, reasonOf(cause)))
    await tools.record(tx, [entry])
  })
}

async function readContext(tools: Tools): Promise<ReadingContext> {
  const { timeZone, editions } = await tools.inTransaction((tx) => findSettings(tx))
  return { timeZone, language: editions[0]?.language ?? 'en' }
}

async function survey(sources: readonly Source[]): Promise<Set<string>> {
  const announced = new Set<string>()
  for (const source of sources) for await (const sourceId of listSourceIds(source)) announced.add(sourceId)
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

function tell(options: ImportOptions, counts: Record<Entry['outcome'], number>, entries: readonly Entry[]): void {
  for (const entry of entries) {
    counts[entry.outcome] += 1
    options.onEntry(entry)
  }
}

function noCounts(): Record<Entry['outcome'], number> {
  return { created: 0, updated: 0, unchanged: 0, held: 0, refused: 0 }
}
