import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns'

/** People whose names stand over or under articles. Independent of accounts: most never sign in. */
export const contributors = pgTable('contributors', {
  id: id(),
  slug: text().notNull().unique('contributors_slug_key'),
  /** Counts the changes: a form that was filled in before the last one is not saved over it. */
  version: integer().notNull().default(1),
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

/** Contributors that were one person with another: what somebody wrote while they became one still names them. */
export const mergedContributors = pgTable('merged_contributors', {
  id: uuid().primaryKey(),
  intoId: uuid()
    .notNull()
    .references(() => contributors.id, { onDelete: 'cascade' }),
})
