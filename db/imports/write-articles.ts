import { randomUUID } from 'node:crypto'
import { inArray, sql } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { isLanguage } from '../../lib/languages'
import type { ArticleContent } from '../articles/content'
import { findContents } from '../articles/contents'
import { listArticles, tagsAround } from '../articles/listing'
import { insertRevisions } from '../articles/revisions'
import { articles, relatedArticles } from '../articles/schema'
import type { Transaction } from '../client'
import { corrections } from '../corrections/schema'
import { announce } from '../notices/commands'
import { redirectPath } from '../redirects/rules'
import { keepIds, saying } from './identity'
import { keepOldAddresses, type OldAddress } from './old-addresses'
import type { ArticlePlan } from './plan-article'
import { importedArticles } from './schema'
import { excluded } from './upsert'

/** A related article that was not there yet when its revision was written. */
export type Pending = { revisionId: string; articleId: string; position: number; plan: ArticlePlan }

export type Written = { outcomes: Map<ArticlePlan, 'created' | 'updated' | 'unchanged' | 'held'>; pending: Pending[] }

type Draft = { plan: ArticlePlan; content: ArticleContent; revisionId: string; isNew: boolean; missing: string[] }

/**
 * Writes a batch of planned articles with few statements: rows, revisions where the words changed, corrections, old addresses,
 * lists, notices. A plan that was carried out before changes nothing. All or nothing is the caller's transaction.
 */
export async function writeArticles(tx: Transaction, plans: readonly ArticlePlan[]): Promise<Written> {
  const changed = plans.filter((plan) => plan.present?.hash !== plan.hash)
  const outcomes: Written['outcomes'] = new Map(
    plans.map((plan) => [
      plan,
      plan.standing.held.length ? 'held' : !changed.includes(plan) ? 'unchanged' : plan.present ? 'updated' : 'created',
    ]),
  )
  if (changed.length === 0) return { outcomes, pending: [] }
  const tags = await tagsAround(
    tx,
    changed.flatMap(({ present }) => present?.id ?? []),
  )
  const drafts = await draftAll(tx, changed)

  await upsertArticles(tx, drafts)
  const pending = await writeRevisions(tx, drafts)
  await insertCorrections(tx, changed)
  const addressTags = await keepOldAddresses(tx, changed.flatMap(addressesOf))
  await rememberHashes(
    tx,
    changed.filter((plan) => !pending.some((one) => one.plan === plan)),
  )
  const ids = changed.map(({ row }) => row.id)
  await listArticles(tx, ids)
  await announce(tx, 'change', [...tags, ...addressTags, ...(await tagsAround(tx, ids))])
  return { outcomes, pending }
}

/** Notes that these plans are carried out whole. */
export async function rememberHashes(tx: Transaction, plans: readonly ArticlePlan[]): Promise<void> {
  if (plans.length === 0) return
  await tx
    .insert(importedArticles)
    .values(plans.map(({ row, hash }) => ({ articleId: row.id, hash })))
    .onConflictDoUpdate({ target: importedArticles.articleId, set: { hash: sql`excluded.hash`, importedAt: sql`now()` } })
}

async function draftAll(tx: Transaction, plans: readonly ArticlePlan[]): Promise<Draft[]> {
  const heads = await findContents(
    tx,
    plans.flatMap(({ present }) => present?.headRevisionId ?? []),
  )
  return plans.map((plan) => {
    const headId = plan.present?.headRevisionId ?? null
    const head = headId ? heads.get(headId) : undefined
    if (headId && head && isSame(head, plan.content)) {
      const missing = plan.content.relatedIds.filter((id) => !head.relatedIds.includes(id))
      return { plan, content: plan.content, revisionId: headId, isNew: false, missing }
    }
    const body = head
      ? { ...plan.content.body, content: keepIds(plan.content.body.content, head.body.content) }
      : plan.content.body
    return {
      plan,
      content: { ...plan.content, body },
      revisionId: randomUUID(),
      isNew: true,
      missing: plan.content.relatedIds,
    }
  })
}

/** Related articles that a run cut off could not set yet are no difference. */
function isSame(head: ArticleContent, content: ArticleContent): boolean {
  if (!head.relatedIds.every((id) => content.relatedIds.includes(id))) return false
  return saying({ ...head, relatedIds: [] }) === saying({ ...content, relatedIds: [] })
}

