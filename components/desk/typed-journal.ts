import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** What was typed and not saved, and where, by whom, in which tab and when. */
export type TypedEntry<Typed extends object> = Typed & {
  id: string
  /** What it was typed into, as the id of a page; `new-en` for one that is none yet. */
  place: string
  personId: string
  tab: string
  at: Date
}

interface TypedSchema<Typed extends object> extends DBSchema {
  entries: { key: string; value: TypedEntry<Typed>; indexes: { place: string } }
}

/** What was typed into one kind of thing, written down on this device. It outlives the tab, the session and the server. */
export class TypedJournal<Typed extends object> {
  readonly #name: string
  #opened: Promise<IDBPDatabase<TypedSchema<Typed>>> | undefined

  constructor(name: string) {
    this.#name = name
  }

  async write(entry: TypedEntry<Typed>): Promise<void> {
    const journal = await this.#open()
    await journal.put('entries', entry)
  }

  async forget(id: string): Promise<void> {
    const journal = await this.#open()
    await journal.delete('entries', id)
  }

  /** What somebody typed at a place and did not save, newest first. */
  async read(place: string, personId: string): Promise<TypedEntry<Typed>[]> {
    const journal = await this.#open()
    const entries = await journal.getAllFromIndex('entries', 'place', place)
    return entries.filter((entry) => entry.personId === personId).sort((one, other) => other.at.getTime() - one.at.getTime())
  }

  #open(): Promise<IDBPDatabase<TypedSchema<Typed>>> {
    this.#opened ??= openDB<TypedSchema<Typed>>(this.#name, 1, {
      upgrade: (journal) => void journal.createObjectStore('entries', { keyPath: 'id' }).createIndex('place', 'place'),
      terminated: () => {
        this.#opened = undefined
      },
    })
    return this.#opened
  }
}
