import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm'
import { keyedHash } from '../../lib/secret'
import { db, type Transaction } from '../client'
import { findSettings } from '../settings/queries'
import { type Actor, sessionHours } from './rules'
import { people, sessions, signInLinks } from './schema'
import { newToken } from './tokens'

/** What the browser's cookie carries; the database has only its hash. */
export type NewSession = { token: string; expiresAt: Date }

/** Whoever is signed in, and what the dashboard needs to address them. */
export type SignedIn = Actor & { name: string; email: string; language: string; expiresAt: Date }

/** Minutes for which nobody notes that a session was used again: a row need not be written for each click. */
const seenEvery = 5

type Circumstances = { device: string; isTrusted?: boolean }

/**
 * Begins a session, with one factor given. Sessions that have ended are removed on the way. A trusted one counts as confirmed to its end: that is
 * for the sample's people.
 */
export async function beginSession(
  tx: Transaction,
  personId: string,
  { device, isTrusted = false }: Circumstances,
  now: Date,
): Promise<NewSession> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
  await tx.delete(sessions).where(lt(sessions.expiresAt, now))
  const confirmedAt = isTrusted ? expiresAt : null
  await tx.insert(sessions).values({ personId, tokenHash: hashOf(token), device, confirmedAt, seenAt: now, expiresAt })
  return { token, expiresAt }
}

/** Who a token belongs to now: a person who is active, with the role of this moment. */
export async function findActor(token: string, now: Date): Promise<SignedIn | null> {
  const [row] = await db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      isSample: people.isSample,
      role: people.role,
      sectionIds: sql<string[]>`array(select s.section_id from section_editors s where s.person_id = ${people.id})`,
      language: people.language,
      sessionId: sessions.id,
      confirmedAt: sessions.confirmedAt,
      expiresAt: sessions.expiresAt,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, hashOf(token)), gt(sessions.expiresAt, now), people.isActive))
  if (!row) return null
  const { seenAt, isSample, ...actor } = row
  // Their sessions ask for no second factor, so they end with the sample itself.
  if (isSample && !(await findSettings()).isSample) return null
  if (now.getTime() - seenAt.getTime() > seenEvery * 60_000)
    await db.update(sessions).set({ seenAt: now }).where(eq(sessions.id, actor.sessionId))
  return actor
}

/** A person's live sessions, the one last used first. */
export async function listSessions(personId: string, now: Date) {
  return db
    .select({ id: sessions.id, device: sessions.device, seenAt: sessions.seenAt, createdAt: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.seenAt))
}

/** Ends one of the actor's own sessions. Somebody else's is not found. */
export async function endSession(actor: Actor, sessionId: string): Promise<'ended' | 'unknown'> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.personId, actor.personId)))
    .returning({ id: sessions.id })
  return ended.length > 0 ? 'ended' : 'unknown'
}

/** Ends all of the actor's sessions but the one they are in. */
export async function endOtherSessions(actor: Actor): Promise<void> {
  return db.transaction((tx) => endSessionsOf(tx, actor.personId, actor.sessionId))
}

/** Ends a person's sessions, but one of them if it is named: what a changed factor or a switched-off account asks for. */
export async function endSessionsOf(tx: Transaction, personId: string, but?: string): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.personId, personId), but === undefined ? undefined : ne(sessions.id, but)))
}

/** Ends all sessions of everybody, and what would begin one: after a backup was restored, those that had been ended since would live again. */
export async function endEverySession(tx: Transaction): Promise<void> {
  await tx.delete(sessions)
  await tx.delete(signInLinks)
}

function hashOf(token: string): string {
  return keyedHash('sessions', token)
}
