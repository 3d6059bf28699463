import { isLanguage, type Language } from '../../lib/languages'
import type { Reader, Transaction } from '../client'
import type { MediaRecord } from '../media/rules'
import { announce } from '../notices/commands'
import { idFor } from './identity'
import { type Entry, entryOf, refusal } from './ledger'
import { ensureNames, type NameBook } from './names'
import { type ArticlePlan, type ArticleReading, type PresentArticle, planArticle } from './plan-article'
import { findArticleIds, findPresent } from './present'
import { copyLosses, type ImportedArticle } from './rules'
import { chooseSlugs } from './slugs'
import {
  type FoundPictures,
  findMediaByHash,
  findMediaIds,
  findPictures,
  type PicturePlace,
  writePictures,
} from './store-pictures'
import { type Pending, writeArticles } from './write-articles'

/** An article that was read, with its pictures looked for. */
export type Prepared = { reading: ArticleReading; language: Language; pictures: FoundPictures }

/** What a run knows across its batches. */
export type Course = {
  book: NameBook
  /** Source ids that this run is going to bring, and those it has brought with the file they came from. */
  announced: ReadonlySet<string>
  seen: Map<string, string>
  pending: Pending[]
  /** Ids that bodies and translations refer to, with the entries to tell if nothing came of them. */
  referred: Map<string, string>
  /** Ids of articles that became something else in this run. */
  changed: Set<string>
  now: Date
}

type Batch = { entries: Entry[]; pending: Pending[] }

/** Settles what the source leaves open and looks for its pictures; bytes are kept before any transaction begins. */
export async function prepareArticle(
  reader: Reader,
  reading: ArticleReading,
  place: PicturePlace,
  fallback: Language,
  isDryRun: boolean,
): Promise<Prepared | Entry> {
  const { article, where } = reading
  const language = article.language ?? fallback
  if (!isLanguage(language)) return refusal(where, article.sourceId, `the site has no edition in the language ${language}`)
  return { reading, language, pictures: await findPictures(reader, article.pictures, place, language, isDryRun) }
}

/**
 * Imports a batch inside the caller's transaction, with few statements. When one article of it is refused by the database, the
 * batch is taken one by one, so that only that one is left out.
 */
export async function importArticles(tx: Transaction, course: Course, batch: readonly Prepared[]): Promise<Batch> {
  try {
    return await tx.transaction((inner) => importTogether(inner, course, batch))
  } catch (cause) {
    if (batch.length !== 1) return importOneByOne(tx, course, batch)
    const [one] = batch
    const entries = one ? [refusal(one.reading.where, one.reading.article.sourceId, reasonOf(cause))] : []
    return { entries, pending: [] }
  }
}

async function importOneByOne(tx: Transaction, course: Course, batch: readonly Prepared[]): Promise<Batch> {
  const whole: Batch = { entries: [], pending: [] }
  for (const one of batch) {
    // What the failed batch made was taken back, so the book may know ids that are gone.
    forget(course.book)
    const { entries, pending } = await importArticles(tx, course, [one])
    whole.entries.push(...entries)
    whole.pending.push(...pending)
  }
  return whole
}

async function importTogether(tx: Transaction, course: Course, prepared: readonly Prepared[]): Promise<Batch> {
  // A batch may be tried twice; what the first try noted is not to be told twice.
  const batch = prepared.map((one) => ({ ...one, reading: { ...one.reading, losses: copyLosses(one.reading.losses) } }))
  const wanted = batch.map(({ reading, language }) => ({ article: reading.article, language }))
  await ensureNames(tx, course.book, wanted)
  const mediaIds = await mediaOf(tx, batch)
  const present = await findPresent(
    tx,
    wanted.map(({ article }) => article.sourceId),
  )
  const known = await findArticleIds(
    tx,
    wanted.flatMap(({ article }) => namesIn(article)),
  )
  const slugs = await slugsFor(tx, batch, present)

  const plans: ArticlePlan[] = []
  const entries: Entry[] = []
  for (const { reading, language, pictures } of batch) {
    const { article, where, losses } = reading
    const id = idOf(article.sourceId, present)
    reading.losses.notes.push(...pictures.notes)
    const plan = planArticle(reading, {
      id,
      language,
      slug: slugs.get(id) ?? '',
      present: present.get(article.sourceId) ?? null,
      book: course.book,
      references: {
        mediaId: (name) => mediaIds(name, pictures),
        articleId: (name) => referTo(name, where, known, course),
      },
      imagesMissing: pictures.missing,
      now: course.now,
    })
    if ('refused' in plan)
      entries.push({
        ...refusal(where, article.sourceId, plan.refused),
        wordsIn: reading.words.length,
        dropped: Object.fromEntries(losses.dropped),
      })
    else plans.push(plan)
  }
  const { outcomes, pending } = await writeArticles(tx, plans)
  if (course.book.tags.size > 0) await announce(tx, 'change', [...course.book.tags])
  course.book.tags.clear()
  for (const plan of plans) {
    const outcome = outcomes.get(plan) ?? 'unchanged'
    if (outcome !== 'unchanged') course.changed.add(plan.row.id)
    entries.push(entryFor(plan, outcome))
  }
  return { entries, pending }
}

