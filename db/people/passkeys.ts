import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { and, eq, gt } from 'drizzle-orm'
import { environment } from '../../lib/environment'
import { db, type Transaction } from '../client'
import { type Actor, challengeMinutes, isFresh } from './rules'
import { passkeys, people, sessions } from './schema'
import {
  confirmSession,
  type Enrolled,
  findSecondFactors,
  holdPerson,
  mayEnrol,
  type Removal,
  welcomeFactor,
} from './second-factor'
import { endSessionsOf } from './sessions'

/** A question for the browser's `navigator.credentials.create`, bound to this session for five minutes. Null: the second factor has to be given first. */
export async function askForNewPasskey(
  actor: Actor,
  publication: string,
  now: Date,
): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  return db.transaction(async (tx) => {
    if (!(await mayEnrol(tx, actor, now))) return null
    const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, actor.personId))
    const options = await generateRegistrationOptions({
      rpName: publication,
      rpID: host(),
      userName: person?.email ?? '',
      userID: new TextEncoder().encode(actor.personId),
      attestationType: 'none',
      excludeCredentials: await listKeys(tx, actor.personId),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    })
    await keepChallenge(tx, actor, options.challenge, now)
    return options
  })
}

/** Keeps the passkey that the browser made. From then on it is a second factor, and this session has given it. */
export async function addPasskey(actor: Actor, response: RegistrationResponseJSON, name: string, now: Date): Promise<Enrolled> {
  return db.transaction(async (tx) => {
    if (!(await mayEnrol(tx, actor, now))) return { outcome: 'ask-again' }
    const challenge = await takeChallenge(tx, actor, now)
    if (challenge === null) return { outcome: 'passkey-refused' }
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin(),
      expectedRPID: host(),
      requireUserVerification: true,
    }).catch(() => refused)
    if (!verified || !registrationInfo) return { outcome: 'passkey-refused' }
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    const [added] = await tx
      .insert(passkeys)
      .values({ id, personId: actor.personId, publicKey, counter, transports, name })
      .onConflictDoNothing()
      .returning({ id: passkeys.id })
    return added ? { outcome: 'enrolled', recoveryCodes: await welcomeFactor(tx, actor, now) } : { outcome: 'passkey-refused' }
  })
}

/** A question for the browser's `navigator.credentials.get`, bound to this session for five minutes. Null: the person has no passkey. */
export async function askForPasskey(actor: Actor, now: Date): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  return db.transaction(async (tx) => {
    const keys = await listKeys(tx, actor.personId)
    if (keys.length === 0) return null
    const options = await generateAuthenticationOptions({ rpID: host(), allowCredentials: keys, userVerification: 'required' })
    await keepChallenge(tx, actor, options.challenge, now)
    return options
  })
}

/** Confirms the session by a passkey's answer to the question asked last; each question is answered once. */
export async function givePasskey(
  actor: Actor,
  response: AuthenticationResponseJSON,
  now: Date,
): Promise<'confirmed' | 'refused'> {
  return db.transaction(async (tx) => {
    const challenge = await takeChallenge(tx, actor, now)
    const [key] = await tx
      .select()
      .from(passkeys)
      .where(and(eq(passkeys.id, response.id), eq(passkeys.personId, actor.personId)))
      .for('update')
    if (challenge === null || !key) return 'refused'
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin(),
      expectedRPID: host(),
      credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
      requireUserVerification: true,
    }).catch(() => refused)
    if (!verified || !authenticationInfo) return 'refused'
    await tx.update(passkeys).set({ counter: authenticationInfo.newCounter, usedAt: now }).where(eq(passkeys.id, key.id))
    await confirmSession(tx, actor, now)
    return 'confirmed'
  })
}

/** Takes one of the actor's passkeys away and ends their other sessions. The last factor stays: without one nobody comes in again. */
export async function removePasskey(actor: Actor, id: string, now: Date): Promise<Removal> {
  if (!isFresh(actor, now)) return 'ask-again'
  return db.transaction(async (tx) => {
    await holdPerson(tx, actor.personId)
    const keys = await tx.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.personId, actor.personId))
    if (!keys.some((key) => key.id === id)) return 'unknown'
    const { hasApp } = await findSecondFactors(actor.personId, tx)
    if (keys.length === 1 && !hasApp) return 'last'
    await tx.delete(passkeys).where(and(eq(passkeys.id, id), eq(passkeys.personId, actor.personId)))
    await endSessionsOf(tx, actor.personId, actor.sessionId)
    return 'removed'
  })
}

/** A person's passkeys by the names they gave them. */
export async function listPasskeys(personId: string) {
  return db
    .select({ id: passkeys.id, name: passkeys.name, usedAt: passkeys.usedAt, createdAt: passkeys.createdAt })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(passkeys.createdAt)
}

const refused = { verified: false, registrationInfo: undefined, authenticationInfo: undefined } as const

async function listKeys(tx: Transaction, personId: string) {
  return tx.select({ id: passkeys.id, transports: passkeys.transports }).from(passkeys).where(eq(passkeys.personId, personId))
}

async function keepChallenge(tx: Transaction, actor: Actor, challenge: string, now: Date) {
  await tx.update(sessions).set({ challenge, challengedAt: now }).where(eq(sessions.id, actor.sessionId))
}

/** The question asked in this session, once; null when there is none or it is too old. */
async function takeChallenge(tx: Transaction, actor: Actor, now: Date): Promise<string | null> {
  const since = new Date(now.getTime() - challengeMinutes * 60_000)
  const [asked] = await tx
    .select({ challenge: sessions.challenge })
    .from(sessions)
    .where(and(eq(sessions.id, actor.sessionId), gt(sessions.challengedAt, since)))
    .for('update')
  await tx.update(sessions).set({ challenge: null, challengedAt: null }).where(eq(sessions.id, actor.sessionId))
  return asked?.challenge ?? null
}

function origin(): string {
  return new URL(environment().PUBLIC_URL).origin
}

function host(): string {
  return new URL(environment().PUBLIC_URL).hostname
}
