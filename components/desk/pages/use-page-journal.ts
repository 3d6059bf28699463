import { useEffect, useMemo, useState } from 'react'
import { listOpenTabs, nameTab } from '@/components/desk/article/tab-name'
import { forgetEntry, type PageEntry, readEntries, writeEntry } from '@/components/desk/pages/journal'

type Typed = Pick<PageEntry, 'version' | 'fields' | 'body'>

/** Milliseconds for which typed words may be in this tab only. */
const waits = 300

/**
 * Keeps on this device what is typed into a page until it is saved, and offers what was kept by a tab that is gone. `read` is asked for
 * what there is whenever it is written down. Where the browser keeps nothing, as in a private window of some, nothing is offered.
 */
export function usePageJournal(place: string, personId: string, read: () => Typed) {
  const [left, setLeft] = useState<readonly PageEntry[]>([])
  const keeper = useMemo(() => new Keeper(place, personId), [place, personId])

  useEffect(() => {
    keeper.read = read
  })
  useEffect(() => {
    void keeper.findLeft().then(setLeft, () => undefined)
    const flush = () => keeper.flush()
    window.addEventListener('pagehide', flush)
    return () => window.removeEventListener('pagehide', flush)
  }, [keeper])

  const forget = (entry: PageEntry) => {
    setLeft((entries) => entries.filter(({ id }) => id !== entry.id))
    void forgetEntry(entry.id).catch(() => undefined)
  }
  return { left: left[0] ?? null, forget, note: () => keeper.note(), clear: () => keeper.clear() }
}

class Keeper {
  /** One load of the page has one entry: what was there before is never written over. */
  readonly #id = crypto.randomUUID()
  readonly #place: string
  readonly #personId: string
  #tab: Promise<string> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  read: (() => Typed) | undefined

  constructor(place: string, personId: string) {
    this.#place = place
    this.#personId = personId
  }

  async findLeft(): Promise<PageEntry[]> {
    this.#tab ??= nameTab()
    const [own, open] = [await this.#tab, await listOpenTabs()]
    const entries = await readEntries(this.#place, this.#personId)
    return entries.filter(({ id, tab }) => id !== this.#id && (tab === own || !open.has(tab)))
  }

  note(): void {
    this.#timer ??= setTimeout(() => this.flush(), waits)
  }

  flush(): void {
    if (this.#timer === undefined || !this.read) return
    this.#stop()
    void this.#write(this.read()).catch(() => undefined)
  }

  clear(): void {
    this.#stop()
    void forgetEntry(this.#id).catch(() => undefined)
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  async #write(typed: Typed): Promise<void> {
    this.#tab ??= nameTab()
    const at = new Date()
    await writeEntry({ id: this.#id, place: this.#place, personId: this.#personId, tab: await this.#tab, at, ...typed })
  }
}
