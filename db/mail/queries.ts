import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '../client'
import type { MailStatus } from './rules'
import { mails } from './schema'

/** A mail as a list shows it: how it fares, never what it says. */
export type MailEntry = {
  id: string
  status: MailStatus
  kind: string
  language: string
  /** Empty when it ended long ago. */
  toAddress: string
  attempts: number
  fault: string
  createdAt: Date
  triedAt: Date | null
  endedAt: Date | null
}

/** A place in the list: what stands after it is older. */
export type MailPlace = { createdAt: Date; id: string }

const pageLength = 50

/** Mails of the outbox, newest first, 50 from after `before`; `next` is the place to go on from, null at the end. */
export async function listMails({
  status,
  before,
}: {
  status?: MailStatus
  before?: MailPlace
} = {}): Promise<{ mails: MailEntry[]; next: MailPlace | null }> {
  const conditions: SQL[] = []
  if (status) conditions.push(eq(mails.status, status))
  if (before)
    conditions.push(sql`(${mails.createdAt}, ${mails.id}) < (${before.createdAt.toISOString()}::timestamptz, ${before.id}::uuid)`)
  const rows = await db
    .select(columns)
    .from(mails)
    .where(and(...conditions))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(pageLength + 1)
  const shown = rows.slice(0, pageLength)
  const last = shown.at(-1)
  return { mails: shown, next: rows.length > pageLength && last ? { createdAt: last.createdAt, id: last.id } : null }
}

const columns = {
  id: mails.id,
  status: mails.status,
  kind: mails.kind,
  language: mails.language,
  toAddress: mails.toAddress,
  attempts: mails.attempts,
  fault: mails.fault,
  createdAt: mails.createdAt,
  triedAt: mails.triedAt,
  endedAt: mails.endedAt,
}
