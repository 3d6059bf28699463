import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** Where the files of pictures are. Names are content hashes, so what stands under a name never changes. */
export type MediaStore = {
  /** The file's bytes and their number, or null if there is no such file. Whoever opens it reads or destroys it. */
  openRead: (file: string) => Promise<{ stream: Readable; bytes: number } | null>
  /** Keeps the bytes under a name; they are there whole or not at all. */
  write: (file: string, bytes: Uint8Array) => Promise<void>
  has: (file: string) => Promise<boolean>
  /** Removes a file for good; one that is not there is none. */
  remove: (file: string) => Promise<void>
}

/** What a media file may be called: one part of a path, in small letters, with an extension. */
export function isMediaFile(file: string): boolean {
  return /^[a-z0-9][a-z0-9_-]{0,150}\.[a-z0-9]{2,5}$/.test(file)
}

/** Media in a folder of this machine, which is made at the first write. A name that `isMediaFile` refuses throws a RangeError. */
export function folderMediaStore(folder: string): MediaStore {
  const pathOf = (file: string) => {
    if (!isMediaFile(file)) throw new RangeError('not the name of a media file')
    return join(folder, file.slice(0, 2), file)
  }
  return {
    openRead: async (file) => {
      const handle = await open(pathOf(file)).catch(onlyIfMissing)
      if (!handle) return null
      const { size } = await handle.stat()
      return { stream: createReadStream('', { fd: handle, highWaterMark: 256 * 1024 }), bytes: size }
    },
    write: async (file, bytes) => {
      const path = pathOf(file)
      const unfinished = `${path}.${randomUUID()}`
      await mkdir(join(path, '..'), { recursive: true })
      try {
        await writeFile(unfinished, bytes)
        await rename(unfinished, path)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
    },
    has: (file) =>
      access(pathOf(file)).then(
        () => true,
        () => false,
      ),
    remove: (file) => rm(pathOf(file), { force: true }),
  }
}

function onlyIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