function entryFor(plan: ArticlePlan, outcome: Entry['outcome']): Entry {
  const { reading, standing, wordsIn, wordsOut, imagesMissing } = plan
  const reasons = [...standing.held, ...standing.notes]
  return entryOf(reading.where, reading.article.sourceId, outcome, reading.losses, { reasons, wordsIn, wordsOut, imagesMissing })
}

/** Writes the batch's new pictures; answers what a name or key in one of its articles stands for. */
async function mediaOf(
  tx: Transaction,
  batch: readonly Prepared[],
): Promise<(name: string, pictures: FoundPictures) => string | null> {
  const records = new Map<string, MediaRecord>()
  for (const { pictures } of batch) for (const record of pictures.records) records.set(record.sourceId, record)
  await writePictures(tx, [...records.values()])
  const byName = await findMediaIds(tx, [...new Set(batch.flatMap(({ reading }) => mediaNamesIn(reading.article)))])
  const byHash = await findMediaByHash(tx, [...new Set(batch.flatMap(({ pictures }) => [...pictures.hashes.values()]))])
  return (name, { hashes }) => byHash.get(hashes.get(name) ?? '') ?? byName.get(name) ?? null
}

function mediaNamesIn({ body, hero }: ImportedArticle): string[] {
  const names: string[] = hero ? [hero.media] : []
  visit(body, (attrs) => {
    if (typeof attrs.mediaId === 'string') names.push(attrs.mediaId)
    if (Array.isArray(attrs.mediaIds)) names.push(...attrs.mediaIds.map(String))
  })
  return names
}

function namesIn({ body, related, translationOf }: ImportedArticle): string[] {
  const names = [...related, ...(translationOf ? [translationOf] : [])]
  visit(body, (attrs) => {
    if (typeof attrs.articleId === 'string') names.push(attrs.articleId)
  })
  return [...new Set(names)]
}

function visit(nodes: ImportedArticle['body'], look: (attrs: Record<string, unknown>) => void): void {
  for (const node of nodes) {
    if (node.attrs) look(node.attrs)
    for (const mark of node.marks ?? []) if (mark.attrs) look(mark.attrs)
    visit(node.content ?? [], look)
  }
}

async function slugsFor(
  tx: Transaction,
  batch: readonly Prepared[],
  present: Map<string, PresentArticle>,
): Promise<Map<string, string>> {
  const asking = batch.map(({ reading, language }) => ({
    id: idOf(reading.article.sourceId, present),
    language,
    article: reading.article,
    presentSlug: present.get(reading.article.sourceId)?.slug ?? null,
    notes: reading.losses.notes,
  }))
  return chooseSlugs(tx, asking)
}

function idOf(sourceId: string, present: Map<string, PresentArticle>): string {
  return present.get(sourceId)?.id ?? idFor('article', sourceId)
}

function referTo(name: string, where: string, known: Map<string, string>, course: Course): string | null {
  const id = known.get(name) ?? (course.announced.has(name) ? idFor('article', name) : null)
  if (id && !known.has(name)) course.referred.set(id, `${where} refers to ${name}`)
  return id
}

function forget(book: NameBook): void {
  for (const names of [book.sections, book.topics, book.contributors, book.tags]) names.clear()
}

/** What the database said, without the statement it said it about. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'it could not be written'
  return cause.cause instanceof Error ? cause.cause.message : cause.message
}
