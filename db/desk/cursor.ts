/** A place in the desk's list: the value it is ordered by, in milliseconds (infinite for none), and the article. */
export type DeskCursor = { value: number; articleId: string }

/** Letters, digits, a hyphen and a dot. */
export function encodeDeskCursor({ value, articleId }: DeskCursor): string {
  const written = value === Number.POSITIVE_INFINITY ? 'z' : value === Number.NEGATIVE_INFINITY ? '-z' : value.toString(10)
  return `${written}.${articleId.replaceAll('-', '')}`
}

/** Null for what is not a cursor in its one spelling. */
export function decodeDeskCursor(text: string): DeskCursor | null {
  const [, written, hex] = /^(-?z|-?\d{1,15})\.([0-9a-f]{32})$/.exec(text) ?? []
  if (!written || !hex) return null
  const value = written === 'z' ? Number.POSITIVE_INFINITY : written === '-z' ? Number.NEGATIVE_INFINITY : Number(written)
  const articleId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  if (Number.isFinite(value) && Number.isNaN(new Date(value).getTime())) return null
  const cursor = { value, articleId }
  return encodeDeskCursor(cursor) === text ? cursor : null
}
