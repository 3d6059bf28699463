import { and, eq, or } from 'drizzle-orm'
import { reservedSlugs } from '../../lib/addresses'
import { tagOf } from '../../lib/cache-tags'
import { isLanguage, type Language } from '../../lib/languages'
import { slugPattern } from '../articles/rules'
import { bodySchemaVersion, bodyText } from '../body/rules'
import type { Transaction } from '../client'
import { announce } from '../notices/commands'
import { keepPageRevision } from '../pages/commands'
import { pages } from '../pages/schema'
import { sections } from '../sections/schema'
import { idFor, keepIds, saying } from './identity'
import type { Course } from './import-articles'
import { type Entry, entryOf, refusal } from './ledger'
import { findArticleIds } from './present'
import { resolveBody } from './resolve-body'
import { isHeldForLoss, type Reading } from './rules'
import { type FoundPictures, findMediaByHash, findMediaIds, writePictures } from './store-pictures'
import { countArrived } from './words'

export type PageReading = Extract<Reading, { kind: 'page' }>

/** Imports a standing page inside the caller's transaction. Pages have no drafts: one that lost words is refused. */
export async function importPage(
  tx: Transaction,
  course: Course,
  reading: PageReading,
  pictures: FoundPictures,
  fallback: Language,
): Promise<Entry> {
  const { page, where, losses, words } = reading
  const refuse = (reason: string) => ({ ...refusal(where, page.sourceId, reason), wordsIn: words.length })
  const language = page.language ?? fallback
  if (!isLanguage(language)) return refuse(`the site has no edition in the language ${language}`)
  const fault = await addressFault(tx, language, page.slug)
  if (fault) return refuse(fault)

  const references = await referencesOf(tx, course, reading, pictures)
  const resolved = resolveBody(page.body, page.sourceId, references, losses)
  if (!resolved.ok) return refuse(resolved.reason)
  const wordsOut = countArrived(words, [page.headline, page.standfirst, bodyText(resolved.body), ...resolved.lostCaptions])
  if (isHeldForLoss(words.length, wordsOut))
    return refuse(`it would lose ${words.length - wordsOut} of its ${words.length} words`)

  const { sourceId, slug, kind, headline, standfirst } = page
  const content = {
    language,
    slug,
    kind,
    headline,
    standfirst,
    translationGroupId: page.group ? idFor('page-group', page.group) : null,
  }
  const entry = (outcome: Entry['outcome']) =>
    entryOf(where, sourceId, outcome, losses, {
      wordsIn: words.length,
      wordsOut,
      reasons: pictures.notes,
      imagesMissing: pictures.missing,
    })
  const [present] = await tx
    .select()
    .from(pages)
    .where(or(eq(pages.sourceId, sourceId), and(eq(pages.language, language), eq(pages.slug, slug))))
  if (present && present.sourceId !== sourceId && present.sourceId !== null)
    return refuse(`another page, ${present.sourceId}, stands at its address`)
  if (present && isSame(present, content, resolved.body, page.updated)) return entry('unchanged')

  const body = present ? { ...resolved.body, content: keepIds(resolved.body.content, present.body.content) } : resolved.body
  const row = {
    ...content,
    sourceId,
    body,
    bodySchema: bodySchemaVersion,
    bodyText: bodyText(body),
    updatedAt: page.updated ?? course.now,
    ...(present && { version: present.version + 1 }),
  }
  const [written] = present
    ? await tx.update(pages).set(row).where(eq(pages.id, present.id)).returning({ id: pages.id })
    : await tx.insert(pages).values(row).returning({ id: pages.id })
  if (!written) throw new Error('A page was not written.')
  await keepPageRevision(tx, written.id, { authorId: null, restoredFrom: null, now: course.now })
  await announce(tx, 'change', [
    tagOf.page(written.id),
    tagOf.pages(language),
    ...(present ? [tagOf.pages(present.language)] : []),
  ])
  return entry(present ? 'updated' : 'created')
}

function isSame(
  present: typeof pages.$inferSelect,
  content: Pick<typeof pages.$inferInsert, 'language' | 'slug' | 'kind' | 'headline' | 'standfirst' | 'translationGroupId'>,
  body: unknown,
  updated: Date | null,
): boolean {
  const { language, slug, kind, headline, standfirst, translationGroupId } = present
  if (updated && updated.getTime() !== present.updatedAt.getTime()) return false
  const before = { language, slug, kind, headline, standfirst, translationGroupId }
  return saying([before, present.body]) === saying([content, body])
}

async function addressFault(tx: Transaction, language: Language, slug: string): Promise<string | null> {
  if (!slugPattern.test(slug)) return `its slug ${slug} is not made of letters, digits and hyphens`
  // The corrections list is an address of ours that a page about corrections explains.
  if (reservedSlugs.has(slug)) return `its slug ${slug} is an address of the site itself`
  const [section] = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(and(eq(sections.language, language), eq(sections.slug, slug)))
  return section ? `the section ${slug} stands at its address` : null
}

async function referencesOf(tx: Transaction, course: Course, reading: PageReading, pictures: FoundPictures) {
  await writePictures(tx, pictures.records)
  const names = new Set<string>()
  const look = (nodes: typeof reading.page.body): void => {
    for (const { attrs, marks, content } of nodes) {
      for (const one of [attrs, ...(marks ?? []).map((mark) => mark.attrs)]) {
        for (const name of [one?.mediaId, one?.articleId, ...(Array.isArray(one?.mediaIds) ? one.mediaIds : [])])
          if (typeof name === 'string') names.add(name)
      }
      look(content ?? [])
    }
  }
  look(reading.page.body)
  const byName = await findMediaIds(tx, [...names])
  const byHash = await findMediaByHash(tx, [...pictures.hashes.values()])
  const articleIds = await findArticleIds(tx, [...names])
  return {
    mediaId: (name: string) => byHash.get(pictures.hashes.get(name) ?? '') ?? byName.get(name) ?? null,
    articleId: (name: string) => articleIds.get(name) ?? (course.announced.has(name) ? idFor('article', name) : null),
  }
}
