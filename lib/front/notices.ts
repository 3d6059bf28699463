/** Something has changed: documents under one of the tags are not what they should be any more. */
export type Notice = {
  /** A withdrawal's bytes are never sent again, not even when nothing newer can be drawn. */
  kind: 'change' | 'withdrawal'
  tags: readonly string[]
}

/**
 * How well the front hears of changes. `lost`: the connection has just broken; `unreachable`: it cannot be made again, so Postgres is away;
 * `catching-up`: hearing again, what was missed is being read.
 */
export type Hearing = 'starting' | 'listening' | 'lost' | 'unreachable' | 'catching-up'

/** What a source of notices tells, in the order it learns it. */
export type Ear = {
  heard: (notice: Notice) => void
  hearing: (now: Hearing) => void
}

/** The tag that every document stands under. */
const siteTag = 'site'

/** A rendering under way. `carried` is the number of notices that its answer is sure to know of. */
export type Rendering = { readonly began: number; readonly carried: number; readonly end: () => void }

/** Above this many different tags, what is older than all of them counts as changed, and the list begins anew. */
const tagLimit = 100_000

/**
 * Counts notices, and knows for each tag the last one that named it. A document carries the count from before its rendering; it is fresh while
 * none of its tags was noticed since.
 */
export class NoticeBoard implements Ear {
  count = 0
  now: Hearing = 'starting'
  /** The count of the latest withdrawal, whatever it was of. */
  lastWithdrawal = 0
  /** How many renderings have begun. */
  renderings = 0
  #noticed = new Map<string, number>()
  #withdrawn = new Map<string, number>()
  #forgotten = 0
  #renderings = new Set<Rendering>()
  #waiting: (() => void)[] = []
  #listeners: ((notice: Notice) => void)[] = []

  heard(notice: Notice): void {
    this.count++
    if (this.#noticed.size + this.#withdrawn.size + notice.tags.length > tagLimit) this.#forget()
    if (notice.kind === 'withdrawal') this.lastWithdrawal = this.count
    for (const tag of notice.tags) {
      this.#noticed.set(tag, this.count)
      if (notice.kind === 'withdrawal') this.#withdrawn.set(tag, this.count)
    }
    for (const listener of this.#listeners) listener(notice)
  }

  hearing(now: Hearing): void {
    // Whatever was missed, everything made before is suspect and drawn again on demand.
    if (now === 'catching-up') this.heard({ kind: 'change', tags: [siteTag] })
    this.now = now
    for (const wake of this.#waiting.splice(0)) wake()
  }

  /** Calls for each notice from now on. */
  listen(listener: (notice: Notice) => void): void {
    this.#listeners.push(listener)
  }

  /** Whether no change goes unheard: only then may what is drawn be kept. */
  get isHearing(): boolean {
    return this.now === 'listening' || this.now === 'catching-up'
  }

  /** Resolves when no change goes unheard. */
  async untilHearing(): Promise<void> {
    while (!this.isHearing) await this.changeOfHearing()
  }

  /** Resolves when hearing is another than now. */
  changeOfHearing(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /**
   * Says that a rendering begins. Next joins renderings and `'use cache'` calls across requests, so its answer may be as old as the oldest one
   * that is under way now.
   */
  begin(): Rendering {
    this.renderings++
    let carried = this.count
    for (const other of this.#renderings) carried = Math.min(carried, other.carried)
    const rendering = { began: this.count, carried, end: () => void this.#renderings.delete(rendering) }
    this.#renderings.add(rendering)
    return rendering
  }

  /** Whether one of the tags was noticed after that count. */
  isOvertaken(tags: readonly string[], since: number): boolean {
    return since < this.#forgotten || since < this.#lastOf(this.#noticed, tags)
  }

  /** Whether one of the tags was withdrawn after that count, or might have been. */
  isWithdrawn(tags: readonly string[], since: number): boolean {
    return since < this.#forgotten || since < this.#lastOf(this.#withdrawn, tags)
  }

  #lastOf(counts: Map<string, number>, tags: readonly string[]): number {
    let last = counts.get(siteTag) ?? 0
    for (const tag of tags) last = Math.max(last, counts.get(tag) ?? 0)
    return last
  }

  #forget() {
    this.#forgotten = this.count
    this.#noticed.clear()
    this.#withdrawn.clear()
  }
}
