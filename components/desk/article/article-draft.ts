import { read } from '@/components/desk/article/desk-server'
import { type Base, type Draft, DraftKeeper, type SaveResult } from '@/components/desk/article/draft-keeper'
import { findBase, forgetRecovery, type KeptCopy, listRecoveries, type Recovery } from '@/components/desk/article/recoveries'
import { nameTab } from '@/components/desk/article/tab-name'
import type { ArticleContent } from '@/db/articles/content'
import type { ArticleFields, Choices, Conflict } from '@/db/articles/differences'
import { mergeUnsaved, resolveConflicts } from '@/db/articles/merge'
import type { Body } from '@/db/body/rules'

/** What has just happened to the text without its writer's doing. */
export type Happening = 'merged' | 'brought-in' | 'recovered' | null

export type DraftState = {
  fields: ArticleFields
  /** Null until the tab has its name: before, nothing could be kept, so nothing is to be written. */
  keeper: DraftKeeper | null
  recoveries: readonly Recovery[]
  conflicts: readonly Conflict[]
  happening: Happening
}

export type DraftOptions = Omit<Draft, 'tab'> & {
  base: Base
  copies: readonly KeptCopy[]
  /** Throws away what the server kept of a tab. */
  discard: (articleId: string, changeId: string, tab: string) => Promise<void>
}

/** An article that is being written: its fields and body as they are now, how they are kept, and what is to be decided about them. */
export class ArticleDraft {
  state: DraftState
  /** Puts a body before the writer's eyes. */
  showBody: (body: Body) => void = () => {}
  #readBody: () => Body
  /** A recovery that clashed with what is written: until that is decided its words are nowhere else. */
  #undecided: Recovery | null = null
  #tab: Promise<string> | undefined
  /** The keeper of this draft also while its page is out of sight. */
  #keeper: DraftKeeper | undefined
  #listeners = new Set<() => void>()

  constructor(private readonly options: DraftOptions) {
    const { body, ...fields } = options.base.content
    this.#readBody = () => body
    this.state = { fields, keeper: null, recoveries: [], conflicts: [], happening: null }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /**
   * Begins to keep what is written. What this tab had not saved is back at once; what other tabs had is offered. Returns what ends it. A page
   * that is left may be kept out of sight and shown again: then this goes on with the text as it was left.
   */
  start(): () => void {
    let end = () => {}
    let isGone = false
    const begin = async () => {
      const { base, copies } = this.options
      this.#tab ??= nameTab()
      const draft = { ...this.options, tab: await this.#tab }
      if (isGone) return
      if (this.#keeper) {
        end = this.#keeper.start()
        this.#set({ keeper: this.#keeper })
        return
      }
      const found = await listRecoveries(draft, copies, base)
      const own = found.find(({ where }) => where === 'here')
      const over = own ? await findBase(own, draft.articleId) : null
      if (isGone) return
      const keeper = new DraftKeeper(draft, base, () => this.content)
      this.#keeper = keeper
      this.#set({ keeper, recoveries: found.filter((one) => one !== own || !over) })
      end = keeper.start()
      if (own && over) this.#take(mergeUnsaved(over, own.content, this.content), 'recovered')
    }
    void begin()
    return () => {
      isGone = true
      end()
      this.#set({ keeper: null })
    }
  }

  get content(): ArticleContent {
    return { ...this.state.fields, body: this.#readBody() }
  }

  changeFields(part: Partial<ArticleFields>): void {
    this.#set({ fields: { ...this.state.fields, ...part } })
    this.state.keeper?.changed()
  }

  changeBody(readBody: () => Body): void {
    this.#readBody = readBody
    this.state.keeper?.changed()
  }

  async save(reason: string): Promise<SaveResult> {
    const { keeper } = this.state
    if (!keeper) return { outcome: 'away' }
    const result = await keeper.save(reason)
    if (result.outcome === 'saved') this.#set({ happening: null })
    if (result.outcome === 'merged') {
      this.#undecided = null
      this.#show(result.content)
      this.#set({ conflicts: result.conflicts, happening: 'merged' })
    }
    return result
  }

  /** Merges what somebody else has saved into what is being written. */
  async bringIn(revisionId: string): Promise<void> {
    const { keeper } = this.state
    const sent = await read(`/dashboard/articles/${this.options.articleId}/revisions/${revisionId}`)
    if (!keeper || sent.kind !== 'answer') return
    const head = sent.json as ArticleContent
    const { content } = keeper.base
    keeper.rebase({ revisionId, content: head })
    this.#take(mergeUnsaved(content, this.content, head), 'brought-in', keeper.hasUnsaved)
  }

  async bringBack(recovery: Recovery): Promise<void> {
    const over = await findBase(recovery, this.options.articleId)
    if (!over) return
    const merged = mergeUnsaved(over, this.content, recovery.content)
    this.#take(merged, 'recovered')
    if (merged.conflicts.length > 0) this.#undecided = recovery
    else await this.#settle(recovery)
  }

  /** What is part of the text now is kept with it. */
  async #settle(recovery: Recovery) {
    await this.state.keeper?.flush()
    await this.throwAway(recovery)
  }

  async throwAway(recovery: Recovery): Promise<void> {
    const { articleId, changeId, discard } = this.options
    this.#set({ recoveries: this.state.recoveries.filter((one) => one !== recovery) })
    await forgetRecovery({ ...this.options, tab: recovery.tab }, recovery)
    await discard(articleId, changeId, recovery.tab)
  }

  undoRecovery(): void {
    const { keeper } = this.state
    if (!keeper) return
    this.#undecided = null
    this.#show(keeper.base.content)
    this.#set({ conflicts: [], happening: null })
    keeper.changed()
  }

  resolve(choices: Choices): void {
    const recovery = this.#undecided
    this.#show(resolveConflicts(this.content, this.state.conflicts, choices))
    this.#set({ conflicts: [] })
    this.#undecided = null
    this.state.keeper?.changed()
    if (recovery) void this.#settle(recovery)
  }

  /** Goes on with a text into which another was merged. */
  #take({ content, conflicts }: { content: ArticleContent; conflicts: Conflict[] }, happening: Happening, isUnsaved = true) {
    this.#undecided = null
    this.#show(content)
    this.#set({ conflicts, happening })
    if (isUnsaved) this.state.keeper?.changed()
  }

  #show({ body, ...fields }: ArticleContent) {
    this.#readBody = () => body
    this.#set({ fields })
    this.showBody(body)
  }

  #set(change: Partial<DraftState>) {
    this.state = { ...this.state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
