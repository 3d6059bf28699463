import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from '../columns'
import type { DomainFindings } from './rules'

/** What was found when a domain that newsletters come from was last looked up: whether mail servers have a reason to believe it. */
export const sendingDomains = pgTable('sending_domains', {
  domain: text().primaryKey(),
  checkedAt: moment().notNull(),
  findings: jsonb().$type<DomainFindings>().notNull(),
})
