import { decodeReferences, wordsOf } from '../words'

/** The words of a Markdown file's text, from its raw bytes: a line scanner of its own, so that it can disagree with the parser. */
export function countMarkdown(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/)
  if (lines[0]?.trimEnd() === '---') {
    const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)[ \t]*$/.test(line))
    lines.splice(0, end + 1)
  }
  const labels = new Set(lines.flatMap((line) => /^ {0,3}\[([^\]]+)\]:\s/.exec(line)?.[1]?.toLowerCase() ?? []))
  return wordsOf(lines.map((line) => lineText(line, labels)).join('\n'))
}

function lineText(line: string, labels: ReadonlySet<string>): string {
  if (/^ {0,3}\[[^\]]+\]:\s/.test(line) || /^\s*(```|~~~)/.test(line)) return ''
  const block = /^[\s>]*:{2,}([a-z]*)(.*)$/.exec(line)
  if (block) return directiveLine(block[1] ?? '', block[2] ?? '', labels)
  let rest = line
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(/^\s*(?:>|[-*+](?=\s|$)|\d{1,9}[.)](?=\s|$)|#{1,6}(?=\s|$))\s?/, '')
  }
  return runText(rest, labels)
}

/** Of a directive's line, its label and those attributes that readers see as words. */
function directiveLine(name: string, rest: string, labels: ReadonlySet<string>): string {
  if (!name) return ''
  const end = rest.startsWith('[') ? closingBracket(rest) : -1
  const label = end > 0 ? runText(rest.slice(1, end), labels) : ''
  const shown = [...rest.slice(end + 1).matchAll(/\b(?:title|attribution)="([^"]*)"/g)].map((match) =>
    decodeReferences(match[1] ?? ''),
  )
  return `${label}\n${shown.join('\n')}`
}

function closingBracket(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '[') depth += 1
    else if (text[at] === ']') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

/** Running text without its marks: emphasis, links and directives fall away, whatever they enclose stays joined to its neighbours. */
function runText(text: string, labels: ReadonlySet<string>): string {
  let out = ''
  const open: ('link' | 'image' | 'directive')[] = []
  for (let at = 0; at < text.length; at += 1) {
    const rest = text.slice(at, at + 400)
    const directive = /^:(sub|sup|lang|br)\[/.exec(rest)
    if (directive && text[at - 1] !== ':') {
      if (directive[1] === 'br') out += ' '
      open.push('directive')
      at += directive[0].length - 1
    } else if (text[at] === '\\') {
      out += /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '') ? text[at + 1] : ' '
      at += 1
    } else if (text[at] === '[') {
      open.push(out.endsWith('!') ? 'image' : 'link')
    } else if (text[at] === ']') {
      at += skippedAfter(text.slice(at + 1), open.pop(), labels)
    } else if (isMark(text, at)) {
    } else {
      out += text[at]
    }
  }
  return decodeReferences(out)
}

/** How many characters after a closing bracket belong to the mark: the address of a link, the attributes of a directive. */
function skippedAfter(rest: string, what: string | undefined, labels: ReadonlySet<string>): number {
  if (what === 'directive') return /^\{[^}]*\}/.exec(rest)?.[0].length ?? 0
  if (what === undefined) return 0
  const reference = /^\[([^\]]*)\]/.exec(rest)
  if (reference && (!reference[1] || labels.has(reference[1].toLowerCase()))) return reference[0].length
  return /^\((?:<[^>]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/.exec(rest)?.[0].length ?? 0
}

function isMark(text: string, at: number): boolean {
  if (text[at] !== '*' && text[at] !== '_' && text[at] !== '`') return false
  return !(isWordCharacter(text[at - 1]) && isWordCharacter(text[at + 1]))
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}
