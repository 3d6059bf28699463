import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { and, eq, ne } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { tagOf } from '../../lib/cache-tags'
import { environment } from '../../lib/environment'
import { rootLanguage } from '../../lib/languages'
import { log } from '../../lib/log'
import { xmpPacket } from '../../lib/xmp'
import { listedArticles } from '../articles/listed-schema'
import { revisions } from '../articles/schema'
import { db, type Transaction } from '../client'
import { announce } from '../notices/commands'
import { findSettings } from '../settings/queries'
import type { Settings } from '../settings/rules'
import { differenceHashOf } from './difference-hash'
import { type DrawnRendition, drawRenditions } from './drawing'
import { rightsOf } from './file-rights'
import { servedFiles } from './files'
import { readOriginal } from './originals'
import { drawnCrops, quickFormats, slowFormats } from './rules'
import { media, renditions } from './schema'
import { type WantedRendition, wantedRenditions } from './wanted-renditions'

/**
 * `complete`: there was nothing to do. `changed`: the picture was changed meanwhile, and whoever did that promised the work
 * again. `original-missing`: the media store has lost the file.
 */
export type RenditionsOutcome = 'made' | 'complete' | 'changed' | 'original-missing' | 'unknown'

type MediaRow = typeof media.$inferSelect

/** Counted up when files are to be made differently: all that exist are then out of date. */
const recipeVersion = 1

/** `first`: the one small file that lists of the dashboard show. `quick`: what every browser can show. `slow`: what takes ten times as long. */
type Speed = 'first' | 'quick' | 'slow'

/** Makes the files of a picture that are missing or out of date and lists them; those out of date are listed until then. */
export async function makeRenditions(mediaId: string, speed: Speed): Promise<RenditionsOutcome> {
  if (speed === 'slow') {
    // Making one of two recipes takes the other off the lists, and what every browser can show must not be missing there.
    const quick = await makeRenditions(mediaId, 'quick')
    if (quick !== 'made' && quick !== 'complete') return quick
  }
  const [picture] = await db.select().from(media).where(eq(media.id, mediaId))
  if (!picture) return 'unknown'
  const settings = await findSettings()
  const recipe = recipeOf(picture, settings)
  const missing = await listMissing(picture, recipe, wantedAt(speed, picture))
  if (missing.length === 0) return 'complete'
  const original = await readOriginal(picture)
  if (!original) return 'original-missing'

  const xmp = packetFor(picture, settings, environment().PUBLIC_URL)
  const differenceHash = picture.differenceHash ?? (await differenceHashOf(original))
  const made: NewRendition[] = []
  for await (const drawn of drawRenditions(original, picture, missing, xmp)) made.push(await keep(drawn, mediaId, recipe))
  return db.transaction(async (tx) => {
    const [now] = await tx.select().from(media).where(eq(media.id, mediaId)).for('update')
    if (!now || recipeOf(now, await findSettings(tx)) !== recipe) return 'changed'
    if (!now.differenceHash) await tx.update(media).set({ differenceHash }).where(eq(media.id, mediaId))
    await list(tx, mediaId, recipe, made)
    return 'made'
  })
}

/**
 * Makes the quick renditions of many pictures, as many at once as the machine has cores. `onDone` is called after each, for a
 * progress bar. What cannot be made is left to the promised jobs, which say why.
 */
export async function makeQuickRenditions(mediaIds: readonly string[], onDone = () => {}): Promise<void> {
  const waiting = [...mediaIds]
  const workOff = async () => {
    for (let id = waiting.shift(); id; id = waiting.shift()) {
      try {
        await makeRenditions(id, 'quick')
      } catch (error) {
        // The promised job tries again and is kept with its reason; the other pictures need not wait for that.
        log.warn({ mediaId: id, err: error }, 'renditions not made')
      }
      onDone()
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, workOff))
}

type NewRendition = typeof renditions.$inferInsert

function packetFor(picture: MediaRow, { name, trainingAllowed }: Settings, origin: string): string {
  return xmpPacket(rightsOf(picture, { name, trainingAllowed, republish: origin + addressOf.republish(rootLanguage) }))
}

/** Without the site's own address: a process started under another one must not find every file out of date. */
function recipeOf(picture: MediaRow, settings: Settings): string {
  const { contentHash, focalX, focalY, crops } = picture
  const drawn = drawnCrops.flatMap((crop) => (crops[crop] ? [[crop, crops[crop]]] : []))
  const ingredients = [recipeVersion, contentHash, focalX, focalY, packetFor(picture, settings, ''), ...drawn]
  return createHash('sha256').update(JSON.stringify(ingredients)).digest('hex').slice(0, 16)
}

function wantedAt(speed: Speed, picture: MediaRow): WantedRendition[] {
  switch (speed) {
    case 'first':
      return wantedRenditions(picture, ['webp'])
        .filter(({ crop }) => crop === 'whole')
        .slice(0, 1)
    case 'quick':
      return wantedRenditions(picture, quickFormats)
    case 'slow':
      return wantedRenditions(picture, slowFormats)
  }
}

async function listMissing(picture: MediaRow, recipe: string, wanted: readonly WantedRendition[]): Promise<WantedRendition[]> {
  const rows = await db
    .select({ crop: renditions.crop, format: renditions.format, width: renditions.width })
    .from(renditions)
    .where(and(eq(renditions.mediaId, picture.id), eq(renditions.recipe, recipe)))
  const present = new Set(rows.map(nameOf))
  return wanted.filter((one) => !present.has(nameOf(one)))
}

function nameOf({ crop, format, width }: { crop: string; format: string; width: number }): string {
  return `${crop} ${format} ${width}`
}

/** The name comes from the bytes, so writing it twice writes the same, and nothing that is kept for ever ever changes. */
async function keep({ content, ...drawn }: DrawnRendition, mediaId: string, recipe: string): Promise<NewRendition> {
  const file = `${createHash('sha256').update(content).digest('hex').slice(0, 40)}.${drawn.format}`
  const store = servedFiles()
  if (!(await store.has(file))) await store.write(file, content)
  return { ...drawn, mediaId, recipe, file, bytes: content.length }
}

async function list(tx: Transaction, mediaId: string, recipe: string, made: NewRendition[]): Promise<void> {
  const [before] = await tx.select({ id: renditions.id }).from(renditions).where(eq(renditions.mediaId, mediaId)).limit(1)
  // All of an older recipe go at once, the slow format too: a browser must not be offered the old crop beside the new one.
  await tx.delete(renditions).where(and(eq(renditions.mediaId, mediaId), ne(renditions.recipe, recipe)))
  await tx.insert(renditions).values(made).onConflictDoNothing()
  const shownFirst = before ? [] : await listArticlesOpenedBy(tx, mediaId)
  await announce(tx, 'change', [tagOf.media(mediaId), ...shownFirst.map(tagOf.article)])
}

/** The listed articles whose hero it is. Lists that left out a picture without files cannot stand under its tag; they stand under their articles' tags. */
export async function listArticlesOpenedBy(tx: Transaction, mediaId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: listedArticles.articleId })
    .from(listedArticles)
    .innerJoin(revisions, eq(revisions.id, listedArticles.revisionId))
    .where(eq(revisions.heroMediaId, mediaId))
  return rows.map((row) => row.id)
}
