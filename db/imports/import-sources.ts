import { attemptAll } from './attempt'
import { cleanTexts } from './clean-text'
import type { Source } from './discover'
import { type Course, importArticles, type Prepared, prepareArticle, reasonOf } from './import-articles'
import { importPage, type PageReading } from './import-pages'
import { importPicture } from './import-pictures'
import { type Entry, entryOf, refusal } from './ledger'
import type { ArticleReading } from './plan-article'
import { readSource } from './readings'
import type { Reading, ReadingContext } from './rules'
import type { ImportTools } from './run-tools'
import { findPictures } from './store-pictures'

/** Articles in one transaction. */
const batchSize = 200

type Waiting = { articles: Prepared[]; entries: Entry[] }

/** Reads sources one after the other and writes what they hold in batches, each committed with its lines of the ledger. */
export async function importSources(
  tools: ImportTools,
  course: Course,
  sources: readonly Source[],
  context: ReadingContext,
  onBytes: (bytes: number) => void,
): Promise<void> {
  let waiting: Waiting = { articles: [], entries: [] }
  let writing: Promise<void> = Promise.resolve()
  /** While the database writes a batch, the next one is read; a dry run has one connection for both. */
  const flush = async () => {
    const ready = waiting
    waiting = { articles: [], entries: [] }
    await writing
    if (ready.articles.length + ready.entries.length > 0) writing = writeBatch(tools, course, ready)
    // Whoever awaits it hears of a fault; until then it must not count as one that nobody hears of.
    writing.catch(() => {})
    if (tools.isDryRun) await writing
  }
  for (const source of sources) {
    for await (const reading of attemptAll(source.name, readSource(source, context, onBytes))) {
      await take(tools, course, cleanTexts(reading), source, context, waiting)
      if (waiting.articles.length >= batchSize || waiting.entries.length >= batchSize) await flush()
    }
  }
  await flush()
  await writing
}

async function take(
  tools: ImportTools,
  course: Course,
  reading: Reading,
  source: Source,
  context: ReadingContext,
  waiting: Waiting,
): Promise<void> {
  switch (reading.kind) {
    case 'refused':
      waiting.entries.push(refusal(reading.where, reading.sourceId, reading.reason))
      break
    case 'remark':
      waiting.entries.push(entryOf(reading.where, source.name, 'unchanged', reading.losses))
      break
    case 'picture':
      waiting.entries.push(await importPicture(tools, reading, { root: source.root, file: source.path }, context.language))
      break
    case 'page':
      await writePage(tools, course, reading, source, context)
      break
    case 'article': {
      const taken = await takeArticle(tools, course, reading, source, context)
      if ('outcome' in taken) waiting.entries.push(taken)
      else waiting.articles.push(taken)
      break
    }
  }
}

async function takeArticle(
  tools: ImportTools,
  course: Course,
  reading: ArticleReading,
  source: Source,
  context: ReadingContext,
): Promise<Prepared | Entry> {
  const { where, article } = reading
  const earlier = course.seen.get(article.sourceId)
  if (earlier) return refusal(where, article.sourceId, `${earlier} in the same run has the same source id`)
  course.seen.set(article.sourceId, where)
  return prepareArticle(tools.reader, reading, { root: source.root, file: source.path }, context.language, tools.isDryRun)
}

async function writeBatch(tools: ImportTools, course: Course, { articles, entries }: Waiting): Promise<void> {
  const pending = await tools.inTransaction(async (tx) => {
    const imported = await importArticles(tx, course, articles)
    await tools.record(tx, [...entries, ...imported.entries])
    return imported.pending
  })
  course.pending.push(...pending)
}

async function writePage(
  tools: ImportTools,
  course: Course,
  reading: PageReading,
  source: Source,
  context: ReadingContext,
): Promise<void> {
  const { page, where } = reading
  const place = { root: source.root, file: source.path }
  const pictures = await findPictures(tools.reader, page.pictures, place, page.language ?? context.language, tools.isDryRun)
  await tools.inTransaction(async (tx) => {
    const entry = await tx
      .transaction((inner) => importPage(inner, course, reading, pictures, context.language))
      .catch((cause: unknown) => refusal(where, page.sourceId, reasonOf(cause)))
    await tools.record(tx, [entry])
  })
}
