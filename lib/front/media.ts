import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { isMediaFile, type MediaStore } from '../media-store'
import { requestIdHeader } from './answers'
import { typeOf } from './assets'
import { matchesEtag } from './encodings'
import { keepableForEver } from './headers'

/** Answers `/media/<file>` from the store. Returns the status, or null if there is no such file: then nothing was written. */
export async function sendMedia(
  request: IncomingMessage,
  response: ServerResponse,
  store: MediaStore,
  file: string,
  strict: readonly string[],
  requestId: string,
): Promise<number | null> {
  const type = typeOf(file)
  if (!isMediaFile(file) || !type.startsWith('image/')) return null
  // A name is made of its content, so it is the content's ETag too.
  const etag = `"${file}"`
  const headers = ['Content-Type', type, 'ETag', etag, ...keepableForEver, ...strict, requestIdHeader, requestId]
  const condition = request.headers['if-none-match']
  const opened = await store.openRead(file)
  if (!opened) return null
  if (condition !== undefined && matchesEtag(condition, etag)) {
    opened.stream.destroy()
    response.writeHead(304, headers).end()
    return 304
  }
  response.writeHead(200, ['Content-Length', String(opened.bytes), ...headers])
  if (request.method === 'HEAD') {
    opened.stream.destroy()
    response.end()
    return 200
  }
  await pipeline(opened.stream, response)
  return 200
}
