import { diffTexts } from './diff-words'
import type { Difference, ListedThing } from './differences'
import { mergeOrders, movedIds } from './merge-order'
import { spelled } from './same'

/** Something with a name as it is compared: by its words, as a whole, or by what it lists. Null is not the same as empty. */
export type Told =
  | { kind: 'words'; text: string | null }
  | { kind: 'value'; value: string | number | null }
  | { kind: 'list'; things: ListedThing[] }

/** How what is told of one version differs from what is told of another; names that only one has count. */
export function diffTold<Name extends string>(
  before: Partial<Record<Name, Told>>,
  after: Partial<Record<Name, Told>>,
  names: readonly Name[],
): Difference<Name>[] {
  return names.flatMap((name): Difference<Name>[] => {
    const [old, now] = [before[name], after[name]]
    const kind = (now ?? old)?.kind
    if (kind === undefined || spelled(old) === spelled(now)) return []
    if (kind === 'list') return [{ kind, name, things: diffLists(thingsOf(old), thingsOf(now)) }]
    const [was, is] = [plainValue(old), plainValue(now)]
    if (kind === 'words' && (was ?? '') !== (is ?? '')) return [{ kind, name, runs: diffTexts(was ?? '', is ?? '') }]
    if (old && now) return [{ kind: 'value', name, before: was, after: is }]
    return (was ?? is ?? '') === '' ? [] : [{ kind: 'value', name, before: was, after: is }]
  })
}

function plainValue(told: Told | undefined): string | null {
  if (!told || told.kind === 'list') return null
  const value = told.kind === 'words' ? told.text : told.value
  return value === null ? null : String(value)
}

function thingsOf(told: Told | undefined): ListedThing[] {
  return told?.kind === 'list' ? told.things : []
}

function diffLists(before: readonly ListedThing[], after: readonly ListedThing[]) {
  const [old, now] = [keyed(before), keyed(after)]
  const [oldKeys, nowKeys] = [[...old.keys()], [...now.keys()]]
  const moved = movedIds(oldKeys, nowKeys)
  return mergeOrders(oldKeys, nowKeys, oldKeys).flatMap((key) => {
    const thing = now.get(key) ?? old.get(key)
    const kind = !now.has(key) ? 'deleted' : old.has(key) ? 'same' : 'inserted'
    return thing ? [{ kind, moved: moved.has(key), thing } as const] : []
  })
}

/** A list may name the same thing twice. */
function keyed(things: readonly ListedThing[]): Map<string, ListedThing> {
  const times = new Map<string, number>()
  return new Map(
    things.map((thing) => {
      const key = spelled(thing)
      const time = (times.get(key) ?? 0) + 1
      times.set(key, time)
      return [`${key}${time}`, thing]
    }),
  )
}
