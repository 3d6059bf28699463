/** An address with what is asked of it, as far as anything is. */
export function addressWith(path: string, asked: Record<string, string | number | undefined>): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const query = new URLSearchParams(given).toString()
  return query ? `${path}?${query}` : path
}
