import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgEnum, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from '../columns'
import type { Letter } from './rules'

export const mailStatus = pgEnum('mail_status', ['waiting', 'sent', 'abandoned'])

/** The outbox: every mail to one person about something they did, asked for or have to do. Newsletters have their own ledger. */
export const mails = pgTable(
  'mails',
  {
    /** Part of the Message-ID, so that a mail sent twice after a crash is seen to be one. */
    id: id(),
    status: mailStatus().notNull().default('waiting'),
    /** Lower goes first. */
    priority: smallint().notNull(),
    /** Emptied some time after the end, when nobody needs to look for it any more. */
    toAddress: text().notNull(),
    language: text().notNull(),
    kind: text().notNull(),
    /** What it says. It can hold a link that opens an account, so it is emptied once the mail is out or abandoned. */
    letter: jsonb().$type<Letter>(),
    /** When it would be of no use any more, as a link that has lapsed. */
    uselessAfter: moment(),
    attempts: integer().notNull().default(0),
    /** Why the last attempt failed, without addresses. */
    fault: text().notNull().default(''),
    triedAt: moment(),
    endedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    index('mails_status_created_at_index').on(table.status, table.createdAt),
    check('mails_letter_check', sql`(${table.status} = 'waiting') = (${table.letter} is not null)`),
    check('mails_ended_at_check', sql`(${table.status} = 'waiting') = (${table.endedAt} is null)`),
  ],
)
