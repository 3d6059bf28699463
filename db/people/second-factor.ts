import { randomInt } from 'node:crypto'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { generateSecret, verify } from 'otplib'
import { keyedHash, seal, unseal } from '../../lib/secret'
import { db, type Reader, type Transaction } from '../client'
import { takeTurn } from '../limits/commands'
import { acceptInvitations } from './invitations'
import { type Actor, isFresh, recoveryCodeShape, secondFactorLimit, sixDigits } from './rules'
import { authenticatorApps, passkeys, people, recoveryCodes, sessions, signInLinks } from './schema'
import { endSessionsOf } from './sessions'

/** Seconds by which the clock of a phone may be wrong. */
const tolerance = 30

const recoveryCodeCount = 10
/** Without those that are taken for one another. */
const recoveryLetters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** What a person has to confirm themselves with. */
export type SecondFactors = { hasApp: boolean; passkeys: number; recoveryCodes: number }

export async function findSecondFactors(personId: string, reader: Reader = db): Promise<SecondFactors> {
  const [row] = await reader.execute<{ app: boolean; passkeys: number; codes: number }>(sql`
    select exists (select from ${authenticatorApps} where person_id = ${personId} and confirmed_at is not null) as app,
      (select count(*)::int from ${passkeys} where person_id = ${personId}) as passkeys,
      (select count(*)::int from ${recoveryCodes} where person_id = ${personId} and used_at is null) as codes`)
  return { hasApp: row?.app ?? false, passkeys: row?.passkeys ?? 0, recoveryCodes: row?.codes ?? 0 }
}

export async function hasSecondFactor(reader: Reader, personId: string): Promise<boolean> {
  const { hasApp, passkeys: count } = await findSecondFactors(personId, reader)
  return hasApp || count > 0
}

/** Whether the actor may set up a factor now: the first one, or another with a factor just given. */
export async function mayEnrol(reader: Reader, actor: Actor, now: Date): Promise<boolean> {
  return isFresh(actor, now) || !(await hasSecondFactor(reader, actor.personId))
}

type BegunApp = { outcome: 'begun'; secret: string } | { outcome: 'there-already' | 'ask-again' }

/**
 * The secret for an authenticator app that is being set up, base32. It counts for nothing until a code has shown that the app has it; until then
 * this session is given the same one again, and every other session a new one: a secret that somebody else has seen protects nobody.
 */
export async function beginApp(actor: Actor, now: Date): Promise<BegunApp> {
  return db.transaction(async (tx) => {
    await holdPerson(tx, actor.personId)
    const [app] = await tx.select().from(authenticatorApps).where(eq(authenticatorApps.personId, actor.personId))
    if (app && app.confirmedAt !== null) return { outcome: 'there-already' }
    if (!(await mayEnrol(tx, actor, now))) return { outcome: 'ask-again' }
    if (app?.sessionId === actor.sessionId) return { outcome: 'begun', secret: unseal('authenticator-apps', app.secret) }
    const secret = generateSecret()
    const row = { secret: seal('authenticator-apps', secret), sessionId: actor.sessionId }
    await tx
      .insert(authenticatorApps)
      .values({ personId: actor.personId, ...row })
      .onConflictDoUpdate({ target: authenticatorApps.personId, set: row })
    return { outcome: 'begun', secret }
  })
}

/** What became of setting up a factor. The recovery codes are those of the first factor; afterwards there are none. */
export type Enrolled =
  | { outcome: 'enrolled'; recoveryCodes: string[] }
  | { outcome: 'wrong-code' | 'passkey-refused' | 'too-many' | 'ask-again' }

/** Takes the first code of an app that is being set up. From then on it is a second factor, and this session has given it. */
export async function confirmApp(actor: Actor, typed: string, now: Date): Promise<Enrolled> {
  if (!(await takeTurn(db, `second factor ${actor.personId}`, secondFactorLimit, now))) return { outcome: 'too-many' }
  return db.transaction(async (tx) => {
    if (!(await mayEnrol(tx, actor, now))) return { outcome: 'ask-again' }
    const step = await checkApp(tx, actor, typed, now, 'new')
    if (step === null) return { outcome: 'wrong-code' }
    await tx
      .update(authenticatorApps)
      .set({ confirmedAt: now, lastStep: step })
      .where(eq(authenticatorApps.personId, actor.personId))
    return { outcome: 'enrolled', recoveryCodes: await welcomeFactor(tx, actor, now) }
  })
}

