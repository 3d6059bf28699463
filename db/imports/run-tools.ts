import type { Reader, Transaction } from '../client'
import type { Entry } from './ledger'

/** What the parts of a run are handed. */
export type ImportTools = {
  /** For looking things up between the transactions. */
  reader: Reader
  /** Runs work in a transaction of its own; in a dry run, inside the one that is taken back at the end. */
  inTransaction: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>
  /** Stores lines of the ledger with the work they tell of, and prints them. */
  record: (tx: Transaction, entries: readonly Entry[]) => Promise<void>
  isDryRun: boolean
}
