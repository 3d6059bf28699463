import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns'

/** People whose names stand over or under articles. Independent of accounts: most never sign in. */
export const contributors = pgTable('contributors', {
  id: id(),
  slug: text().notNull().unique('contributors_slug_key'),
  createdAt: createdAt(),
})

/** How a contributor is named and described in an edition. */
export const contributorProfiles = pgTable(
  'contributor_profiles',
  {
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id, { onDelete: 'cascade' }),
    language: text().notNull(),
    name: text().notNull(),
    jobTitle: text().notNull().default(''),
    bio: text().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.contributorId, table.language] })],
)
