import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, digest, id, moment } from '../columns'
import { newsletterEditions } from '../newsletter-editions/schema'
import { subscribers } from '../subscribers/schema'

/**
 * `queued`: waits for its turn. `leased`: a sender has it, and nothing of it was handed over. `sending`: its text is being handed over.
 * `uncertain`: all of it was handed over, and no answer came. `closed`: an uncertain one that an editor leaves as it is.
 */
export const deliveryStatus = pgEnum('delivery_status', [
  'queued',
  'leased',
  'sending',
  'sent',
  'failed',
  'uncertain',
  'closed',
  'skipped',
  'cancelled',
])
/** Why nothing was sent to somebody who was in the audience. */
export const deliverySkip = pgEnum('delivery_skip', ['left', 'paused', 'suppressed', 'erased'])
/** What came back after it was sent. */
export const bounceKind = pgEnum('bounce_kind', ['hard', 'soft'])

/**
 * The ledger: one row for each newsletter edition and subscriber, written when the audience is frozen. The address is the subscriber's, and goes
 * with it; its hash stays, so that no address is written to twice.
 */
export const deliveries = pgTable(
  'deliveries',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    editionId: uuid()
      .notNull()
      .references(() => newsletterEditions.id),
    subscriberId: uuid()
      .notNull()
      .references(() => subscribers.id),
    addressHash: digest().notNull(),
    /** Of the rendering that is sent. */
    language: text().notNull(),
    status: deliveryStatus().notNull().default('queued'),
    attempts: smallint().notNull().default(0),
    /** Before this it is not tried. */
    nextAt: moment().notNull(),
    /** The sender that has it, until when. */
    senderId: uuid(),
    leaseEndsAt: moment(),
    sendingAt: moment(),
    endedAt: moment(),
    skip: deliverySkip(),
    /** What the mail server answered, without addresses: its code (RFC 5321), enhanced code (RFC 3463) and words. */
    replyCode: smallint(),
    enhancedCode: text(),
    reply: text(),
    /** By what a provider calls it. */
    providerReference: text(),
    bounce: bounceKind(),
    bouncedAt: moment(),
    complainedAt: moment(),
    leftAt: moment(),
  },
  (table) => [
    // Led by the subscriber, so that it serves one person's record as well.
    unique('deliveries_subscriber_id_edition_id_key').on(table.subscriberId, table.editionId),
    unique('deliveries_edition_id_address_hash_key').on(table.editionId, table.addressHash),
    index('deliveries_queued_index').on(table.editionId, table.nextAt, table.id).where(sql`${table.status} = 'queued'`),
    index('deliveries_held_index').on(table.leaseEndsAt).where(sql`${table.status} in ('leased', 'sending')`),
    index('deliveries_uncertain_index').on(table.editionId).where(sql`${table.status} = 'uncertain'`),
    index('deliveries_harm_index')
      .on(table.editionId)
      .where(sql`${table.status} = 'failed' or ${table.bouncedAt} is not null or ${table.complainedAt} is not null`),
    index('deliveries_provider_reference_index').on(table.providerReference).where(sql`${table.providerReference} is not null`),
    check(
      'deliveries_held_check',
      sql`(${table.status} in ('leased', 'sending')) = (${table.leaseEndsAt} is not null) and (${table.leaseEndsAt} is null or ${table.senderId} is not null)`,
    ),
    check('deliveries_skip_check', sql`(${table.status} = 'skipped') = (${table.skip} is not null)`),
    check(
      'deliveries_ended_check',
      sql`(${table.status} in ('sent', 'failed', 'closed', 'skipped', 'cancelled')) = (${table.endedAt} is not null)`,
    ),
  ],
)

/** The processes that send, and when each was last heard of: what a silent one holds is taken from it. */
export const senders = pgTable('senders', {
  id: uuid().primaryKey(),
  startedAt: moment().notNull().defaultNow(),
  beatAt: moment().notNull().defaultNow(),
})

/**
 * How fast a provider, or a big recipient domain, may be sent to: a bucket of tokens that all senders draw from. A server that asks for patience
 * halves the rate, which recovers by itself.
 */
export const sendBudgets = pgTable(
  'send_budgets',
  {
    /** `provider`, or the recipient's domain. */
    key: text().primaryKey(),
    /** Mails a second, now and at most. */
    rate: doublePrecision().notNull(),
    fullRate: doublePrecision().notNull(),
    tokens: doublePrecision().notNull(),
    filledAt: moment().notNull(),
    /** Nothing is sent before this. */
    heldUntil: moment(),
    slowedAt: moment(),
  },
  (table) => [check('send_budgets_rate_check', sql`${table.rate} > 0 and ${table.rate} <= ${table.fullRate}`)],
)

/** What mail servers and providers told us of mails after they were taken: bounces, complaints. Each is heard once, however often it is told. */
export const deliveryReports = pgTable(
  'delivery_reports',
  {
    id: id(),
    /** `mailbox` or a provider's name. */
    source: text().notNull(),
    /** What the source calls the report; of a mail its hash. */
    externalId: text().notNull(),
    kind: text({ enum: ['hard_bounce', 'soft_bounce', 'complaint', 'delayed', 'delivered', 'other'] }).notNull(),
    deliveryId: bigint({ mode: 'number' }),
    enhancedCode: text().notNull().default(''),
    /** What it said, without addresses. */
    words: text().notNull().default(''),
    /** Whether it was acted upon: a report about a delivery we do not know is kept and changes nothing. */
    isKnown: boolean().notNull(),
    receivedAt: createdAt(),
    details: jsonb().$type<Record<string, string>>().notNull().default({}),
  },
  (table) => [
    unique('delivery_reports_source_external_id_key').on(table.source, table.externalId),
    index('delivery_reports_delivery_id_index').on(table.deliveryId),
  ],
)
