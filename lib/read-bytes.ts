/** What was sent, whole; null if it is more than `most` bytes, of which no more is kept than that. */
export async function readBytes({ headers, body }: Request, most: number): Promise<Buffer | null> {
  if (Number(headers.get('content-length') ?? 0) > most) return null
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
