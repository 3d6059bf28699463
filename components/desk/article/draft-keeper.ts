import { post } from '@/components/desk/article/desk-server'
import { clearJournal, writeJournal } from '@/components/desk/article/journal'
import type { ArticleContent } from '@/db/articles/content'
import type { Conflict } from '@/db/articles/differences'
import { addConflicts, mergeUnsaved } from '@/db/articles/merge'

/** How what is written fares. */
export type Phase =
  /** Nothing is written that is not saved. */
  | 'saved'
  /** Written a moment ago. */
  | 'unsaved'
  /** Not saved, but kept by the server. */
  | 'kept'
  | 'saving'
  /** The server is away: kept on this device. */
  | 'away'
  | 'signed-out'
  /** The server does not take it: kept on this device. */
  | 'refused'

export type Present = { personId: string; name: string; isWriting: boolean }

export type KeeperState = {
  phase: Phase
  /** When it was last saved or kept. */
  at: Date | null
  present: readonly Present[]
  /** The article's newest revision, when somebody else has saved one. */
  newer: string | null
}

/** A revision with what it says. */
export type Base = { revisionId: string; content: ArticleContent }

/** Which text is written, by whom, where; `address` is that of its editor, under which it is saved and kept. */
export type Draft = { articleId: string; changeId: string; personId: string; tab: string; address: string }

type Answered = {
  outcome: string
  revisionId?: string
  content?: ArticleContent
  conflicts?: Conflict[]
  headRevisionId?: string
}

export type SaveResult =
  | { outcome: 'saved' }
  /** The editor is to show `content`; where both changed the same, `conflicts` are to be decided. */
  | { outcome: 'merged'; content: ArticleContent; conflicts: Conflict[] }
  | { outcome: 'away' | 'signed-out' | 'not-allowed' }
  | { outcome: 'invalid'; fault: string }

/** Milliseconds: after the last key; at the latest; between words of being there; and the longest wait for a server that is away. */
const times = { journal: 300, keep: 1500, keepAtMost: 8000, report: 15_000, longestRetry: 30_000 }

/**
 * Keeps what somebody writes, so that no word is lost: on the device at once, on the server a moment later, in the article when it is saved. Knows
 * nothing of how it is drawn: `read` gives the words of the moment.
 */
export class DraftKeeper {
  state: KeeperState = { phase: 'saved', at: null, present: [], newer: null }
  #base: Base
  #sequence = Date.now()
  #savedSequence = this.#sequence
  #listeners = new Set<() => void>()
  #journalTimer = 0
  #keepTimer = 0
  #reportTimer = 0
  #retry = 1000
  #firstUnkept = 0
  #isSending = false

  constructor(
    private readonly draft: Draft,
    base: Base,
    private readonly read: () => ArticleContent,
  ) {
    this.#base = base
  }

  get base(): Base {
    return this.#base
  }

  get hasUnsaved(): boolean {
    return this.#sequence !== this.#savedSequence
  }

