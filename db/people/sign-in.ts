import { randomInt } from 'node:crypto'
import { and, desc, eq, gt, lt, type SQL, sql } from 'drizzle-orm'
import { keyedHash } from '../../lib/secret'
import { db, type Transaction } from '../client'
import { takeTurn } from '../limits/commands'
import { queueMail } from '../mail/commands'
import { findSettings } from '../settings/queries'
import { codeAttempts, linkMinutes, networkOf, type SignInInput, signInLimits } from './rules'
import { people, signInLinks } from './schema'
import { hasSecondFactor } from './second-factor'
import { beginSession, type NewSession } from './sessions'
import { hashOfToken, newToken } from './tokens'

/** Where a request comes from: what a link is bound to, what is counted. */
export type Asker = {
  /** The secret that the asking browser holds in a cookie. */
  browser: string
  /** The client's address. */
  address: string
}

/**
 * Promises a mail with a link to whoever may sign in under the address; links promised before open nothing any more. What it did is not told:
 * known, unknown, switched off and asked too often look alike. The caller sees to it that they also take alike long.
 */
export async function requestSignIn({ email }: SignInInput, asker: Asker, now: Date): Promise<'link-promised'> {
  const network = networkOf(asker.address)
  const isAllowed =
    (await takeTurn(db, `sign-in network ${network}`, signInLimits.network, now)) &&
    (await takeTurn(db, `sign-in address ${email} ${network}`, signInLimits.addressInNetwork, now)) &&
    (await takeTurn(db, `sign-in address ${email}`, signInLimits.address, now))
  if (!isAllowed) return 'link-promised'
  await db.transaction(async (tx) => {
    await tx.delete(signInLinks).where(lt(signInLinks.expiresAt, now))
    const [person] = await tx
      .select({ id: people.id, isSample: people.isSample, language: people.language })
      .from(people)
      .where(and(eq(people.email, email), people.isActive))
    // Whoever has not accepted the invitation yet signs in by it: a mailbox alone is never enough.
    if (!person || !((await isOfSample(tx, person)) || (await hasSecondFactor(tx, person.id)))) return
    // Only for mails that would go out: nobody uses it up with addresses that are not ours.
    if (!(await takeTurn(tx, 'sign-in', signInLimits.everybody, now))) return
    const expiresAt = new Date(now.getTime() + linkMinutes * 60_000)
    const token = await writeLink(tx, person.id, hashOfToken(asker.browser), expiresAt, now)
    const letter = { kind: 'sign-in', path: `/sign-in/${token}`, minutes: linkMinutes } as const
    await queueMail(tx, { to: email, language: person.language, letter, uselessAfter: expiresAt })
  })
  return 'link-promised'
}

/** Writes a person's one live link; answers its token. An empty `browserHash` binds it to no browser, which only the sample's may be. */
export async function writeLink(
  tx: Transaction,
  personId: string,
  browserHash: string,
  expiresAt: Date,
  now: Date,
): Promise<string> {
  const token = newToken()
  const link = { tokenHash: hashOfToken(token), browserHash, codeHash: null, codeAttempts: 0, expiresAt }
  await tx
    .insert(signInLinks)
    .values({ personId, ...link })
    .onConflictDoUpdate({ target: signInLinks.personId, set: { ...link, createdAt: now } })
  return token
}

/** Whether a link would open something now. Looking changes nothing: filters that read mail follow its links. */
export async function isLinkLive(token: string, now: Date): Promise<boolean> {
  const [link] = await db
    .select({ personId: signInLinks.personId })
    .from(signInLinks)
    .where(and(eq(signInLinks.tokenHash, hashOfToken(token)), gt(signInLinks.expiresAt, now)))
  return link !== undefined
}

type Opened = { outcome: 'signed-in'; session: NewSession } | { outcome: 'elsewhere'; code: string } | { outcome: 'lapsed' }

/**
 * Follows a link, once: in the browser that asked for it, into a session. Elsewhere it gives a code of six digits to be typed where it was asked
 * for, so that a link that strays signs nobody in.
 */
export async function openLink(token: string, browser: string | null, device: string, now: Date): Promise<Opened> {
  return db.transaction(async (tx) => {
    const link = await takeLink(tx, eq(signInLinks.tokenHash, hashOfToken(token)), now)
    if (!link) return { outcome: 'lapsed' }
    const isBoundHere = browser !== null && hashOfToken(browser) === link.browserHash
    if (isBoundHere || (link.browserHash === '' && (await isOfSample(tx, link)))) {
      return { outcome: 'signed-in', session: await exchange(tx, link, device, now) }
    }
    if (link.browserHash === '') return { outcome: 'lapsed' }
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    await tx
      .update(signInLinks)
      .set({ codeHash: hashOfCode(link.personId, code) })
      .where(eq(signInLinks.personId, link.personId))
    return { outcome: 'elsewhere', code }
  })
}

type Typed = { outcome: 'signed-in'; session: NewSession } | { outcome: 'refused' }

/**
 * Signs in the browser that asked, by the code its link showed elsewhere. After five wrong ones the link's code opens nothing any more. Whether there
 * is a link at all is not told: that would tell who may sign in.
 */
export async function typeCode(code: string, browser: string, device: string, now: Date): Promise<Typed> {
  return db.transaction(async (tx) => {
    const link = await takeLink(tx, eq(signInLinks.browserHash, hashOfToken(browser)), now)
    if (!link || link.codeAttempts >= codeAttempts) return { outcome: 'refused' }
    if (link.codeHash !== null && link.codeHash === hashOfCode(link.personId, code)) {
      return { outcome: 'signed-in', session: await exchange(tx, link, device, now) }
    }
    await tx
      .update(signInLinks)
      .set({ codeAttempts: sql`${signInLinks.codeAttempts} + 1` })
      .where(eq(signInLinks.personId, link.personId))
    return { outcome: 'refused' }
  })
}

/** A live link of somebody who may still sign in, held until the transaction ends: of many who follow it at once one comes through. */
async function takeLink(tx: Transaction, which: SQL, now: Date) {
  const [link] = await tx
    .select({
      personId: signInLinks.personId,
      browserHash: signInLinks.browserHash,
      codeHash: signInLinks.codeHash,
      codeAttempts: signInLinks.codeAttempts,
      isSample: people.isSample,
    })
    .from(signInLinks)
    .innerJoin(people, eq(people.id, signInLinks.personId))
    .where(and(which, gt(signInLinks.expiresAt, now), people.isActive))
    .orderBy(desc(signInLinks.createdAt))
    .limit(1)
    .for('update', { of: signInLinks })
  return link
}

type Holder = { personId: string; isSample: boolean }

async function exchange(tx: Transaction, holder: Holder, device: string, now: Date): Promise<NewSession> {
  await tx.delete(signInLinks).where(eq(signInLinks.personId, holder.personId))
  return beginSession(tx, holder.personId, { device, isTrusted: await isOfSample(tx, holder) }, now)
}

/** Whether somebody is of the sample's staff while the publication still says that it is a sample. */
async function isOfSample(tx: Transaction, { isSample }: Pick<Holder, 'isSample'>): Promise<boolean> {
  return isSample && (await findSettings(tx)).isSample
}

function hashOfCode(personId: string, code: string): string {
  return keyedHash('codes', `${personId} ${code}`)
}
