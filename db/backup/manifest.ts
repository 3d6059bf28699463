import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const count = z.number().int().nonnegative()
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const savedTable = z.object({
  schema: z.string(),
  name: z.string(),
  /** Those that are stored, in the order of the file. */
  columns: z.array(z.string()),
  /** A table in parts is saved as one; parts that are missing are made again. */
  partitions: z.array(z.object({ name: z.string(), bounds: z.string().regex(/^[\w '():,+.-]+$/) })),
  /** Under the backup's folder, gzip. */
  file: z.string(),
  rows: count,
  bytes: count,
  /** Of what is in the file, uncompressed: whether the file is as it was written. */
  sha256: hash,
  /** Of the rows in whatever order: whether a table holds the same. */
  digest: hash,
})

const savedSequence = z.object({ schema: z.string(), name: z.string(), value: z.string(), isCalled: z.boolean() })
const savedFile = z.object({ file: z.string(), bytes: count, sha256: hash })

/** The version of this format; a folder that says another cannot be read. */
const format = 1

const manifest = z.object({
  format: z.literal(format),
  takenAt: z.iso.datetime(),
  /** Of Postgres. */
  serverVersion: z.string(),
  /** The newest migration that had been applied. */
  level: count,
  /** The version that the job queue gives its own tables. */
  jobsVersion: count,
  /** Tells whether a restored database stands under the same secret, and nothing of it. */
  secretMark: z.string(),
  tables: z.array(savedTable),
  sequences: z.array(savedSequence),
  media: z.array(savedFile),
})

export type SavedTable = z.infer<typeof savedTable>
export type SavedSequence = z.infer<typeof savedSequence>
export type SavedFile = z.infer<typeof savedFile>
export type Manifest = z.infer<typeof manifest>

/** Writes the list of what a backup holds: the last of its files, since without it a folder is no backup. */
export async function writeManifest(folder: string, content: Omit<Manifest, 'format'>): Promise<void> {
  const unfinished = join(folder, 'manifest.json.unfinished')
  await writeFile(unfinished, `${JSON.stringify({ format, ...content }, null, 1)}\n`, { mode: 0o600, flush: true })
  await rename(unfinished, join(folder, 'manifest.json'))
}

/** What a backup holds; null if the folder is none, or of another format. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  } catch (error) {
    const isNone = error instanceof z.ZodError || error instanceof SyntaxError
    if (isNone || (error instanceof Error && 'code' in error && /^E(NOENT|NOTDIR)$/.test(String(error.code)))) return null
    throw error
  }
}
