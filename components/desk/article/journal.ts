import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { ArticleContent } from '@/db/articles/content'

/** What was written in a tab and not saved, with what it was written over: enough to bring it back whatever has become of the article. */
export type JournalEntry = {
  articleId: string
  /** The pending change it belongs to; empty for the article's head. */
  changeId: string
  personId: string
  tab: string
  base: { revisionId: string; content: ArticleContent }
  content: ArticleContent
  sequence: number
  at: Date
}

interface JournalSchema extends DBSchema {
  entries: { key: string; value: JournalEntry; indexes: { article: string } }
}

let opened: Promise<IDBPDatabase<JournalSchema>> | undefined

/** Writes down on this device what a tab has. It outlives the tab, the session and the server. */
export async function writeJournal(entry: JournalEntry): Promise<void> {
  const journal = await open()
  await journal.put('entries', entry, keyOf(entry))
}

/** What this device knows that a person wrote in an article and did not save. */
export async function readJournal(articleId: string, changeId: string, personId: string): Promise<JournalEntry[]> {
  const journal = await open()
  const entries = await journal.getAllFromIndex('entries', 'article', articleId)
  return entries.filter((entry) => entry.personId === personId && entry.changeId === changeId)
}

/** Forgets what a tab wrote, if it has written nothing since `sequence`. */
export async function clearJournal(key: Pick<JournalEntry, 'articleId' | 'changeId' | 'tab'>, sequence: number): Promise<void> {
  const journal = await open()
  const transaction = journal.transaction('entries', 'readwrite')
  const present = await transaction.store.get(keyOf(key))
  if (present && present.sequence <= sequence) await transaction.store.delete(keyOf(key))
  await transaction.done
}

function keyOf({ articleId, changeId, tab }: Pick<JournalEntry, 'articleId' | 'changeId' | 'tab'>): string {
  return `${articleId} ${changeId} ${tab}`
}

function open(): Promise<IDBPDatabase<JournalSchema>> {
  opened ??= openDB<JournalSchema>('broadsheet-journal', 1, {
    upgrade: (journal) => void journal.createObjectStore('entries').createIndex('article', 'articleId'),
    terminated: () => {
      opened = undefined
    },
  })
  return opened
}
