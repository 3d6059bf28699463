import type { Attrs, Mark } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { isSafeLink } from '@/lib/checks'

export type LinkTarget = { href: string; articleId: null } | { href: null; articleId: string }

/**
 * The address that somebody means who types `example.com/a`, `name@example.com`, a path of ours or a whole address; null when
 * readers may not be sent there.
 */
export function addressFrom(typed: string): string | null {
  const text = typed.trim()
  if (isSafeLink(text)) return text
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(text) && isSafeLink(`mailto:${text}`)) return `mailto:${text}`
  const isBare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#].*)?$/u.test(text)
  return isBare && isSafeLink(`https://${text}`) ? `https://${text}` : null
}

/** The link at the selection: what it leads to, and how far it goes when nothing is selected. */
export function linkHere(state: EditorState): { target: Attrs; from: number; to: number } | null {
  const { $from, from, to, empty } = state.selection
  const type = state.schema.marks.link
  if (!type) return null
  if (!empty) {
    let mark: Mark | undefined
    state.doc.nodesBetween(from, to, (node) => {
      mark ??= type.isInSet(node.marks)
      return mark === undefined
    })
    return mark ? { target: mark.attrs, from, to } : null
  }
  const mark = type.isInSet($from.marks()) ?? type.isInSet($from.nodeAfter?.marks ?? [])
  if (!mark) return null
  let start = $from.index()
  let end = start + 1
  const carries = (index: number) => mark.isInSet($from.parent.maybeChild(index)?.marks ?? [])
  while (start > 0 && carries(start - 1)) start -= 1
  while (end < $from.parent.childCount && carries(end)) end += 1
  return { target: mark.attrs, from: $from.posAtIndex(start), to: $from.posAtIndex(end) }
}

/** Links the selection, changes the link there is, or puts `words` there when there is neither. */
export function setLink(state: EditorState, target: LinkTarget, words: string): Transaction | null {
  const type = state.schema.marks.link
  if (!type) return null
  const { tr } = state
  const here = linkHere(state)
  let { from, to } = here ?? state.selection
  if (from === to) {
    if (!state.selection.$from.parent.inlineContent) return null
    tr.insertText(words, from)
    to = from + words.length
  }
  const link = type.create(target)
  return tr.removeMark(from, to, type).addMark(from, to, link).removeStoredMark(type).scrollIntoView()
}

export function removeLink(state: EditorState): Transaction | null {
  const here = linkHere(state)
  const type = state.schema.marks.link
  return here && type ? state.tr.removeMark(here.from, here.to, type) : null
}
