import type { UploadAnswer, UploadFailure } from '@/components/desk/media/contract'
import type { SendFile } from '@/components/desk/media/send-file'

export type UploadState = { kind: 'waiting' } | { kind: 'sending'; share: number } | UploadAnswer | UploadFailure

/** A file on its way into the library, or what became of it. */
export type Upload = { key: number; file: File; state: UploadState }

/** Files sent at once: the next is under way while one is being looked at. */
const atOnce = 2

/** Whether nothing more happens to it by itself. */
export function isSettled({ state }: Upload): boolean {
  return state.kind !== 'waiting' && state.kind !== 'sending'
}

/** Whether trying again may help. */
export function isWorthTrying({ state }: Upload): boolean {
  return ['busy', 'signed-out', 'no-connection', 'failed'].includes(state.kind)
}

/** Files that wait to be sent, one after the other; whoever shows them subscribes to it. */
export class UploadLine {
  #uploads: readonly Upload[] = []
  #listeners = new Set<() => void>()
  #sent = 0
  #under = 0

  constructor(private readonly send: SendFile) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly current = (): readonly Upload[] => this.#uploads

  /** Puts files at the end of the line; resolves to what became of each when none of them is under way any more. */
  add(files: readonly File[], tell: (share: number) => void = () => {}): Promise<Upload[]> {
    const added = files.map((file): Upload => ({ key: ++this.#sent, file, state: { kind: 'waiting' } }))
    const keys = new Set(added.map(({ key }) => key))
    this.#set([...this.#uploads, ...added])
    return new Promise((resolve) => {
      const look = () => {
        const own = this.#uploads.filter(({ key }) => keys.has(key))
        tell(own.reduce((sum, one) => sum + shareOf(one), 0) / Math.max(1, own.length))
        if (!own.every(isSettled)) return
        stop()
        resolve(own)
      }
      const stop = this.subscribe(look)
      this.#next()
      look()
    })
  }

  /** Sends a file again that did not get through. */
  retry(key: number): void {
    this.#change(key, { kind: 'waiting' })
    this.#next()
  }

  /** Forgets what is done with. */
  clear(): void {
    this.#set(this.#uploads.filter((one) => !isSettled(one)))
  }

  #next(): void {
    for (const { key, file, state } of this.#uploads) {
      if (this.#under >= atOnce) return
      if (state.kind === 'waiting') void this.#begin(key, file)
    }
  }

  async #begin(key: number, file: File): Promise<void> {
    this.#under++
    this.#change(key, { kind: 'sending', share: 0 })
    const answer = await this.send(file, (share) => this.#change(key, { kind: 'sending', share }))
    this.#under--
    this.#change(key, answer)
    this.#next()
  }

  #change(key: number, state: UploadState): void {
    this.#set(this.#uploads.map((one) => (one.key === key ? { ...one, state } : one)))
  }

  #set(uploads: readonly Upload[]): void {
    this.#uploads = uploads
    for (const listener of [...this.#listeners]) listener()
  }
}

function shareOf({ state }: Upload): number {
  return state.kind === 'waiting' ? 0 : state.kind === 'sending' ? state.share : 1
}
