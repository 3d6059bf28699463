import { useEffect, useMemo, useState } from 'react'
import { listOpenTabs, nameTab } from '@/components/desk/article/tab-name'
import type { TypedEntry, TypedJournal } from '@/components/desk/typed-journal'

/** Milliseconds for which typed words may be in this tab only. */
const waits = 300

/**
 * Keeps on this device what is typed into something until it is saved, and offers what was kept by a tab that is gone. `read` is asked for
 * what there is whenever it is written down. Where the browser keeps nothing, as in a private window of some, nothing is offered.
 */
export function useTypedJournal<Typed extends object>(
  journal: TypedJournal<Typed>,
  place: string,
  personId: string,
  read: () => Typed,
) {
  const [left, setLeft] = useState<readonly TypedEntry<Typed>[]>([])
  const keeper = useMemo(() => new Keeper(journal, place, personId), [journal, place, personId])

  useEffect(() => {
    keeper.read = read
  })
  useEffect(() => {
    void keeper.findLeft().then(setLeft, () => undefined)
    const flush = () => keeper.flush()
    window.addEventListener('pagehide', flush)
    return () => window.removeEventListener('pagehide', flush)
  }, [keeper])

  const forget = (entry: TypedEntry<Typed>) => {
    setLeft((entries) => entries.filter(({ id }) => id !== entry.id))
    void journal.forget(entry.id).catch(() => undefined)
  }
  return { left: left[0] ?? null, forget, note: () => keeper.note(), clear: () => keeper.clear() }
}

class Keeper<Typed extends object> {
  /** One load of the page has one entry: what was there before is never written over. */
  readonly #id = crypto.randomUUID()
  readonly #journal: TypedJournal<Typed>
  readonly #place: string
  readonly #personId: string
  #tab: Promise<string> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  read: (() => Typed) | undefined

  constructor(journal: TypedJournal<Typed>, place: string, personId: string) {
    this.#journal = journal
    this.#place = place
    this.#personId = personId
  }

  async findLeft(): Promise<TypedEntry<Typed>[]> {
    this.#tab ??= nameTab()
    const [own, open] = [await this.#tab, await listOpenTabs()]
    const entries = await this.#journal.read(this.#place, this.#personId)
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
    void this.#journal.forget(this.#id).catch(() => undefined)
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  async #write(typed: Typed): Promise<void> {
    this.#tab ??= nameTab()
    const at = new Date()
    await this.#journal.write({
      ...typed,
      ...{ id: this.#id, place: this.#place, personId: this.#personId, tab: await this.#tab, at },
    })
  }
}
