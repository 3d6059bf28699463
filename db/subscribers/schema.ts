import { sql } from 'drizzle-orm'
import { bigserial, check, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, digest, id, moment } from '../columns'
import { newsletters } from '../newsletters/schema'
import type { ConsentDetails } from './rules'

/** `pending`: has never confirmed anything. `erased`: nothing is left but the hash of the address. */
export const subscriberStatus = pgEnum('subscriber_status', ['pending', 'active', 'erased'])
export const subscriptionStatus = pgEnum('subscription_status', ['pending', 'active', 'ended'])
/** Where a subscription was asked for. */
export const subscriptionSource = pgEnum('subscription_source', [
  'article',
  'home',
  'newsletter_page',
  'preferences',
  'import',
  'staff',
])
/** Why a subscription ended. `link`: the one in an edition's text. `one_click`: RFC 8058. */
export const subscriptionEnd = pgEnum('subscription_end', [
  'one_click',
  'link',
  'preferences',
  'hard_bounce',
  'soft_bounces',
  'complaint',
  'erased',
  'never_again',
  'staff',
])
export const suppressionReason = pgEnum('suppression_reason', [
  'hard_bounce',
  'soft_bounces',
  'complaint',
  'erased',
  'never_again',
  'staff',
])
export const consentKind = pgEnum('consent_kind', [
  'requested',
  'confirmed',
  'left',
  'paused',
  'resumed',
  'changed',
  'imported',
  'suppressed',
  'released',
  'exported',
  'erased',
])

/** Somebody who receives newsletters, or asked for them. One for each address, spelled as `normalAddress` spells it. */
export const subscribers = pgTable(
  'subscribers',
  {
    id: id(),
    /** As it was typed, trimmed, its domain in lower case; null once erased. */
    address: text(),
    /** The keyed hash of the normal spelling: outlives the address. */
    addressHash: digest().notNull().unique('subscribers_address_hash_key'),
    status: subscriberStatus().notNull().default('pending'),
    /** In which mail and pages speak to them. */
    language: text().notNull(),
    /** IANA name; null where it is not known. */
    timeZone: text(),
    /** Until when nothing is sent to them. */
    pausedUntil: moment(),
    /** Links to the preferences are good for the number they were made with; a higher one ends all of them. */
    linkVersion: integer().notNull().default(1),
    confirmedAt: moment(),
    erasedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    index('subscribers_created_at_index').on(table.createdAt, table.id),
    index('subscribers_address_index').using('gin', sql`lower(${table.address}) gin_trgm_ops`),
    check('subscribers_erased_check', sql`(${table.status} = 'erased') = (${table.address} is null)`),
    check('subscribers_erased_at_check', sql`(${table.status} = 'erased') = (${table.erasedAt} is not null)`),
    check('subscribers_confirmed_check', sql`${table.status} <> 'active' or ${table.confirmedAt} is not null`),
  ],
)

/** That somebody receives a newsletter, asked for it, or did. */
export const subscriptions = pgTable(
  'subscriptions',
  {
    subscriberId: uuid()
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    newsletterId: uuid()
      .notNull()
      .references(() => newsletters.id),
    status: subscriptionStatus().notNull().default('pending'),
    source: subscriptionSource().notNull(),
    /** The page where it was asked for; empty where there was none. */
    sourcePath: text().notNull().default(''),
    requestedAt: moment().notNull().defaultNow(),
    confirmedAt: moment(),
    endedAt: moment(),
    end: subscriptionEnd(),
  },
  (table) => [
    primaryKey({ columns: [table.newsletterId, table.subscriberId] }),
    index('subscriptions_subscriber_id_index').on(table.subscriberId),
    index('subscriptions_confirmed_at_index').on(table.newsletterId, table.confirmedAt),
    check('subscriptions_active_check', sql`${table.status} <> 'active' or ${table.confirmedAt} is not null`),
    check(
      'subscriptions_ended_check',
      sql`(${table.status} = 'ended') = (${table.endedAt} is not null) and (${table.endedAt} is null) = (${table.end} is null)`,
    ),
  ],
)

/** A sign-up that waits for its address to be confirmed: one mail for all newsletters that were chosen. Forgotten seven days later. */
export const confirmations = pgTable(
  'confirmations',
  {
    id: id(),
    subscriberId: uuid()
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    newsletterIds: uuid().array().notNull(),
    consentTextId: uuid()
      .notNull()
      .references(() => consentTexts.id),
    language: text().notNull(),
    endsAt: moment().notNull(),
    confirmedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    index('confirmations_subscriber_id_index').on(table.subscriberId),
    index('confirmations_ends_at_index').on(table.endsAt),
    check('confirmations_newsletter_ids_check', sql`cardinality(${table.newsletterIds}) > 0`),
  ],
)

/** The words somebody agreed to, exactly as they stood there; never changed (a trigger refuses it). */
export const consentTexts = pgTable(
  'consent_texts',
  {
    id: id(),
    language: text().notNull(),
    /** Of the body, hexadecimal SHA-256. */
    sha256: text().notNull(),
    body: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique('consent_texts_language_sha256_key').on(table.language, table.sha256)],
)

/**
 * Who agreed to what, and took it back, in order: never changed, never removed (a trigger refuses both). It knows addresses by their hash only,
 * so that it can outlive an erasure.
 */
export const consentEvents = pgTable(
  'consent_events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: moment().notNull().defaultNow(),
    addressHash: digest().notNull(),
    kind: consentKind().notNull(),
    newsletterId: uuid(),
    consentTextId: uuid(),
    language: text().notNull(),
    /** The page where it happened; empty where there was none. */
    sourcePath: text().notNull().default(''),
    /** The keyed hash of the network it came from; null where there was none. */
    networkHash: digest(),
    /** Who of the staff did it; null for the subscriber. */
    personId: uuid(),
    details: jsonb().$type<ConsentDetails>().notNull().default({}),
  },
  (table) => [index('consent_events_address_hash_index').on(table.addressHash, table.id)],
)

/** Who is not to be written to: everywhere, or by one newsletter. Outlives the subscriber's erasure, and no import passes it. */
export const suppressions = pgTable(
  'suppressions',
  {
    id: id(),
    addressHash: digest().notNull(),
    /** Null for everything. */
    newsletterId: uuid().references(() => newsletters.id),
    reason: suppressionReason().notNull(),
    /** The delivery that showed it, if one did. */
    deliveryId: text().notNull().default(''),
    /** Who of the staff did it; null for the subscriber or a mail server. */
    personId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [unique('suppressions_address_hash_newsletter_id_key').on(table.addressHash, table.newsletterId).nullsNotDistinct()],
)
