import { LRUCache } from 'lru-cache'
import type { Answer, Prepared } from './answers'
import { loggedPathOf } from './clients'
import type { NoticeBoard } from './notices'

/** A kept answer, with what the hot path needs ready. */
export type Kept = {
  readonly answer: Answer
  readonly prepared: Prepared
  /** The path as JSON, for the log. */
  readonly loggedPath: string
  /** The count up to which `isStale` is known. */
  checkedAt: number
  isStale: boolean
}

/** Bytes a kept answer takes beside its bodies and tags, as measured over thousands. */
const overhead = 8000

/** Answers kept by reader's address, least recently asked for dropped first; homes stay. */
export class KeptAnswers {
  #pages: LRUCache<string, Kept>
  /** Addresses where nothing is: a small store of their own, so that guessing addresses displaces no page. */
  #absences: LRUCache<string, Kept>
  #pinned = new Map<string, Kept>()

  constructor(
    private readonly board: NoticeBoard,
    bytes: number,
  ) {
    this.#pages = new LRUCache({ maxSize: bytes, maxEntrySize: bytes / 4, sizeCalculation: sizeOf })
    this.#absences = new LRUCache({ maxSize: Math.ceil(bytes / 32), sizeCalculation: sizeOf })
  }

  /** What is kept at an address; `isStale` says whether it may still be sent as it is. A withdrawn answer is gone. */
  find(path: string): Kept | undefined {
    const kept = this.#pages.get(path) ?? this.#pinned.get(path) ?? this.#absences.get(path)
    if (kept === undefined || kept.checkedAt === this.board.count) return kept
    const { tags, count } = kept.answer
    if (this.board.isWithdrawn(tags, count)) {
      this.#drop(path)
      return undefined
    }
    kept.isStale ||= this.board.isOvertaken(tags, count)
    kept.checkedAt = this.board.count
    return kept
  }

  keep(path: string, answer: Answer, prepared: Prepared, isPinned: boolean): Kept {
    const kept = { answer, prepared, loggedPath: loggedPathOf(path), checkedAt: answer.count, isStale: false }
    this.#drop(path)
    if (answer.status === 404) this.#absences.set(path, kept)
    else if (isPinned) this.#pinned.set(path, kept)
    else this.#pages.set(path, kept)
    return kept
  }

  /** Addresses of kept answers that one of the tags touches. */
  listTouched(tags: readonly string[]): string[] {
    const touched = new Set(tags)
    const stores = [this.#pages, this.#pinned, this.#absences]
    return stores.flatMap((store) =>
      [...store]
        .filter(([, { answer }]) => touched.has('site') || answer.tags.some((tag) => touched.has(tag)))
        .map(([path]) => path),
    )
  }

  get size(): { answers: number; bytes: number } {
    return { answers: this.#pages.size + this.#pinned.size + this.#absences.size, bytes: this.#pages.calculatedSize }
  }

  #drop(path: string) {
    this.#pages.delete(path)
    this.#pinned.delete(path)
    this.#absences.delete(path)
  }
}

function sizeOf({ answer }: Kept): number {
  const { identity, gzip, br } = answer.encoded
  const tags = answer.tags.reduce((bytes, tag) => bytes + tag.length + 24, 0)
  return identity.body.length + gzip.body.length + br.body.length + tags + overhead
}