async function upsertArticles(tx: Transaction, drafts: readonly Draft[]): Promise<void> {
  const rows = drafts.map(({ plan, revisionId }) => ({
    ...plan.row,
    headRevisionId: revisionId,
    liveRevisionId: plan.standing.isPublic ? revisionId : (plan.row.liveRevisionId ?? null),
  }))
  await tx
    .insert(articles)
    .values(rows)
    .onConflictDoUpdate({ target: articles.id, set: excluded(changing) })
}

const changing = [
  'sourceId',
  'language',
  'status',
  'sectionId',
  'slug',
  'headRevisionId',
  'liveRevisionId',
  'translationGroupId',
  'translatedFromId',
  'firstPublishedAt',
  'updatedAt',
  'publishAt',
  'embargoUntil',
  'embargoNote',
  'legalHold',
  'doNotPublish',
  'sensitive',
  'withdrawnAt',
  'withdrawal',
  'withdrawalNote',
  'republishing',
  'deskSlug',
  'notes',
  'canonicalUrl',
  'syndicatedFrom',
  'modifiedAt',
] as const

async function writeRevisions(tx: Transaction, drafts: readonly Draft[]): Promise<Pending[]> {
  const wanted = [...new Set(drafts.flatMap(({ missing }) => missing))]
  const rows = wanted.length ? await tx.select({ id: articles.id }).from(articles).where(inArray(articles.id, wanted)) : []
  const there = new Set(rows.map(({ id }) => id))
  const fresh = drafts.filter(({ isNew }) => isNew)
  await insertRevisions(
    tx,
    fresh.map(({ plan, content, revisionId }) => ({
      id: revisionId,
      articleId: plan.row.id,
      // Set below, with the places that those still to come leave open.
      content: { ...content, relatedIds: [] },
      authorId: null,
      reason: plan.present ? 'Imported again' : 'Imported',
    })),
  )
  const beside = drafts.flatMap(({ plan, content, revisionId, missing }) =>
    missing.map((articleId) => ({ revisionId, articleId, position: content.relatedIds.indexOf(articleId), plan })),
  )
  await setRelated(
    tx,
    beside.filter(({ articleId }) => there.has(articleId)),
  )
  return beside.filter(({ articleId }) => !there.has(articleId))
}

/** Sets related articles that are all there, each at its place. */
export async function setRelated(tx: Transaction, related: readonly Pending[]): Promise<void> {
  if (related.length === 0) return
  await tx
    .insert(relatedArticles)
    .values(related.map(({ revisionId, articleId, position }) => ({ revisionId, articleId, position })))
}

/** Adds the corrections that are not there yet; those that the newsroom wrote since stay. */
async function insertCorrections(tx: Transaction, plans: readonly ArticlePlan[]): Promise<void> {
  const wanted = plans.flatMap(({ row, reading }) =>
    reading.article.corrections.map(({ type, at, text }) => ({
      articleId: row.id,
      type,
      text,
      status: 'approved' as const,
      correctedAt: at,
    })),
  )
  if (wanted.length === 0) return
  const present = await tx
    .select()
    .from(corrections)
    .where(
      inArray(
        corrections.articleId,
        wanted.map(({ articleId }) => articleId),
      ),
    )
  const key = (one: { articleId: string; type: string; text: string; correctedAt: Date | null }) =>
    JSON.stringify([one.articleId, one.type, one.text, one.correctedAt])
  const known = new Set(present.map(key))
  const fresh = wanted.filter((one) => !known.has(key(one)))
  if (fresh.length > 0) await tx.insert(corrections).values(fresh)
}

/** The old addresses a source tells, and the one an article has just left. */
function addressesOf(plan: ArticlePlan): OldAddress[] {
  const { row, present, reading, content, standing } = plan
  const { notes } = reading.losses
  const own = isLanguage(row.language) ? decodeURI(addressOf.article(row.language, plan.sectionSlug, row.slug)) : ''
  const told = reading.article.formerAddresses.flatMap((address) => {
    const path = redirectPath(address)
    if (path === own) return []
    if (!path) notes.push(`The old address ${address.slice(0, 200)} cannot be redirected.`)
    return path ? [{ path, articleId: row.id, notes }] : []
  })
  const hasMoved =
    present?.firstPublishedAt && standing.isPublic && (present.slug !== row.slug || present.sectionId !== content.sectionId)
  if (!hasMoved || !isLanguage(present.language)) return told
  const left = decodeURI(addressOf.article(present.language, present.sectionSlug, present.slug))
  return [...told, { path: left, articleId: row.id, notes: [] }]
}