  /** Begins to say that somebody is there. Returns what ends it; it can be begun again. */
  start(): () => void {
    const tryAgain = () => void this.#report()
    const flush = () => document.visibilityState === 'hidden' && void this.flush()
    window.addEventListener('online', tryAgain)
    window.addEventListener('focus', tryAgain)
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    void this.#report()
    return () => {
      window.removeEventListener('online', tryAgain)
      window.removeEventListener('focus', tryAgain)
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flush)
      for (const timer of [this.#journalTimer, this.#keepTimer, this.#reportTimer]) window.clearTimeout(timer)
      this.#journalTimer = this.#keepTimer = this.#reportTimer = 0
      void this.flush()
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** To be told of each change; cheap. */
  changed(): void {
    this.#sequence++
    if (this.state.phase === 'saved' || this.state.phase === 'kept') this.#set({ phase: 'unsaved' })
    if (this.#journalTimer === 0)
      this.#journalTimer = window.setTimeout(() => {
        this.#journalTimer = 0
        void this.#writeDown()
      }, times.journal)
    const now = Date.now()
    if (this.#keepTimer === 0) this.#firstUnkept = now
    window.clearTimeout(this.#keepTimer)
    const wait = Math.min(times.keep, Math.max(0, this.#firstUnkept + times.keepAtMost - now))
    this.#keepTimer = window.setTimeout(() => void this.#report(), wait)
  }

  /** Writes down and sends at once what waits to be. */
  async flush(): Promise<void> {
    if (!this.hasUnsaved) return
    await this.#writeDown()
    await this.#report()
  }

  /** Takes another revision for the one that is written over; what is written stays as it is. */
  rebase(base: Base): void {
    this.#base = base
    this.#set({ newer: null })
  }

  /** Saves the article. What is typed while it is under way is merged into what comes back. */
  async save(reason: string): Promise<SaveResult> {
    window.clearTimeout(this.#keepTimer)
    this.#keepTimer = 0
    const sent = this.read()
    const sequence = this.#sequence
    await this.#writeDown()
    this.#set({ phase: 'saving' })
    const { tab, address } = this.draft
    const answer = await post(`${address}/save`, {
      baseRevisionId: this.#base.revisionId,
      content: sent,
      reason,
      copy: { tab, sequence },
    })
    if (answer.kind !== 'answer') {
      const phase = answer.kind
      this.#set({ phase })
      this.#reportLater()
      return { outcome: phase === 'refused' ? 'not-allowed' : phase }
    }
    return this.#take(answer.json as Answered & { fault?: string }, sent, sequence)
  }

  #take(saved: Answered & { fault?: string }, sent: ArticleContent, sequence: number): SaveResult {
    const { outcome, revisionId, content, conflicts = [], fault = '' } = saved
    if (outcome === 'invalid') {
      this.#set({ phase: 'refused' })
      return { outcome, fault }
    }
    if (!revisionId || !content) {
      this.#set({ phase: 'refused' })
      return { outcome: 'not-allowed' }
    }
    this.#base = { revisionId, content }
    this.#savedSequence = sequence
    const isSettled = this.#sequence === sequence
    this.#set({ phase: isSettled ? 'saved' : 'unsaved', at: new Date(), newer: null })
    // Not waited for: until the answer is shown, what is read is of another base than what is now written over.
    if (isSettled) void clearJournal(this.draft, sequence).catch(() => {})
    else this.changed()
    if (outcome === 'saved' || outcome === 'unchanged') return { outcome: 'saved' }
    const typedSince = mergeUnsaved(sent, this.read(), content)
    return { outcome: 'merged', content: typedSince.content, conflicts: addConflicts(conflicts, typedSince.conflicts) }
  }

  /** Tells the server that somebody is there, with what is written and not saved. */
  async #report(): Promise<void> {
    if (this.#isSending || this.state.phase === 'saving') return
    this.#isSending = true
    window.clearTimeout(this.#keepTimer)
    this.#keepTimer = 0
    const sequence = this.#sequence
    const { tab, address } = this.draft
    const copy = this.hasUnsaved ? { baseRevisionId: this.#base.revisionId, content: this.read(), sequence } : null
    const sent = await post(`${address}/report`, { tab, copy })
    this.#isSending = false
    // A save that began meanwhile knows better.
    if (this.#phaseNow() === 'saving') return
    if (sent.kind === 'answer') this.#heard(sent.json as Answered & { present?: Present[] }, sequence, copy !== null)
    else if (this.hasUnsaved || sent.kind === 'signed-out') this.#set({ phase: sent.kind })
    this.#retry = sent.kind === 'answer' ? 1000 : Math.min(this.#retry * 2, times.longestRetry)
    this.#reportLater()
  }

  #heard(reported: Answered & { present?: Present[] }, sequence: number, isKept: boolean) {
    const { outcome, headRevisionId = '', present = [] } = reported
    const newer = headRevisionId !== '' && headRevisionId !== this.#base.revisionId ? headRevisionId : null
    if (outcome !== 'kept' && outcome !== 'seen') this.#set({ phase: 'refused' })
    else if (isKept && this.hasUnsaved)
      this.#set({ phase: this.#sequence === sequence ? 'kept' : 'unsaved', at: new Date(), present, newer })
    else this.#set({ phase: this.hasUnsaved ? 'unsaved' : 'saved', present, newer })
    if (this.#sequence !== sequence && this.#keepTimer === 0)
      this.#keepTimer = window.setTimeout(() => void this.#report(), times.keep)
  }

  #reportLater() {
    window.clearTimeout(this.#reportTimer)
    const isAway = this.state.phase === 'away' || this.state.phase === 'signed-out'
    this.#reportTimer = window.setTimeout(() => void this.#report(), isAway ? this.#retry : times.report)
  }

  async #writeDown(): Promise<void> {
    window.clearTimeout(this.#journalTimer)
    this.#journalTimer = 0
    if (!this.hasUnsaved) return
    const { articleId, changeId, personId, tab } = this.draft
    const entry = { articleId, changeId, personId, tab, base: this.#base, content: this.read(), sequence: this.#sequence }
    // A browser that keeps nothing (a private window with its storage full, say) leaves the server's copy.
    await writeJournal({ ...entry, at: new Date() }).catch(() => {})
  }

  #phaseNow(): Phase {
    return this.state.phase
  }

  #set(change: Partial<KeeperState>) {
    this.state = { ...this.state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
