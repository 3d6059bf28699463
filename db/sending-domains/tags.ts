/** The tags of a record as DKIM and DMARC write them: `name=value`, parted by semicolons. Names in lower case; the first of a name counts. */
export function tagsOf(record: string): Map<string, string> {
  const tags = new Map<string, string>()
  for (const part of record.split(';')) {
    const [name = '', ...value] = part.split('=')
    const key = name.trim().toLowerCase()
    if (key && value.length > 0 && !tags.has(key)) tags.set(key, value.join('=').trim())
  }
  return tags
}