/** Confirms the session by a code of the app, or by a recovery code, each of which opens once. */
export async function giveCode(actor: Actor, typed: string, now: Date): Promise<'confirmed' | 'wrong-code' | 'too-many'> {
  if (!(await takeTurn(db, `second factor ${actor.personId}`, secondFactorLimit, now))) return 'too-many'
  return db.transaction(async (tx) => {
    const step = await checkApp(tx, actor, typed, now, 'confirmed')
    if (step !== null) {
      await tx.update(authenticatorApps).set({ lastStep: step }).where(eq(authenticatorApps.personId, actor.personId))
    } else if (!(await useRecoveryCode(tx, actor.personId, typed, now))) return 'wrong-code'
    await confirmSession(tx, actor, now)
    return 'confirmed'
  })
}

/** New recovery codes in place of all earlier ones, for a session that has just given its second factor. */
export async function renewRecoveryCodes(actor: Actor, now: Date): Promise<string[] | 'ask-again'> {
  if (!isFresh(actor, now)) return 'ask-again'
  return db.transaction((tx) => makeRecoveryCodes(tx, actor.personId))
}

/** What became of taking a factor away. `last`: without it nobody would come in again. `ask-again`: the second factor was not given lately. */
export type Removal = 'removed' | 'last' | 'unknown' | 'ask-again'

/** Takes the actor's authenticator app away and ends their other sessions. The last factor stays: without one nobody comes in again. */
export async function removeApp(actor: Actor, now: Date): Promise<Removal> {
  if (!isFresh(actor, now)) return 'ask-again'
  return db.transaction(async (tx) => {
    await holdPerson(tx, actor.personId)
    const { hasApp, passkeys: keys } = await findSecondFactors(actor.personId, tx)
    if (!hasApp) return 'unknown'
    if (keys === 0) return 'last'
    await tx.delete(authenticatorApps).where(eq(authenticatorApps.personId, actor.personId))
    await endSessionsOf(tx, actor.personId, actor.sessionId)
    return 'removed'
  })
}

/** Holds a person until the transaction ends, so that of two changes to their factors one comes after the other. */
export async function holdPerson(tx: Transaction, personId: string): Promise<void> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update')
}

/** Takes a person's factors and open links away, for whoever has lost them and is invited anew. */
export async function removeFactors(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(authenticatorApps).where(eq(authenticatorApps.personId, personId))
  await tx.delete(passkeys).where(eq(passkeys.personId, personId))
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await tx.delete(signInLinks).where(eq(signInLinks.personId, personId))
}

/** What follows when a factor is added: this session has given it, every other ends, and the first brings recovery codes and the account. */
export async function welcomeFactor(tx: Transaction, actor: Actor, now: Date): Promise<string[]> {
  await confirmSession(tx, actor, now)
  await endSessionsOf(tx, actor.personId, actor.sessionId)
  await acceptInvitations(tx, actor.personId, now)
  const { recoveryCodes: left } = await findSecondFactors(actor.personId, tx)
  return left > 0 ? [] : makeRecoveryCodes(tx, actor.personId)
}

/** Notes that the session has given its second factor now. */
export async function confirmSession(tx: Transaction, actor: Actor, now: Date): Promise<void> {
  await tx.update(sessions).set({ confirmedAt: now, challenge: null, challengedAt: null }).where(eq(sessions.id, actor.sessionId))
}

/** The step of a right code that was not taken before, else null. The app's row is held, so that of two at once one comes through. */
async function checkApp(
  tx: Transaction,
  { personId, sessionId }: Actor,
  typed: string,
  now: Date,
  state: 'new' | 'confirmed',
): Promise<number | null> {
  const code = sixDigits.safeParse(typed)
  if (!code.success) return null
  const isInState =
    state === 'new'
      ? and(isNull(authenticatorApps.confirmedAt), eq(authenticatorApps.sessionId, sessionId))
      : isNotNull(authenticatorApps.confirmedAt)
  const [app] = await tx
    .select()
    .from(authenticatorApps)
    .where(and(eq(authenticatorApps.personId, personId), isInState))
    .for('update')
  if (!app) return null
  const result = await verify({
    secret: unseal('authenticator-apps', app.secret),
    token: code.data,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: tolerance,
    // Null steps aside: a code that was taken once is not taken again (RFC 6238, 5.2).
    ...(app.lastStep > 0 && { afterTimeStep: app.lastStep }),
  })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}

async function useRecoveryCode(tx: Transaction, personId: string, typed: string, now: Date): Promise<boolean> {
  const code = recoveryCodeShape.safeParse(typed)
  if (!code.success) return false
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.personId, personId),
        eq(recoveryCodes.codeHash, hashOf(personId, code.data)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id })
  return used.length > 0
}

async function makeRecoveryCodes(tx: Transaction, personId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => {
    const letters = Array.from({ length: 12 }, () => recoveryLetters[randomInt(recoveryLetters.length)]).join('')
    return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
  })
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ personId, codeHash: hashOf(personId, code.replaceAll('-', '')) })))
  return codes
}

function hashOf(personId: string, code: string): string {
  return keyedHash('codes', `recovery ${personId} ${code}`)
}
