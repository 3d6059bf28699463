import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, digest, id, moment } from '../columns'
import { consentTexts, subscriptionSource } from './schema'

/** `subscription`: to receive newsletters. `preferences`: a link to one's preferences. */
export const subscriberRequestKind = pgEnum('subscriber_request_kind', ['subscription', 'preferences'])

/**
 * What somebody asked for by typing an address, until a job answers it by mail. Whether we know the address, and what of it, is looked up there
 * only, so that asking takes as long for any address.
 */
export const subscriberRequests = pgTable(
  'subscriber_requests',
  {
    id: id(),
    kind: subscriberRequestKind().notNull(),
    address: text().notNull(),
    addressHash: digest().notNull(),
    /** In which the mail speaks. */
    language: text().notNull(),
    newsletterIds: uuid().array().notNull().default([]),
    source: subscriptionSource(),
    sourcePath: text().notNull().default(''),
    consentTextId: uuid().references(() => consentTexts.id),
    /** The keyed hash of the network it came from. */
    networkHash: digest(),
    /** Whether who asks holds an older mail of ours to this address, so that nobody else can have used up its turns. */
    hasProof: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    index('subscriber_requests_address_hash_index').on(table.addressHash),
    check(
      'subscriber_requests_subscription_check',
      sql`(${table.kind} = 'subscription') = (${table.source} is not null) and (${table.source} is null) = (${table.consentTextId} is null) and (${table.kind} = 'subscription') = (cardinality(${table.newsletterIds}) > 0)`,
    ),
  ],
)

/** How many asked for newsletters in an hour, how many were sent a mail to confirm it, and how many did: what is unusual is seen here. */
export const signUpHours = pgTable('sign_up_hours', {
  hour: moment().primaryKey(),
  requested: integer().notNull().default(0),
  asked: integer().notNull().default(0),
  confirmed: integer().notNull().default(0),
})
