import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { PageFields } from '@/components/desk/pages/page-draft'
import type { Body } from '@/db/body/rules'

/** What was typed into a standing page and not saved, with the revision it was typed over. */
export type PageEntry = {
  id: string
  /** The page's id; `new-en` for one that is none yet. */
  place: string
  personId: string
  tab: string
  version: number
  fields: PageFields
  body: Body
  at: Date
}

interface PageJournalSchema extends DBSchema {
  entries: { key: string; value: PageEntry; indexes: { place: string } }
}

let opened: Promise<IDBPDatabase<PageJournalSchema>> | undefined

/** Writes down on this device what was typed. It outlives the tab, the session and the server. */
export async function writeEntry(entry: PageEntry): Promise<void> {
  const journal = await open()
  await journal.put('entries', entry)
}

export async function forgetEntry(id: string): Promise<void> {
  const journal = await open()
  await journal.delete('entries', id)
}

/** What somebody typed at a place and did not save, newest first. */
export async function readEntries(place: string, personId: string): Promise<PageEntry[]> {
  const journal = await open()
  const entries = await journal.getAllFromIndex('entries', 'place', place)
  return entries.filter((entry) => entry.personId === personId).sort((one, other) => other.at.getTime() - one.at.getTime())
}

function open(): Promise<IDBPDatabase<PageJournalSchema>> {
  opened ??= openDB<PageJournalSchema>('broadsheet-page-journal', 1, {
    upgrade: (journal) => void journal.createObjectStore('entries', { keyPath: 'id' }).createIndex('place', 'place'),
    terminated: () => {
      opened = undefined
    },
  })
  return opened
}
