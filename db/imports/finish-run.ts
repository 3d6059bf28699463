import { desc, inArray, sql } from 'drizzle-orm'
import { listedArticles } from '../articles/listed-schema'
import { tagsAround } from '../articles/listing'
import { articles } from '../articles/schema'
import type { Transaction } from '../client'
import { announce } from '../notices/commands'
import { promiseSocialCards } from '../social-cards/commands'
import type { Course } from './import-articles'
import type { Entry } from './ledger'
import { rememberHashes, setRelated } from './write-articles'

/** Chains of translations longer than this are no chains that anybody meant. */
const longestChain = 10

/** Drawing a social card takes a fifth of a second. */
const cardsAtMost = 200

/**
 * Ties what could only be tied when everything was there: related articles that came later in the run, and groups of
 * translations. Gives a line for each reference to something that never came.
 */
export async function finishRun(tx: Transaction, course: Course): Promise<Entry[]> {
  const wanted = [...new Set([...course.referred.keys(), ...course.pending.map(({ articleId }) => articleId)])]
  const there = await findThere(tx, wanted)
  await setRelated(
    tx,
    course.pending.filter(({ articleId }) => there.has(articleId)),
  )
  await rememberHashes(tx, [...new Set(course.pending.map(({ plan }) => plan))])
  const changed = new Set([...course.pending.map(({ plan }) => plan.row.id), ...(await joinTranslations(tx))])
  await announceAll(tx, [...changed])
  await promiseSocialCards(tx, await newestOf(tx, course.changed))
  return [...course.referred].flatMap(([id, what]) => (there.has(id) ? [] : [missing(what)]))
}

/** The newest articles of the site among these. An archive's older ones get their cards when somebody publishes them again. */
async function newestOf(tx: Transaction, changed: ReadonlySet<string>): Promise<string[]> {
  if (changed.size === 0) return []
  const newest = await tx
    .select({ id: listedArticles.articleId })
    .from(listedArticles)
    .orderBy(desc(listedArticles.publishedAt))
    .limit(cardsAtMost)
  return newest.flatMap(({ id }) => (changed.has(id) ? [id] : []))
}

async function findThere(tx: Transaction, ids: string[]): Promise<Set<string>> {
  const there = new Set<string>()
  for (let at = 0; at < ids.length; at += 1000) {
    const some = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(inArray(articles.id, ids.slice(at, at + 1000)))
    for (const { id } of some) there.add(id)
  }
  return there
}

/** Gives translations and their originals one group; a translation of something that never came stands for itself. */
async function joinTranslations(tx: Transaction): Promise<string[]> {
  const orphans = await tx.execute<{ id: string }>(sql`
    update articles t set translated_from_id = null, translation_group_id = null
    where translated_from_id is not null and not exists (select from articles o where o.id = t.translated_from_id) returning t.id`)
  const originals = await tx.execute<{ id: string }>(sql`
    update articles o set translation_group_id = o.id
    where translation_group_id is null and exists (select from articles t where t.translated_from_id = o.id) returning o.id`)
  const changed = [...orphans, ...originals].map(({ id }) => id)
  for (let round = 0; round < longestChain; round += 1) {
    const moved = await tx.execute<{ id: string }>(sql`
      update articles t set translation_group_id = o.translation_group_id from articles o
      where t.translated_from_id = o.id and t.translation_group_id is distinct from o.translation_group_id returning t.id`)
    if (moved.length === 0) break
    changed.push(...[...moved].map(({ id }) => id))
  }
  return changed
}

async function announceAll(tx: Transaction, ids: string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += 500) await announce(tx, 'change', await tagsAround(tx, ids.slice(at, at + 500)))
}

function missing(what: string): Entry {
  const reason = 'That article was refused or never came.'
  return { file: what, sourceId: null, outcome: 'refused', reason, wordsIn: 0, wordsOut: 0, dropped: {}, imagesMissing: [] }
}
