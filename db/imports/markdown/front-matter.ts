import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

export type Parsed<T> = { ok: true; value: T; unknown: string[] } | { ok: false; reason: string }

/** The YAML between the first two `---` lines and what follows it; null when the text does not begin with such a block. */
export function splitFrontMatter(text: string): { yaml: string; body: string } | null {
  const opening = /^---[ \t]*\r?\n/.exec(text)
  if (!opening) return null
  const closing = /^(?:---|\.\.\.)[ \t]*$/m
  const rest = text.slice(opening[0].length)
  const end = closing.exec(rest)
  if (!end) return null
  return { yaml: rest.slice(0, end.index), body: rest.slice(end.index + end[0].length).replace(/^\r?\n/, '') }
}

/**
 * Parses YAML and checks its shape. A refusal names the line (`firstLine` is the number of the first one in its file) and the
 * field. Aliases are bounded, so a small file cannot grow into a large value. `unknown` are the fields that the shape does
 * not have.
 */
export function parseYaml<T extends z.ZodType>(yaml: string, shape: T, firstLine = 1): Parsed<z.infer<T>> {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1
  const fault = document.errors[0]
  if (fault) return { ok: false, reason: `line ${lineAt(fault.pos[0])}: ${firstSentence(fault.message)}` }
  const value = toValue(document)
  if (!value.ok) return value

  const checked = shape.safeParse(value.value)
  if (checked.success) return { ok: true, value: checked.data, unknown: lostKeys(value.value, checked.data, '') }
  const issue = checked.error.issues[0]
  const path = issue?.path ?? []
  return {
    ok: false,
    reason: `line ${lineAt(offsetOf(document, path))}, ${path.join('.') || 'front matter'}: ${issue?.message ?? 'not of the format'}`,
  }
}

type Document = ReturnType<typeof parseDocument>

function toValue(document: Document): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 50 }) ?? {} }
  } catch (cause) {
    return { ok: false, reason: cause instanceof Error ? firstSentence(cause.message) : 'not YAML' }
  }
}

/** Where the deepest part of the path that exists stands; a missing field is told at what should contain it. */
function offsetOf(document: Document, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return Number(node.range[0])
  }
  return 0
}

/** Paths of what was written and is not in the checked value: an unquoted comma in `{ text: One, two }` makes such a field. */
function lostKeys(written: unknown, kept: unknown, path: string): string[] {
  if (Array.isArray(written) && Array.isArray(kept))
    return written.flatMap((part, index) => lostKeys(part, kept[index], `${path}${index}.`))
  if (!isRecord(written) || !isRecord(kept)) return []
  return Object.entries(written).flatMap(([key, value]) =>
    Object.hasOwn(kept, key) ? lostKeys(value, kept[key], `${path}${key}.`) : [`${path}${key}`],
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

function firstSentence(message: string): string {
  return (
    message
      .split('\n')[0]
      ?.replace(/ at line \d+.*$/, '')
      .slice(0, 200) ?? ''
  )
}
