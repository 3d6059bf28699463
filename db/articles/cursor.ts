/** A place in a list by recency: what stands after it is older. */
export type Cursor = { publishedAt: Date; articleId: string }

/** 22 to 31 letters and digits that may stand in an address. */
export function encodeCursor({ publishedAt, articleId }: Cursor): string {
  const moment = Buffer.alloc(8)
  moment.writeBigInt64BE(BigInt(publishedAt.getTime()))
  return Buffer.concat([moment, Buffer.from(articleId.replaceAll('-', ''), 'hex')]).toString('base64url')
}

/** Null for what is not a cursor in its one spelling. */
export function decodeCursor(text: string): Cursor | null {
  if (!/^[A-Za-z0-9_-]{32}$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  const publishedAt = new Date(Number(bytes.readBigInt64BE(0)))
  if (Number.isNaN(publishedAt.getTime())) return null
  const hex = bytes.toString('hex', 8)
  const articleId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  const cursor = { publishedAt, articleId }
  return encodeCursor(cursor) === text ? cursor : null
}
