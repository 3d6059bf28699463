import { isDeepStrictEqual } from 'node:util'
import { and, desc, eq, sql } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { tagOf } from '../../lib/cache-tags'
import { isLanguage, type Language } from '../../lib/languages'
import { checkBody } from '../body/nodes'
import { bodySchemaVersion, bodyText, referencesOf } from '../body/rules'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import type { EventDetails } from '../events/rules'
import { noteUses } from '../media/commands'
import { announce } from '../notices/commands'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { dropWaysTo, freeAddresses, holdAddresses, leadOn } from '../redirects/moves'
import { joinCounterparts } from '../sections/counterparts'
import { placeFault } from '../sections/places'
import { findPageRevision } from './desk'
import { type PageContent, type PageSaved, pageFields } from './rules'
import { pageRevisions, pages } from './schema'

/** What somebody wants a page to say; `id` is null for a new one, `version` the revision they had before them. */
export type PageSaving = { id: string | null; language: Language; version: number; fields: unknown; body: unknown }

/**
 * Saves a page, which readers see at once, if nobody else has since the version that was seen; then nothing is written, and theirs is given back.
 * The old address of a page that moves leads to the new one. What it said before stays in its history.
 */
export async function savePage(actor: Actor, saving: PageSaving, now: Date): Promise<PageSaved> {
  if (!may(actor, 'page.edit')) return { outcome: 'not-allowed' }
  const fields = pageFields.safeParse(saving.fields)
  if (!fields.success) return { outcome: 'invalid', fault: String(fields.error.issues[0]?.path[0] ?? '') }
  const checked = checkBody(saving.body)
  if (!checked.ok) return { outcome: 'invalid', fault: 'body' }
  const { counterpartIds, ...said } = fields.data
  const content = { ...said, body: checked.body }
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    return saving.id === null
      ? createPage(tx, actor, { language: saving.language, content, counterpartIds }, now)
      : changePage(tx, actor, { id: saving.id, version: saving.version, content, counterpartIds }, now)
  })
}

type NewPage = { language: Language; content: PageContent; counterpartIds: readonly string[] }

async function createPage(tx: Transaction, actor: Actor, page: NewPage, now: Date): Promise<PageSaved> {
  const { language, content, counterpartIds } = page
  const fault = await placeFault(tx, language, content.slug, null)
  if (fault) return { outcome: fault }
  const [made] = await tx
    .insert(pages)
    .values({ language, ...rowOf(content), updatedAt: now })
    .returning({ id: pages.id })
  if (!made) throw new Error('An insert returned no row.')
  const others = await joinCounterparts(tx, 'pages', { id: made.id, language, counterpartIds })
  await freeAddresses(tx, [addressOf.page(language, content.slug)])
  await keepPageRevision(tx, made.id, { authorId: actor.personId, restoredFrom: null, now })
  await noteUses(tx, referencesOf(content.body).mediaIds)
  await announce(tx, 'change', [...tagsOfPage(made.id, language, [content.slug]), ...others.map(tagOf.page)])
  await record(tx, actor, { action: 'page.created', subjectId: made.id, at: now })
  return { outcome: 'saved', id: made.id, version: 1, slug: content.slug }
}

type ChangedPage = { id: string; version: number; content: PageContent; counterpartIds: readonly string[] | null }

async function changePage(
  tx: Transaction,
  actor: Actor,
  { id, version, content, counterpartIds }: ChangedPage,
  now: Date,
  restoredFrom: number | null = null,
): Promise<PageSaved> {
  const [before] = await tx.select().from(pages).where(eq(pages.id, id)).for('update')
  if (!before || !isLanguage(before.language)) return { outcome: 'unknown' }
  if (before.version !== version)
    return { outcome: 'changed-meanwhile', version: before.version, by: await findLastAuthor(tx, id), content: contentOf(before) }
  const language: Language = before.language
  const hasMoved = before.slug !== content.slug
  const fault = hasMoved ? await placeFault(tx, language, content.slug, id) : null
  if (fault) return { outcome: fault }
  const others = counterpartIds ? await joinCounterparts(tx, 'pages', { id, language, counterpartIds }) : []
  const fields = fieldsChanged(contentOf(before), content)
  const saved = { id, slug: content.slug }
  if (fields.length + others.length === 0) return { outcome: 'unchanged', ...saved, version }

  await tx
    .update(pages)
    .set({ ...rowOf(content), version: version + 1, updatedAt: fields.length > 0 ? now : before.updatedAt })
    .where(eq(pages.id, id))
  await keepPageRevision(tx, id, { authorId: actor.personId, restoredFrom, now })
  await noteUses(tx, referencesOf(content.body).mediaIds)
  const [from, to] = [addressOf.page(language, before.slug), addressOf.page(language, content.slug)]
  const ways = hasMoved ? await leadOn(tx, [{ from, to }]) : []
  await announce(tx, 'change', [...ways, ...tagsOfPage(id, language, [before.slug, content.slug]), ...others.map(tagOf.page)])
  const action = restoredFrom === null ? 'page.changed' : 'page.restored'
  const details: EventDetails =
    restoredFrom === null ? { fields: [...fields, ...(others.length > 0 ? ['counterparts'] : [])] } : { restoredFrom }
  await record(tx, actor, { action, subjectId: id, details, at: now })
  return { outcome: 'saved', ...saved, version: version + 1 }
}

