import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

type Match = { from: number; to: number }

export type Findings = { pattern: RegExp | null; matches: Match[]; current: number; drawn: DecorationSet }

const key = new PluginKey<Findings>('find')

const nothing: Findings = { pattern: null, matches: [], current: -1, drawn: DecorationSet.empty }

/** Shows where the text has what somebody looks for. */
export function find(): Plugin {
  return new Plugin<Findings>({
    key,
    state: {
      init: () => nothing,
      apply: (tr, before) => {
        const change: { pattern?: RegExp | null; current?: number } | undefined = tr.getMeta(key)
        const pattern = change?.pattern === undefined ? before.pattern : change.pattern
        if (!pattern) return nothing
        if (!change && !tr.docChanged) return before
        const matches = matchesIn(tr.doc, pattern)
        return drawn(tr.doc, {
          pattern,
          matches,
          current: placeAmong(matches, change?.current ?? tr.mapping.map(startOf(before))),
        })
      },
    },
    props: { decorations: (state) => key.getState(state)?.drawn },
  })
}

export function findings(state: EditorState): Findings {
  return key.getState(state) ?? nothing
}

/** Looks for a pattern from the selection on; null ends looking. */
export function lookFor(state: EditorState, pattern: RegExp | null): Transaction {
  return state.tr.setMeta(key, { pattern, current: state.selection.from }).setMeta('addToHistory', false)
}

/** Goes on to the next place, or back, and round at the ends; with 0 to the one that is marked. */
export function goToMatch(state: EditorState, step: 1 | 0 | -1): Transaction | null {
  const { matches, current } = findings(state)
  const match = matches.at((current + step) % matches.length)
  return match ? selectMatch(state.tr, match) : null
}

/** Puts other words where the current match is and goes on to the next. */
export function replaceMatch(state: EditorState, words: string): Transaction | null {
  const { matches, current } = findings(state)
  const match = matches[current]
  if (!match) return null
  const tr = put(state.tr, match, words)
  const next = matches[current + 1] ?? matches[0]
  if (!next || next === match) return tr.setMeta(key, { current: match.from + words.length })
  return selectMatch(tr, { from: tr.mapping.map(next.from), to: tr.mapping.map(next.to) })
}

/** Puts other words everywhere, as one change to undo. */
export function replaceMatches(state: EditorState, words: string): Transaction {
  return findings(state).matches.reduceRight((tr, match) => put(tr, match, words), state.tr)
}

function put(tr: Transaction, { from, to }: Match, words: string): Transaction {
  return words ? tr.insertText(words, from, to) : tr.delete(from, to)
}

function selectMatch(tr: Transaction, { from, to }: Match): Transaction {
  return tr
    .setSelection(TextSelection.create(tr.doc, from, to))
    .setMeta(key, { current: from })
    .scrollIntoView()
}

function matchesIn(doc: Node, pattern: RegExp): Match[] {
  const matches: Match[] = []
  doc.descendants((block, at) => {
    if (!block.isTextblock) return true
    // A line break is one place long in the text as in this string.
    const text = block.textBetween(0, block.content.size, null, '\n')
    for (const match of text.matchAll(pattern))
      if (match[0]) matches.push({ from: at + 1 + match.index, to: at + 1 + match.index + match[0].length })
    return false
  })
  return matches
}

function startOf({ matches, current }: Findings): number {
  return matches[current]?.from ?? 0
}

function placeAmong(matches: readonly Match[], at: number): number {
  const place = matches.findIndex(({ from }) => from >= at)
  return place < 0 && matches.length > 0 ? 0 : place
}

function drawn(doc: Node, found: Omit<Findings, 'drawn'>): Findings {
  const marks = found.matches.map(({ from, to }, place) =>
    Decoration.inline(from, to, { class: place === found.current ? 'found is-current' : 'found' }),
  )
  return { ...found, drawn: DecorationSet.create(doc, marks) }
}
