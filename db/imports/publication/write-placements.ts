import { tagOf } from '../../../lib/cache-tags'
import type { Transaction } from '../../client'
import { findFrontState } from '../../fronts/arrangements'
import { arrangeFront } from '../../fronts/commands'
import { type Banner, emptyArrangement } from '../../fronts/rules'
import { inOrderOfZones, slotsOf } from '../../fronts/slots'
import { announce } from '../../notices/commands'
import { redirectPath, redirectTarget } from '../../redirects/rules'
import { redirects } from '../../redirects/schema'
import { saying } from '../identity'
import { keepOldAddresses } from '../old-addresses'
import { findArticleIds, findPictureIds } from '../present'
import type { PublicationFile } from './publication-file'
import type { Parts } from './write-publication'

type FrontFile = PublicationFile['fronts'][number]

/** What names of the file stand for; what is not there is noted. */
type Named = { article: (name: string) => string | undefined; picture: (name: string | null | undefined) => string | null }

/** Writes what refers to articles, when they are there: the curated fronts and the redirects. */
export async function writePlacements(tx: Transaction, file: PublicationFile): Promise<Parts> {
  const notes: string[] = []
  const changed: string[] = []
  const named = [
    ...file.fronts.flatMap(({ slots, banner }) => [...slots.map(({ article }) => article), banner?.article || []].flat()),
    ...file.redirects.flatMap(({ article }) => article || []),
  ]
  const ids = await findArticleIds(tx, named)
  const idOf = (name: string) => {
    const id = ids.get(name)
    if (!id) notes.push(`It places ${name}, which does not exist.`)
    return id
  }
  const pictures = await findPictureIds(
    tx,
    file.fronts.flatMap(({ slots }) => slots.flatMap(({ picture }) => picture || [])),
  )
  const pictureOf = (name: string | null | undefined) => {
    if (name && !pictures.has(name)) notes.push(`A front shows the picture ${name}, which does not exist.`)
    return (name && pictures.get(name)) || null
  }
  const names = { article: idOf, picture: pictureOf }
  for (const front of file.fronts) if (await writeFront(tx, front, names)) changed.push(`front ${front.language}`)
  if (await writeRedirects(tx, file, idOf, notes)) changed.push('redirects')
  return { changed, notes }
}

async function writeFront(tx: Transaction, front: FrontFile, named: Named): Promise<boolean> {
  const slots = front.slots.flatMap(({ article, picture, zone, headline, kicker, startsAt, endsAt }) => {
    const articleId = named.article(article)
    const times = { startsAt: startsAt ?? null, endsAt: endsAt ?? null }
    return articleId ? [{ zone, articleId, headline, kicker, mediaId: named.picture(picture), ...times }] : []
  })
  const wanted = inOrderOfZones(slots)
  const banner = bannerFrom(front.banner, named)
  const { live } = await findFrontState(front.language, tx)
  const present = live?.arrangement ?? emptyArrangement
  if (saying([slotsOf(present), present.banner]) === saying([wanted, banner])) return false
  await arrangeFront(tx, front.language, wanted, banner)
  return true
}

/** What it would lead to is not there: then neither is the banner. */
function bannerFrom(banner: FrontFile['banner'], named: Named): Banner | null {
  if (!banner) return null
  const { text, article, address, startsAt, endsAt } = banner
  const articleId = article ? named.article(article) : null
  if (articleId === undefined) return null
  const times = { startsAt: startsAt?.toISOString() ?? null, endsAt: endsAt.toISOString() }
  if (articleId) return { text, link: { kind: 'article', articleId }, ...times }
  return { text, link: address ? { kind: 'address', address } : null, ...times }
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
    const path = redirectPath(from)
    const articleId = article ? idOf(article) : undefined
    const target = to && redirectTarget(to)
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
