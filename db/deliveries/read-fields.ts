/**
 * Reads groups of fields as RFC 3464 and RFC 5965 write them: `Name: value`, continued on lines that begin with a space, an empty line between the
 * groups. Names in lower case; of a field that stands twice the first counts.
 */
export function readFields(text: string): Map<string, string>[] {
  return text
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map(groupOf)
    .filter((group) => group.size > 0)
}

function groupOf(text: string): Map<string, string> {
  const group = new Map<string, string>()
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? []
    const key = name.toLowerCase()
    if (key && !group.has(key)) group.set(key, value.trim())
  }
  return group
}
