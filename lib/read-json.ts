/** Bytes of JSON that we take: the longest text with all its marks, and to spare. */
const largest = 8 * 1024 * 1024

/** The JSON that was sent, or null if it is none or more than we take; then the rest is not read. */
export async function readJson(request: Request): Promise<unknown> {
  const reader = request.body?.getReader()
  if (!reader) return null
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length
    if (bytes > largest) {
      await reader.cancel()
      return null
    }
    chunks.push(part.value)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return null
  }
}
