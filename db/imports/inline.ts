import type { AnyNode } from '../body/rules'

export type SourceMark = { type: string; attrs?: Record<string, unknown> }

/** Adds words to a run list under these marks, joining them to the run before when its marks are the same. */
export function appendText(inlines: AnyNode[], text: string, marks: readonly SourceMark[]): void {
  const clean = text.replaceAll('\0', '')
  if (!clean) return
  const last = inlines.at(-1)
  if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) last.text = `${last.text ?? ''}${clean}`
  else inlines.push(marks.length ? { type: 'text', text: clean, marks: [...marks] } : { type: 'text', text: clean })
}

/** The marks with one more inside them; a mark already there and its opposite (sub against sup) are replaced. */
export function withMark(marks: readonly SourceMark[], mark: SourceMark): SourceMark[] {
  const opposite = mark.type === 'sub' ? 'sup' : mark.type === 'sup' ? 'sub' : mark.type
  return [...marks.filter(({ type }) => type !== mark.type && type !== opposite), mark]
}

/** The same words under only those marks that their block allows, and how many runs lost one. */
export function keepMarks(inlines: readonly AnyNode[], allowed: ReadonlySet<string>): { inlines: AnyNode[]; lost: string[] } {
  const kept: AnyNode[] = []
  const lost: string[] = []
  for (const inline of inlines) {
    if (inline.type !== 'text') {
      kept.push(inline)
      continue
    }
    const marks = inline.marks ?? []
    for (const { type } of marks) if (!allowed.has(type)) lost.push(type)
    appendText(
      kept,
      inline.text ?? '',
      marks.filter(({ type }) => allowed.has(type)),
    )
  }
  return { inlines: kept, lost }
}

/** The words of a run list, line breaks as spaces. */
export function plainText(inlines: readonly AnyNode[]): string {
  return inlines.map((inline) => (inline.type === 'hardBreak' ? ' ' : (inline.text ?? ''))).join('')
}

/** The run list without white space and line breaks at its two ends. */
export function trimInlines(inlines: readonly AnyNode[]): AnyNode[] {
  const trimmed = inlines.map((inline) => ({ ...inline }))
  while (trimmed[0] && isBlank(trimmed[0])) trimmed.shift()
  for (let last = trimmed.at(-1); last && isBlank(last); last = trimmed.at(-1)) trimmed.pop()
  const first = trimmed[0]
  if (first?.text) first.text = first.text.replace(/^[ \t\r\n]+/, '')
  const last = trimmed.at(-1)
  if (last?.text) last.text = last.text.replace(/[ \t\r\n]+$/, '')
  return trimmed
}

export const headingMarks: ReadonlySet<string> = new Set(['em', 'link', 'sub', 'sup', 'lang'])
export const pullQuoteMarks: ReadonlySet<string> = new Set(['em', 'lang'])

function isBlank(inline: AnyNode): boolean {
  return inline.type === 'hardBreak' || !inline.text?.trim()
}

function sameMarks(one: readonly SourceMark[], other: readonly SourceMark[]): boolean {
  return one.length === other.length && JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(marks: readonly SourceMark[]): SourceMark[] {
  return [...marks].sort((a, b) => a.type.localeCompare(b.type))
}
