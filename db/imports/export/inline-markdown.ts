import { directionOf } from '../../../lib/languages'
import type { AnyNode } from '../../body/rules'
import { plainText } from '../inline'

/**
 * Where running text stands: `block` may have lines of its own, the others are one line, and each has signs that would mean
 * something there.
 */
export type Line = 'block' | 'heading' | 'cell' | 'label'

type Mark = NonNullable<AnyNode['marks']>[number]
type Atom = { kind: 'text'; text: string } | { kind: 'open' | 'close'; mark: Mark } | { kind: 'break' }

/** Marks from the outside to the inside, as they are nested when they begin together. */
const nesting = ['link', 'strong', 'em', 'sub', 'sup', 'lang'] as const

/** What stands between marks of emphasis and words decides whether they are marks; `other` are letters and digits. */
type CharacterClass = 'space' | 'sign' | 'other'

type Output = {
  text: string
  line: Line
  /** The last character, while it is one of the words and not a sign of ours. */
  last: string | null
  /** What the next character may not be, because of the mark before it. */
  wants: 'no space' | 'no word' | null
  isLineStart: boolean
}

/**
 * Running text as Markdown that reads back as the same runs. `articleName` gives the source id of an article, or null when there is
 * none to link to.
 */
export function inlineMarkdown(inlines: readonly AnyNode[], line: Line, articleName: (id: string) => string | null): string {
  const output: Output = { text: '', line, last: null, wants: null, isLineStart: line !== 'label' }
  const atoms = atomsOf(inlines, 0, articleName)
  for (const [index, atom] of atoms.entries()) {
    if (atom.kind === 'text') putText(output, atom.text, atoms[index + 1])
    else if (atom.kind === 'break') putBreak(output, index, atoms)
    else if (atom.kind === 'open') openMark(output, atom.mark)
    else closeMark(output, atom.mark, articleName)
  }
  protectLast(output, 'space')
  return output.text
}

/** A text that carries no marks, as it may stand in a line. */
export function plainMarkdown(text: string, line: Line): string {
  return text ? inlineMarkdown([{ type: 'text', text }], line, () => null) : ''
}

function atomsOf(inlines: readonly AnyNode[], level: number, articleName: (id: string) => string | null): Atom[] {
  const type = nesting[level]
  if (type === undefined)
    return inlines.map(
      (inline): Atom => (inline.type === 'hardBreak' ? { kind: 'break' } : { kind: 'text', text: inline.text ?? '' }),
    )
  const atoms: Atom[] = []
  for (let from = 0; from < inlines.length; ) {
    const mark = markOf(inlines[from], type, articleName)
    let to = from + 1
    while (to < inlines.length && sameMark(markOf(inlines[to], type, articleName), mark)) to += 1
    const inside = atomsOf(inlines.slice(from, to), level + 1, articleName)
    atoms.push(...(mark ? [{ kind: 'open', mark } as const, ...inside, { kind: 'close', mark } as const] : inside))
    from = to
  }
  return joined(atoms)
}

/** Runs that only differed in a mark that was left out are one again. */
function joined(atoms: readonly Atom[]): Atom[] {
  const result: Atom[] = []
  for (const atom of atoms) {
    const last = result.at(-1)
    if (atom.kind === 'text' && last?.kind === 'text') result.splice(-1, 1, { kind: 'text', text: last.text + atom.text })
    else result.push(atom)
  }
  return result
}

function markOf(inline: AnyNode | undefined, type: string, articleName: (id: string) => string | null): Mark | null {
  const mark = inline?.marks?.find((one) => one.type === type) ?? null
  if (mark?.type !== 'link') return mark
  const { href, articleId } = mark.attrs ?? {}
  return typeof href === 'string' || (typeof articleId === 'string' && articleName(articleId) !== null) ? mark : null
}

