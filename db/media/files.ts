import { join } from 'node:path'
import { environment } from '../../lib/environment'
import { folderMediaStore, type MediaStore } from '../../lib/media-store'

/** The files that readers are served. */
export function servedFiles(): MediaStore {
  return folderMediaStore(environment().MEDIA_FOLDER)
}

/** The originals, which are never served: no address leads into their folder. */
export function originalFiles(): MediaStore {
  return folderMediaStore(join(environment().MEDIA_FOLDER, 'originals'))
}

/** What the original of a picture is called in its store: its hash, and an extension that tells its type. */
export function originalName(original: { contentHash: string; mimeType: string }): string {
  return `${original.contentHash}.${original.mimeType.replace('image/', '')}`
}
