import { findContents } from '../articles/contents'
import { mergeContents } from '../articles/merge'
import type { Reader } from '../client'

/** Where a change begins, and what readers have now. */
type Meeting = { id: string; baseRevisionId: string; liveRevisionId: string | null }

/** What a revision of a change makes of what readers have now, and where both have changed the same since it was begun. */
export async function mergeWithLive(reader: Reader, { id, baseRevisionId, liveRevisionId }: Meeting, revisionId: string) {
  const contents = await findContents(reader, [baseRevisionId, revisionId, ...(liveRevisionId ? [liveRevisionId] : [])])
  const [base, ours, live] = [contents.get(baseRevisionId), contents.get(revisionId), contents.get(liveRevisionId ?? '')]
  if (!base || !ours || !live) throw new Error(`Change ${id} has lost a revision.`)
  const { content, conflicts } = mergeContents(base, ours, live)
  return { ours, live, merged: content, conflicts }
}
