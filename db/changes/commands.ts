import { eq } from 'drizzle-orm'
import { checkContent, withoutLostReferences } from '../articles/contents'
import type { Choices, Conflict } from '../articles/differences'
import { resolveConflicts } from '../articles/merge'
import { type Head, type PutOnHead, putOnHead } from '../articles/put-on-head'
import { insertRevisions } from '../articles/revisions'
import { isSame } from '../articles/same'
import { holdForMove, type Refusal } from '../articles/workflow-facts'
import { removeWorkingCopy } from '../articles/working-copies'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import type { Actor } from '../people/rules'
import { isSectionOf } from '../sections/queries'
import { factsOf, type HeldChange, holdChange, meetingOf } from './held'
import { mergeWithLive } from './merge-with-live'
import { mayBeginChange, mayWriteChange } from './rules'
import { changes } from './schema'

/** Begins a pending change to an article that readers have: what they see now is what it begins with. */
export async function beginChange(
  actor: Actor,
  { articleId, purpose }: { articleId: string; purpose: string },
  now: Date,
): Promise<{ outcome: 'begun'; changeId: string } | { outcome: 'not-allowed' | 'not-now' | 'unknown' }> {
  return db.transaction(async (tx) => {
    const held = await holdForMove(tx, articleId, now)
    if (!held) return { outcome: 'unknown' }
    const { article } = held
    const { liveRevisionId } = article
    if (article.status !== 'live' || !liveRevisionId) return { outcome: 'not-now' }
    if (!mayBeginChange(actor, article)) return { outcome: 'not-allowed' }
    const row = { articleId, purpose, authorId: actor.personId, baseRevisionId: liveRevisionId, headRevisionId: liveRevisionId }
    const [begun] = await tx
      .insert(changes)
      .values({ ...row, createdAt: now, modifiedAt: now })
      .returning({ id: changes.id })
    if (!begun) throw new Error('A change was not written.')
    const details = { changeId: begun.id }
    await record(tx, actor, { action: 'change.begun', subjectId: articleId, revisionId: liveRevisionId, details, at: now })
    return { outcome: 'begun', changeId: begun.id }
  })
}

/** What somebody wants to save in a change: what they made of the revision that they had before them. */
export type SavingChange = {
  changeId: string
  articleId: string
  baseRevisionId: string
  content: unknown
  reason: string
  copy: { tab: string; sequence: number }
}

/** Saves a pending change as an article is saved: compare-and-swap on its newest revision. Neither readers nor the article's head see it. */
export async function saveChange(
  actor: Actor,
  { changeId, articleId, baseRevisionId, content, reason, copy }: SavingChange,
  now: Date,
): Promise<PutOnHead | { outcome: 'not-allowed' | 'unknown' }> {
  const checked = checkContent(content)
  if (!checked.ok) return { outcome: 'invalid', fault: checked.fault }
  return db.transaction(async (tx) => {
    const held = await holdChange(tx, changeId, now)
    if (held?.article.id !== articleId) return { outcome: 'unknown' }
    if (!mayWriteChange(actor, factsOf(held))) return { outcome: 'not-allowed' }
    if (!(await isSectionOf(tx, checked.content.sectionId, held.article.language)))
      return { outcome: 'invalid', fault: 'sectionId' }
    const ours = await withoutLostReferences(tx, checked.content)
    const saved = await putOnHead(tx, headOf(tx, held, now), { baseRevisionId, ours, reason, authorId: actor.personId })
    if (saved.outcome === 'invalid') return saved
    if (saved.outcome !== 'unchanged') {
      const details = { changeId, conflicts: saved.outcome === 'conflict' ? saved.conflicts.length : 0 }
      const { revisionId } = saved
      await record(tx, actor, { action: 'change.saved', subjectId: articleId, revisionId, details, at: now })
    }
    await removeWorkingCopy(tx, actor, { articleId, changeId, ...copy })
    return saved
  })
}

/** What is decided where a change clashes with what readers have by now; both revisions are those that were seen. */
type Renewal = { headRevisionId: string; liveRevisionId: string; choices: Choices }

/**
 * Brings a change up to date with what readers have by now: what clashes becomes as chosen. It has to be approved anew. Nothing changes for readers.
 */
export async function renewChange(
  actor: Actor,
  changeId: string,
  { headRevisionId, liveRevisionId, choices }: Renewal,
  now: Date,
): Promise<'renewed' | 'undecided' | 'unknown' | Refusal> {
  return db.transaction(async (tx) => {
    const held = await holdChange(tx, changeId, now)
    if (!held) return 'unknown'
    const { article, change, changeHead } = held
    if (!mayWriteChange(actor, factsOf(held))) return 'not-allowed'
    // What is scheduled is what was approved.
    if (change.status === 'scheduled') return 'not-now'
    if (changeHead.id !== headRevisionId || article.liveRevisionId !== liveRevisionId) return 'changed-meanwhile'
    const { ours, merged, conflicts } = await mergeWithLive(tx, meetingOf(held), changeHead.id)
    if (conflicts.some((conflict) => !isDecided(conflict, choices))) return 'undecided'
    const content = resolveConflicts(merged, conflicts, choices)
    const draft = { articleId: article.id, authorId: actor.personId, reason: '', kind: 'pending' as const, content }
    const [next = changeHead.id] = isSame(content, ours)
      ? []
      : await insertRevisions(tx, [{ ...draft, basedOnId: changeHead.id }])
    const stood = { baseRevisionId: liveRevisionId, stop: null, headRevisionId: next, modifiedAt: now }
    await tx.update(changes).set(stood).where(eq(changes.id, changeId))
    const details = { changeId, conflicts: conflicts.length }
    await record(tx, actor, { action: 'change.renewed', subjectId: article.id, revisionId: next, details, at: now })
    return 'renewed'
  })
}

function isDecided(conflict: Conflict, choices: Choices): boolean {
  return (conflict.kind === 'field' ? choices.fields[conflict.field] : choices.blocks[conflict.blockId]) !== undefined
}

function headOf(tx: Transaction, { article, change }: HeldChange, now: Date): Head {
  const moveTo = async (revisionId: string) => {
    await tx.update(changes).set({ headRevisionId: revisionId, modifiedAt: now }).where(eq(changes.id, change.id))
  }
  return { articleId: article.id, revisionId: change.headRevisionId, kind: 'pending', moveTo }
}
