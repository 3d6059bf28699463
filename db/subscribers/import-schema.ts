import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, digest, id, moment } from '../columns'
import { newsletters } from '../newsletters/schema'
import type { FaultyLine, ImportCounts } from './import-rules'
import { subscribers } from './schema'

/** `read`: its rows lie here and what would happen is counted; nothing has happened yet. */
export const subscriberImportStatus = pgEnum('subscriber_import_status', ['read', 'approved', 'done', 'discarded'])

/** A file of addresses that somebody brought, and what became of it. Whoever left, bounced, complained or was erased is never brought back by one. */
export const subscriberImports = pgTable(
  'subscriber_imports',
  {
    id: id(),
    newsletterId: uuid()
      .notNull()
      .references(() => newsletters.id),
    status: subscriberImportStatus().notNull().default('read'),
    /** Whether the people in it have confirmed elsewhere, which a second person has to approve; otherwise each is asked once. */
    isConfirmedElsewhere: boolean().notNull().default(false),
    /** Where and how they agreed, in the importer's words. */
    evidence: text().notNull(),
    /** What would happen as long as nothing has; afterwards, what did. */
    counts: jsonb().$type<ImportCounts>().notNull(),
    /** The first of its faulty lines. */
    faults: jsonb().$type<FaultyLine[]>().notNull().default([]),
    createdById: uuid().notNull(),
    approvedById: uuid(),
    endedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    check('subscriber_imports_evidence_check', sql`length(${table.evidence}) between 1 and 2000`),
    check('subscriber_imports_ended_check', sql`(${table.status} in ('done', 'discarded')) = (${table.endedAt} is not null)`),
  ],
)

/** The sound rows of an import that has not ended. */
export const subscriberImportRows = pgTable(
  'subscriber_import_rows',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    importId: uuid()
      .notNull()
      .references(() => subscriberImports.id, { onDelete: 'cascade' }),
    line: integer().notNull(),
    address: text().notNull(),
    addressHash: digest().notNull(),
    language: text().notNull(),
    confirmedAt: moment(),
    /** When the one mail that asks was sent. */
    askedAt: moment(),
    subscriberId: uuid().references(() => subscribers.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('subscriber_import_rows_import_id_index').on(table.importId, table.line),
    index('subscriber_import_rows_asked_at_index').on(table.askedAt).where(sql`${table.askedAt} is not null`),
  ],
)
