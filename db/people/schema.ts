import { sql } from 'drizzle-orm'
import { bigint, boolean, check, customType, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Language } from '../../lib/languages'
import { createdAt, id, moment } from '../columns'
import { sections } from '../sections/schema'

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

export const staffRole = pgEnum('staff_role', ['contributor', 'reporter', 'editor', 'publisher', 'admin', 'licensing', 'finance'])

/** People who may sign in, by invitation only. */
export const people = pgTable('people', {
  id: id(),
  /** Lower case, as the inputs in `rules.ts` make it. */
  email: text().notNull().unique('people_email_key'),
  name: text().notNull().default(''),
  role: staffRole().notNull(),
  /** What the dashboard and mails speak to them. */
  language: text().$type<Language>().notNull().default('en'),
  isActive: boolean().notNull().default(true),
  /** Of the sample publication: has no phone, and signs in by mail alone while the publication says that it is a sample. */
  isSample: boolean().notNull().default(false),
  createdAt: createdAt(),
})

/** A promise of an account, kept as a hash: the link itself is nowhere in the database. */
export const invitations = pgTable('invitations', {
  id: id(),
  personId: uuid()
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' }),
  tokenHash: text().notNull().unique('invitations_token_hash_key'),
  expiresAt: moment().notNull(),
  acceptedAt: moment(),
  createdAt: createdAt(),
})

/** Whose section is whose: an editor decides about the articles of these. */
export const sectionEditors = pgTable(
  'section_editors',
  {
    personId: personId(),
    sectionId: uuid()
      .notNull()
      .references(() => sections.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.personId, table.sectionId] })],
)

/** A request to sign in, one live one for each person. Everything that opens it is kept as a hash. */
export const signInLinks = pgTable('sign_in_links', {
  personId: personId().primaryKey(),
  tokenHash: text().notNull().unique('sign_in_links_token_hash_key'),
  /** Of the cookie of the browser that asked: the link alone opens nothing anywhere else. */
  browserHash: text().notNull(),
  /** Of the code shown where the link was opened in another browser; typed where it was asked for. */
  codeHash: text(),
  codeAttempts: integer().notNull().default(0),
  expiresAt: moment().notNull(),
  createdAt: createdAt(),
})

/** Who is signed in where. The cookie's token is kept as a hash: whoever reads this table is signed in as nobody. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    personId: personId(),
    tokenHash: text().notNull().unique('sessions_token_hash_key'),
    /** The browser and system in a few words, so that people recognise their own. */
    device: text().notNull().default(''),
    /** When the second factor was last given; null before it was. */
    confirmedAt: moment(),
    /** The passkey question that is being asked in this session. */
    challenge: text(),
    challengedAt: moment(),
    seenAt: moment().notNull(),
    expiresAt: moment().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('sessions_person_id_index').on(table.personId),
    check('sessions_challenge_check', sql`(${table.challenge} is null) = (${table.challengedAt} is null)`),
  ],
)

/** Passkeys: public keys of people's devices (WebAuthn). */
export const passkeys = pgTable(
  'passkeys',
  {
    /** The credential's id as the browser gives it, base64url. */
    id: text().primaryKey(),
    personId: personId(),
    publicKey: bytea().notNull(),
    /** Counts up with each use where the device counts; one that goes back was copied. */
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    name: text().notNull(),
    usedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [index('passkeys_person_id_index').on(table.personId)],
)

/** The secret that a person's authenticator app counts by (RFC 6238). */
export const authenticatorApps = pgTable('authenticator_apps', {
  personId: personId().primaryKey(),
  /** Encrypted with the installation's key, which is not in the database. */
  secret: text().notNull(),
  /** The session it is being set up in: nobody else is shown it. */
  sessionId: uuid().references(() => sessions.id, { onDelete: 'set null' }),
  /** Null until a first code has shown that the app has it. */
  confirmedAt: moment(),
  /** The 30-second step of the last code taken: none is taken twice. */
  lastStep: bigint({ mode: 'number' }).notNull().default(0),
  createdAt: createdAt(),
})

/** Codes on paper for whoever has lost the rest; each opens once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    personId: personId(),
    codeHash: text().notNull(),
    usedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [index('recovery_codes_person_id_index').on(table.personId)],
)

function personId() {
  return uuid()
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' })
}
