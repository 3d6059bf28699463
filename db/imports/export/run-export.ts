import { mkdir, open, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { asc } from 'drizzle-orm'
import { environment } from '../../../lib/environment'
import { slugFrom } from '../../articles/rules'
import type { Database, Transaction } from '../../client'
import { readOriginal } from '../../media/originals'
import { pages } from '../../pages/schema'
import { findSettings } from '../../settings/queries'
import { articleFile, frontMatter, moment } from './article-file'
import { bodyMarkdown } from './body-markdown'
import { type ExportedArticle, exportedArticles } from './exported-article'
import { ninjsItem } from './ninjs-item'
import { groupNames, mediaFile, publicationFile } from './publication-files'
import { mediaName, readWorld, type World } from './world'

export type ExportSummary =
  | { kind: 'done'; articles: number; pages: number; pictures: number; missingPictures: string[] }
  /** Somebody's files would be mixed with ours. */
  | { kind: 'not-empty' }

/**
 * Writes the whole publication into an empty folder, as it stood at one moment: descriptions, pictures, articles and pages as
 * Markdown, and the articles as ninjs 3.1 as well. Importing the folder gives the same site.
 */
export async function runExport(db: Database, folder: string, onProgress: (articles: number) => void): Promise<ExportSummary> {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) return { kind: 'not-empty' }
  return db.transaction((tx) => writeAll(tx, folder, onProgress), { isolationLevel: 'repeatable read', accessMode: 'read only' })
}

async function writeAll(tx: Transaction, folder: string, onProgress: (articles: number) => void): Promise<ExportSummary> {
  const world = await readWorld(tx, environment().PUBLIC_URL)
  const { name } = await findSettings(tx)
  const count = await writeArticles(tx, folder, world, name, onProgress)
  const pageCount = await writePages(tx, folder, world)
  const missingPictures = await writePictures(folder, world)
  await put(folder, 'media.yaml', mediaFile(world))
  // Last, so that a folder that was cut off is known by its absence.
  await put(folder, 'publication.yaml', await publicationFile(tx, world))
  return { kind: 'done', articles: count, pages: pageCount, pictures: world.media.size - missingPictures.length, missingPictures }
}

async function writeArticles(
  tx: Transaction,
  folder: string,
  world: World,
  publication: string,
  onProgress: (articles: number) => void,
): Promise<number> {
  const taken = new Set<string>()
  let count = 0
  const lines = await open(join(folder, 'articles.jsonl'), 'w')
  try {
    for await (const batch of exportedArticles(tx)) {
      for (const article of batch) {
        await put(folder, fileName(article, taken), articleFile(article, world))
        await lines.write(`${JSON.stringify(ninjsItem(article, world, publication))}\n`)
      }
      count += batch.length
      onProgress(count)
    }
  } finally {
    await lines.close()
  }
  return count
}

function fileName({ row }: ExportedArticle, taken: Set<string>): string {
  const plain = `articles/${slugFrom(row.language)}/${slugFrom(row.slug)}`
  const name = taken.has(plain) ? `${plain}-${row.id.slice(0, 8)}` : plain
  taken.add(name)
  return `${name}.md`
}

async function writePages(tx: Transaction, folder: string, world: World): Promise<number> {
  const rows = await tx.select().from(pages).orderBy(asc(pages.language), asc(pages.slug))
  const groups = groupNames(rows)
  const names = { article: (id: string) => world.articles.get(id)?.sourceId ?? null, media: (id: string) => mediaName(world, id) }
  for (const { id, sourceId, language, slug, kind, translationGroupId, headline, standfirst, updatedAt, body } of rows) {
    const group = groups.get(translationGroupId ?? '') ?? null
    const head = frontMatter({
      id: sourceId ?? id,
      language,
      slug,
      kind,
      group,
      headline,
      standfirst,
      updated: moment(updatedAt),
    })
    await put(folder, `pages/${slugFrom(language)}-${slugFrom(slug)}.md`, `${head}\n${bodyMarkdown(body, names)}\n`)
  }
  return rows.length
}

async function writePictures(folder: string, world: World): Promise<string[]> {
  const missing: string[] = []
  for (const picture of world.media.values()) {
    const bytes = await readOriginal(picture)
    if (bytes) await put(folder, picture.file, bytes)
    else missing.push(picture.name)
  }
  return missing
}

async function put(folder: string, file: string, content: string | Uint8Array): Promise<void> {
  const path = join(folder, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}
