import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after } from 'node:test'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { articles } from '../articles/schema'
import { db } from '../client'
import type { Entry } from './ledger'
import { type ImportSummary, runImport } from './run-import'

/** A folder for one test file, gone after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-import-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files under a folder; names are paths inside it. */
export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** A small picture; another `shade` makes another one. */
export function picture(shade: number, format: 'png' | 'jpeg' | 'webp' = 'png'): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: { r: shade, g: 80, b: 120 } } })
    .toFormat(format)
    .toBuffer()
}

/** Prose of so many words, all different enough to be counted. */
export function prose(words: number): string {
  return Array.from({ length: words }, (_, index) => `word${index}`).join(' ')
}

/** A Markdown article that has all it needs; `fields` are further lines of its front matter. */
export function articleText(fields: string, body = `${prose(60)}.`): string {
  return `---\nlanguage: en\nsection: news\npublished: 2020-01-02T10:00:00Z\n${fields}\n---\n\n${body}\n`
}

export async function articleBy(sourceId: string) {
  const [row] = await db.select().from(articles).where(eq(articles.sourceId, sourceId))
  if (!row) throw new Error(`${sourceId} is not there`)
  return row
}

export type Ran = { summary: ImportSummary; entries: Entry[]; entry: (part: string) => Entry }

/** Imports paths and gives what was told; `entry` finds the line whose file contains a text. */
export async function importPaths(paths: string[], more: { isDryRun?: boolean; now?: Date } = {}): Promise<Ran> {
  const entries: Entry[] = []
  const { isDryRun = false, now = new Date('2026-11-22T12:00:00Z') } = more
  const summary = await runImport(db, { paths, isDryRun, now, onEntry: (entry) => entries.push(entry), onProgress: () => {} })
  const entry = (part: string) => {
    const found = entries.find(({ file }) => file.includes(part))
    if (!found) throw new Error(`There is no line for ${part} among ${entries.map(({ file }) => file).join(', ')}`)
    return found
  }
  return { summary, entries, entry }
}
