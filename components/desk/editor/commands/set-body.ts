import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { Body } from '@/db/body/rules'
import { longestRising } from '@/lib/rising'

/** How far the text and what it is to become go hand in hand. */
type Pair = { before: Node | null; after: Node | null; at: number }

/**
 * Makes the text `body` by changing single blocks where they differ, so that selections in others stay where they are and what
 * was typed before can still be undone. Undoing leaves this change alone.
 */
export function bodyTransaction(state: EditorState, body: Body): Transaction {
  const { tr } = state
  const target = state.schema.nodeFromJSON(body)
  target.check()
  // From the end, so that the places of the blocks before stay what they are.
  for (const { before, after, at } of pairs(state.doc, target).reverse()) {
    if (!before && after) tr.insert(at, after)
    else if (before && !after) tr.delete(at, at + before.nodeSize)
    else if (before && after) change(tr, before, after, at)
  }
  if (!tr.doc.eq(target)) tr.replaceWith(0, tr.doc.content.size, target.content)
  return tr.setMeta('addToHistory', false)
}

function change(tr: Transaction, before: Node, after: Node, at: number): void {
  if (before.eq(after)) return
  if (!before.sameMarkup(after) || before.isLeaf) {
    tr.replaceWith(at, at + before.nodeSize, after)
    return
  }
  const start = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (start === null || end === null) return
  // Where a letter is doubled, both searches may claim it.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const inside = at + 1
  tr.replace(inside + start, inside + end.a + overlap, after.slice(start, end.b + overlap))
}

/** Matches blocks of the same id in their order; what moved past others counts as taken out there and put in here. */
function pairs(before: Node, after: Node): Pair[] {
  const kept = commonIds(idsOf(before), idsOf(after))
  const found: Pair[] = []
  let at = 0
  let place = 0
  const insertUntil = (id: string | null) => {
    for (; place < after.childCount && after.child(place).attrs.id !== id; place++)
      found.push({ before: null, after: after.child(place), at })
  }
  before.forEach((block) => {
    if (kept.has(block.attrs.id)) {
      insertUntil(block.attrs.id)
      found.push({ before: block, after: after.child(place), at })
      place += 1
    } else found.push({ before: block, after: null, at })
    at += block.nodeSize
  })
  insertUntil(null)
  return found
}

function idsOf(doc: Node): string[] {
  const ids: string[] = []
  doc.forEach((block) => void ids.push(block.attrs.id))
  return ids
}

/** Ids that stand in both in the same order. */
function commonIds(before: string[], after: string[]): Set<string> {
  const places = new Map(after.map((id, place) => [id, place]))
  const shared = before.flatMap((id) => ({ id, place: places.get(id) ?? -1 })).filter(({ place }) => place >= 0)
  return new Set(longestRising(shared.map(({ place }) => place)).flatMap((index) => shared[index]?.id ?? []))
}
