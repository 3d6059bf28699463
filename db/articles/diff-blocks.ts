import type { Block, Body } from '../body/rules'
import { heaviestMatches } from './align'
import { diffAttributes } from './block-attributes'
import { type BlockToken, blockTokens } from './block-lines'
import { diffTokens, runsOf, type Step } from './diff-words'
import type { BlockDifference, LineDifference } from './differences'
import { mergeOrders, movedIds } from './merge-order'
import { spelled } from './same'

/**
 * How one body became another, block after block in the order of the new one, with what was deleted where it stood. Blocks are known
 * by their ids; where a text was pasted anew, by their words.
 */
export function diffBodies(before: Body, after: Body): BlockDifference[] {
  const names = alikeNames(before.content, after.content)
  const old = new Map(before.content.map((block) => [names.get(block.attrs.id) ?? block.attrs.id, block]))
  const now = byId(after.content)
  const [oldIds, nowIds] = [[...old.keys()], [...now.keys()]]
  const moved = movedIds(oldIds, nowIds)
  return mergeOrders(oldIds, nowIds, oldIds).flatMap((id) => {
    const difference = diffBlocks(old.get(id) ?? null, now.get(id) ?? null)
    return difference ? [{ ...difference, moved: moved.has(id) }] : []
  })
}

/** How a block changed; against null it was inserted or deleted, and nothing became of nothing. */
export function diffBlocks(before: Block | null, after: Block | null): BlockDifference | null {
  const block = after ?? before
  if (!block) return null
  const attributes = diffAttributes(before, after)
  const steps = diffTokens(before ? blockTokens(before) : [], after ? blockTokens(after) : [])
  const isSame = attributes.length === 0 && steps.every(({ kind }) => kind === 'same')
  const kind = !before ? 'inserted' : !after ? 'deleted' : isSame ? 'same' : 'changed'
  const formerId = before?.attrs.id ?? null
  return { blockId: block.attrs.id, formerId, kind, moved: false, type: block.type, attributes, lines: linesOf(steps) }
}

/** Lines from their beginnings on. A beginning that was replaced by another is one line that was something else. */
function linesOf(steps: readonly Step<BlockToken>[]): LineDifference[] {
  const lines: (Omit<LineDifference, 'runs'> & { steps: Step[] })[] = []
  for (const step of steps) {
    const { kind, token } = step
    const last = lines.at(-1)
    if (!token.line) last?.steps.push(step)
    else if (kind === 'inserted' && last?.kind === 'deleted' && last.steps.length === 0)
      lines[lines.length - 1] = { kind: 'same', role: token.line, was: last.role, steps: [] }
    else lines.push({ kind, role: token.line, was: null, steps: [] })
  }
  return lines.map(({ steps: own, ...line }) => ({ ...line, runs: runsOf(own) }))
}

/** For blocks whose ids are gone, the ids of new ones that stand in their place and say much the same. */
function alikeNames(before: readonly Block[], after: readonly Block[]): Map<string, string> {
  const [old, now] = [byId(before), byId(after)]
  const names = new Map<string, string>()
  for (const { gone, come } of replacements([...old.keys()], [...now.keys()])) {
    const [said, says] = [gone.map((id) => sayingsOf(old.get(id))), come.map((id) => sayingsOf(now.get(id)))]
    const weight = (a: number, b: number) => likeness(said[a], says[b])
    for (const [a, b] of heaviestMatches(gone.length, come.length, weight)) names.set(gone[a] ?? '', come[b] ?? '')
  }
  return names
}

/** Where something went and something else came, between two blocks that stayed. */
function replacements(oldIds: readonly string[], nowIds: readonly string[]): { gone: string[]; come: string[] }[] {
  const [old, now] = [new Set(oldIds), new Set(nowIds)]
  const gaps: { gone: string[]; come: string[] }[] = [{ gone: [], come: [] }]
  for (const id of mergeOrders(oldIds, nowIds, oldIds)) {
    const gap = gaps.at(-1)
    if (!now.has(id)) gap?.gone.push(id)
    else if (!old.has(id)) gap?.come.push(id)
    else gaps.push({ gone: [], come: [] })
  }
  return gaps.filter(({ gone, come }) => gone.length > 0 && come.length > 0)
}

type Sayings = { type: string; words: ReadonlySet<string> }

function sayingsOf(block: Block | undefined): Sayings | undefined {
  if (!block) return undefined
  const { id: _id, ...attributes } = block.attrs
  const words = blockTokens(block).filter(({ text }) => text.trim() !== '')
  return { type: block.type, words: new Set([...words.map(({ text }) => text), ...Object.entries(attributes).map(spelled)]) }
}

/** From 0 for nothing in common to 1; under a half counts as nothing. */
function likeness(one: Sayings | undefined, other: Sayings | undefined): number {
  if (!one || !other || one.type !== other.type) return 0
  const larger = Math.max(one.words.size, other.words.size)
  if (larger === 0) return 0.5
  const shared = [...one.words].filter((word) => other.words.has(word)).length / larger
  return shared < 0.5 ? 0 : shared
}

function byId(blocks: readonly Block[]): Map<string, Block> {
  return new Map(blocks.map((block) => [block.attrs.id, block]))
}
