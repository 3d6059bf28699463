import { eq } from 'drizzle-orm'
import { tagOf } from '../../../lib/cache-tags'
import type { Transaction } from '../../client'
import { arrangeFront } from '../../fronts/commands'
import { frontSlots, fronts } from '../../fronts/schema'
import { announce } from '../../notices/commands'
import { redirects } from '../../redirects/schema'
import { saying } from '../identity'
import { keepOldAddresses, oldPath } from '../old-addresses'
import { findArticleIds } from '../present'
import type { PublicationFile } from './publication-file'
import type { Parts } from './write-publication'

/** Writes what refers to articles, when they are there: the curated fronts and the redirects. */
export async function writePlacements(tx: Transaction, file: PublicationFile): Promise<Parts> {
  const notes: string[] = []
  const changed: string[] = []
  const named = [
    ...file.fronts.flatMap(({ slots }) => slots.map(({ article }) => article)),
    ...file.redirects.flatMap(({ article }) => article || []),
  ]
  const ids = await findArticleIds(tx, named)
  const idOf = (name: string) => {
    const id = ids.get(name)
    if (!id) notes.push(`It places ${name}, which does not exist.`)
    return id
  }
  for (const front of file.fronts) if (await writeFront(tx, front, idOf)) changed.push(`front ${front.language}`)
  if (await writeRedirects(tx, file, idOf, notes)) changed.push('redirects')
  return { changed, notes }
}

async function writeFront(
  tx: Transaction,
  front: PublicationFile['fronts'][number],
  idOf: (name: string) => string | undefined,
): Promise<boolean> {
  const slots = front.slots.flatMap(({ article, zone, headline, kicker, startsAt, endsAt }) => {
    const articleId = idOf(article)
    return articleId ? [{ zone, articleId, headline, kicker, startsAt: startsAt ?? null, endsAt: endsAt ?? null }] : []
  })
  const present = await tx
    .select({
      zone: frontSlots.zone,
      articleId: frontSlots.articleId,
      headline: frontSlots.headline,
      kicker: frontSlots.kicker,
      startsAt: frontSlots.startsAt,
      endsAt: frontSlots.endsAt,
    })
    .from(frontSlots)
    .innerJoin(fronts, eq(fronts.id, frontSlots.frontId))
    .where(eq(fronts.language, front.language))
    .orderBy(frontSlots.position)
  if (saying(present) === saying(slots)) return false
  await arrangeFront(tx, front.language, slots)
  return true
}

async function writeRedirects(
  tx: Transaction,
  file: PublicationFile,
  idOf: (name: string) => string | undefined,
  notes: string[],
): Promise<boolean> {
  const toArticles: { path: string; articleId: string; notes: string[] }[] = []
  const toAddresses: { path: string; target: string }[] = []
  for (const { from, to, article } of file.redirects) {
    const path = oldPath(from)
    const articleId = article ? idOf(article) : undefined
    const target = to && /^\/(?![/\\])/.test(to) ? to : null
    if (path && articleId) toArticles.push({ path, articleId, notes })
    else if (path && target && path !== target) toAddresses.push({ path, target })
    else if (!article || !path)
      notes.push(`The redirect from ${from.slice(0, 200)} was left out: it is no address of a page, or leads to none of ours.`)
  }
  const tags = await keepOldAddresses(tx, toArticles)
  const made = toAddresses.length
    ? await tx.insert(redirects).values(toAddresses).onConflictDoNothing().returning({ path: redirects.path })
    : []
  if (made.length > 0) tags.push(tagOf.redirects, ...made.map(({ path }) => tagOf.address(encodeURI(path))))
  if (tags.length > 0) await announce(tx, 'change', tags)
  return tags.length > 0
}