function sameMark(one: Mark | null, other: Mark | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function openMark(output: Output, mark: Mark): void {
  if (mark.type === 'strong' || mark.type === 'em') {
    protectLast(output, 'other')
    put(output, mark.type === 'strong' ? '**' : '_')
    output.wants = 'no space'
  } else if (mark.type === 'link') put(output, '[')
  else put(output, `:${mark.type}[`)
}

function closeMark(output: Output, mark: Mark, articleName: (id: string) => string | null): void {
  const { lang, dir, href, articleId } = mark.attrs ?? {}
  if (mark.type === 'strong' || mark.type === 'em') {
    protectLast(output, 'space')
    put(output, mark.type === 'strong' ? '**' : '_')
    output.wants = 'no word'
  } else if (mark.type === 'link')
    put(output, `](${address(typeof href === 'string' ? href : `article:${articleName(String(articleId))}`)})`)
  else if (mark.type === 'lang')
    put(output, dir === directionOf(String(lang)) ? `]{lang="${lang}"}` : `]{lang="${lang}" dir="${dir}"}`)
  else put(output, ']')
}

function address(url: string): string {
  return `<${url
    .replace(/[\\<>]/g, '\\$&')
    .replace(/&(?=[#\w])/g, '\\&')
    .replaceAll('|', '\\|')}>`.replace(/^<([\w:/.?=+,;@%#~-]*)>$/, '$1')
}

/** A break at the end of a line where lines can end and words follow; else the directive. */
function putBreak(output: Output, index: number, atoms: readonly Atom[]): void {
  const next = atoms[index + 1]
  const followsWords = output.text !== '' && !output.isLineStart
  if (output.line !== 'block' || !followsWords || !next || next.kind === 'break') {
    put(output, ':br[]')
    return
  }
  protectLast(output, 'space')
  put(output, '\\\n')
  output.isLineStart = true
}

function put(output: Output, signs: string): void {
  // Two colons in a row are no directive.
  if (signs.startsWith(':') && output.last === ':') output.text = `${output.text.slice(0, -1)}\\:`
  if (signs.startsWith('[') && output.last === '!') output.text = `${output.text.slice(0, -1)}\\!`
  output.text += signs
  output.last = null
  output.wants = null
  output.isLineStart = false
}

/** Spells the last character as a reference when it is of a class that would keep the mark beside it from being one. */
function protectLast(output: Output, kind: CharacterClass): void {
  if (output.last === null || classOf(output.last) !== kind) return
  output.text = output.text.slice(0, -output.last.length) + reference(output.last)
  output.last = null
}

function putText(output: Output, text: string, next: Atom | undefined): void {
  const characters = [...text]
  for (const [index, character] of characters.entries()) {
    const rest = characters.slice(index + 1, index + 6).join('')
    const isFirst = index === 0
    const kind = classOf(character)
    const isUnwanted =
      isFirst && ((output.wants === 'no space' && kind === 'space') || (output.wants === 'no word' && kind === 'other'))
    const isLeading = output.isLineStart && kind === 'space'
    const written =
      isUnwanted || isLeading || isControl(character) ? reference(character) : escaped(character, rest, output, next)
    output.text += written
    output.last = written === character ? character : null
    output.wants = null
    // A list's number is a number until its point.
    output.isLineStart = output.isLineStart && /\d/.test(character) && /^\d*[.)]/.test(rest)
  }
}

function escaped(character: string, rest: string, { line, isLineStart }: Output, next: Atom | undefined): string {
  const isAlways = '\\`*_[]{<'.includes(character)
  const isReference = character === '&' && (/^[#\w]/.test(rest) || (rest === '' && next !== undefined))
  const isDirective = character === ':' && /^(sub|sup|lang|br)/.test(rest)
  const isAtStart = isLineStart && '#+-=~>:|.)'.includes(character)
  const isHere = (line === 'cell' && character === '|') || (line === 'heading' && character === '#')
  return isAlways || isReference || isDirective || isAtStart || isHere ? `\\${character}` : character
}

function isControl(character: string): boolean {
  return character === '\t' || character === '\n' || character === '\r'
}

/** As the parser sees characters: by halves, so that what is beyond the first plane counts as a letter. */
function classOf(character: string): CharacterClass {
  if (/^\s$/.test(character)) return 'space'
  return character.length === 1 && /^[\p{P}\p{S}]$/u.test(character) ? 'sign' : 'other'
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`
}

/** The words of runs for an attribute. */
export function attributeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replace(/[\n\r\t]/g, reference)
}

export function isEmptyText(inlines: readonly AnyNode[] | undefined): boolean {
  return !inlines?.length || (plainText(inlines) === '' && inlines.every(({ type }) => type === 'text'))
}
