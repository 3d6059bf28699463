import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, opendir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isMediaFile } from '../../lib/media-store'
import { BackupFault } from './fault'
import type { SavedFile } from './manifest'

/** How far the copying of files is. */
export type Progress = (files: number, bytes: number) => void

type Saved = {
  files: SavedFile[]
  /** Those whose bytes are not those that their name says, which holds their hash. */
  damaged: string[]
}

/** Copies every file of the media store, originals and renditions, to the folder `media` of a backup. Copies, not links: what harms one spares the other. */
export async function saveMedia(store: string, folder: string, onProgress: Progress): Promise<Saved> {
  const saved: Saved = { files: [], damaged: [] }
  let bytes = 0
  for await (const file of listFiles(store)) {
    const copied = await copy(join(store, file), join(folder, 'media', file)).catch(onlyIfMissing)
    // Renditions that are out of date may be removed meanwhile.
    if (!copied) continue
    saved.files.push({ file, ...copied })
    if (!isNamedAfter(file, copied.sha256)) saved.damaged.push(file)
    bytes += copied.bytes
    onProgress(saved.files.length, bytes)
  }
  saved.files.sort((a, b) => (a.file < b.file ? -1 : 1))
  return saved
}

/**
 * Copies a backup's files back into the media store, each looked at on the way; one that is not as it was saved is a fault, and gets no name in the
 * store. What the store has already is left as it is if it is whole. Returns how many were written.
 */
export async function restoreMedia(
  files: readonly SavedFile[],
  folder: string,
  store: string,
  onProgress: Progress,
): Promise<number> {
  let done = 0
  let bytes = 0
  let written = 0
  for (const saved of files) {
    const target = join(store, safe(saved.file))
    const present = await measure(target).catch(onlyIfMissing)
    if (present?.sha256 !== saved.sha256) {
      await restoreFile(saved, join(folder, 'media', saved.file), target)
      written++
    }
    bytes += saved.bytes
    onProgress(++done, bytes)
  }
  return written
}

async function restoreFile(saved: SavedFile, source: string, target: string) {
  const unfinished = `${target}.${randomUUID()}`
  try {
    const copied = await copy(source, unfinished).catch(onlyIfMissing)
    if (!copied) throw new BackupFault(`media/${saved.file} is missing.`)
    if (copied.sha256 !== saved.sha256) throw new BackupFault(`media/${saved.file} is not as it was written.`)
    await rename(unfinished, target)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function copy(source: string, target: string): Promise<Omit<SavedFile, 'file'>> {
  await mkdir(dirname(target), { recursive: true })
  const meter = new Meter()
  await pipeline(createReadStream(source), meter.passing, createWriteStream(target, { flags: 'wx' }))
  return meter.result()
}

async function measure(path: string): Promise<Omit<SavedFile, 'file'>> {
  const meter = new Meter()
  for await (const _ of meter.passing(createReadStream(path)));
  return meter.result()
}

class Meter {
  #sum = createHash('sha256')
  #bytes = 0

  readonly passing = async function* (this: Meter, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      this.#sum.update(chunk)
      this.#bytes += chunk.length
      yield chunk
    }
  }.bind(this)

  result(): Omit<SavedFile, 'file'> {
    return { bytes: this.#bytes, sha256: this.#sum.digest('hex') }
  }
}

/** Paths below the store. What is being written has another kind of name. */
async function* listFiles(store: string): AsyncGenerator<string> {
  const folder = await opendir(store, { recursive: true }).catch(onlyIfMissing)
  if (!folder) return
  for await (const entry of folder)
    if (entry.isFile() && isMediaFile(entry.name)) yield relative(store, join(entry.parentPath, entry.name))
}

/** Originals are named by the whole hash of their bytes, renditions by its beginning. */
function isNamedAfter(file: string, sha256: string): boolean {
  const [named = ''] = /^[0-9a-f]{16,}/.exec(basename(file)) ?? []
  return sha256.startsWith(named)
}

function safe(file: string): string {
  if (file.split('/').every((part) => /^[a-z0-9][a-z0-9._-]*$/.test(part) && !part.includes('..'))) return file
  throw new BackupFault(`The backup names a media file that cannot be one: ${file}`)
}

function onlyIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
