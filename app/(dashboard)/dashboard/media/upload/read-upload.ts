import { uploadLimits } from '@/db/media/rules'

/** What was sent, whole; null if it is more than is taken, of which no more is kept than that. */
export async function readUpload({ headers, body }: Request): Promise<Buffer | null> {
  if (Number(headers.get('content-length') ?? 0) > uploadLimits.bytes) return null
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > uploadLimits.bytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