/** Makes an earlier revision what the page says, as a new one. Its address stays the present one. */
export async function restorePage(
  actor: Actor,
  { id, number }: { id: string; number: number },
  now: Date,
): Promise<'restored' | 'unchanged' | 'unknown' | 'not-allowed'> {
  if (!may(actor, 'page.edit')) return 'not-allowed'
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const [page] = await tx.select({ version: pages.version, slug: pages.slug }).from(pages).where(eq(pages.id, id)).for('update')
    const old = page && (await findPageRevision(id, number, tx))
    if (!page || !old) return 'unknown'
    const change = { id, version: page.version, content: { ...old, slug: page.slug }, counterpartIds: null }
    const { outcome } = await changePage(tx, actor, change, now, number)
    return outcome === 'saved' ? 'restored' : 'unchanged'
  })
}

/** Removes a page with its history. What led to its address leads nowhere then. */
export async function removePage(actor: Actor, id: string, now: Date): Promise<'removed' | 'unknown' | 'not-allowed'> {
  if (!may(actor, 'page.edit')) return 'not-allowed'
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const [page] = await tx.delete(pages).where(eq(pages.id, id)).returning({ language: pages.language, slug: pages.slug })
    if (!page || !isLanguage(page.language)) return 'unknown'
    const ways = await dropWaysTo(tx, [addressOf.page(page.language, page.slug)])
    await announce(tx, 'change', [...ways, ...tagsOfPage(id, page.language, [page.slug])])
    await record(tx, actor, { action: 'page.removed', subjectId: id, at: now })
    return 'removed'
  })
}

/** Writes down what a page says now as its revision of the version that it has, as part of the caller's transaction. */
export async function keepPageRevision(
  tx: Transaction,
  pageId: string,
  { authorId, restoredFrom, now }: { authorId: string | null; restoredFrom: number | null; now: Date },
): Promise<void> {
  await tx.execute(sql`
    insert into page_revisions (page_id, number, slug, kind, headline, standfirst, body, body_schema, author_id, restored_from, created_at)
    select id, version, slug, kind, headline, standfirst, body, body_schema, ${authorId}::uuid, ${restoredFrom}::int,
      ${now.toISOString()}::timestamptz
    from pages where id = ${pageId}`)
}

type Row = typeof pages.$inferSelect

function contentOf({ headline, slug, kind, standfirst, body }: Row): PageContent {
  return { headline, slug, kind, standfirst, body }
}

function rowOf(content: PageContent) {
  return { ...content, bodySchema: bodySchemaVersion, bodyText: bodyText(content.body) }
}

function fieldsChanged(before: PageContent, after: PageContent): string[] {
  const names = ['headline', 'slug', 'kind', 'standfirst'] as const
  const changed: string[] = names.filter((name) => before[name] !== after[name])
  // As the database gives it back: the grammar's own objects are of another make.
  const isSame = isDeepStrictEqual(before.body, JSON.parse(JSON.stringify(after.body)))
  return isSame ? changed : [...changed, 'body']
}

function tagsOfPage(id: string, language: Language, slugs: readonly string[]): string[] {
  return [tagOf.page(id), tagOf.pages(language), ...slugs.map((slug) => tagOf.address(addressOf.page(language, slug)))]
}

async function findLastAuthor(tx: Transaction, pageId: string): Promise<string> {
  const [row] = await tx
    .select({ name: people.name })
    .from(pageRevisions)
    .leftJoin(people, eq(people.id, pageRevisions.authorId))
    .where(and(eq(pageRevisions.pageId, pageId)))
    .orderBy(desc(pageRevisions.number))
    .limit(1)
  return row?.name ?? ''
}
