import { desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '../client'
import { nameIn } from '../newsletters/newsletter-name'
import { newsletters } from '../newsletters/schema'
import { people } from '../people/schema'
import { subscriberImportRows, subscriberImports } from './import-schema'

const approver = alias(people, 'approver')

const columns = (language: string) => ({
  id: subscriberImports.id,
  newsletter: nameIn(language),
  status: subscriberImports.status,
  isConfirmedElsewhere: subscriberImports.isConfirmedElsewhere,
  evidence: subscriberImports.evidence,
  counts: subscriberImports.counts,
  faults: subscriberImports.faults,
  createdById: subscriberImports.createdById,
  createdBy: sql<string>`coalesce(${people.name}, '')`,
  approvedBy: sql<string>`coalesce(${approver.name}, '')`,
  createdAt: subscriberImports.createdAt,
  endedAt: subscriberImports.endedAt,
  /** Of those who are asked one by one: how many have been. */
  asked: sql<number>`(
    select count(*)::int from ${subscriberImportRows}
    where ${subscriberImportRows.importId} = ${subscriberImports.id} and ${subscriberImportRows.askedAt} is not null)`,
})

/** The files of addresses that were brought, the newest first. */
export async function listImports(language: string, limit = 100) {
  return from(language).orderBy(desc(subscriberImports.createdAt)).limit(limit)
}

/** One of them; null if there is none. */
export async function findImport(id: string, language: string) {
  const [found] = await from(language).where(eq(subscriberImports.id, id))
  return found ?? null
}

function from(language: string) {
  return db
    .select(columns(language))
    .from(subscriberImports)
    .innerJoin(newsletters, eq(newsletters.id, subscriberImports.newsletterId))
    .leftJoin(people, eq(people.id, subscriberImports.createdById))
    .leftJoin(approver, eq(approver.id, subscriberImports.approvedById))
}
