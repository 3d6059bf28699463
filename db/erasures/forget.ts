import { and, eq, ne, sql } from 'drizzle-orm'
import { keyedHash } from '../../lib/secret'
import { errorReports } from '../articles/report-schema'
import type { Transaction } from '../client'
import { mails } from '../mail/schema'
import { authenticatorApps, invitations, passkeys, people, recoveryCodes, sessions, signInLinks } from '../people/schema'
import { forgetSubscriber, listSubscriberAddresses } from '../subscribers/forget'
import { erasedAddress } from './rules'

/**
 * Removes what is known of somebody of the staff, and all by which they came in. Their row stays, because articles and events name it, and says
 * nothing any more. False if there is nobody of that id, or nothing left of them.
 */
export async function forgetPerson(tx: Transaction, personId: string, now: Date): Promise<boolean> {
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId)).for('update')
  if (!person || person.email === erasedAddress(personId)) return false
  for (const table of [authenticatorApps, passkeys, recoveryCodes, sessions, invitations, signInLinks])
    await tx.delete(table).where(eq(table.personId, personId))
  await tx
    .update(people)
    .set({ name: '', email: erasedAddress(personId), isActive: false, isSample: false })
    .where(eq(people.id, personId))
  await forgetMails(tx, person.email, now)
  return true
}

/** Removes a reader's address wherever it was left. It is in lower case. */
export async function forgetReader(tx: Transaction, address: string, now: Date): Promise<void> {
  await tx
    .update(errorReports)
    .set({ replyTo: '' })
    .where(eq(sql`lower(trim(${errorReports.replyTo}))`, address))
  await forgetSubscriber(tx, address, now)
  await forgetMails(tx, address, now)
}

/** What stands for an address in the list of erasures. */
export function subjectOf(address: string): string {
  return keyedHash('erasures', address)
}

/** Every address that `forgetReader` would find something under. */
export async function listReaderAddresses(tx: Transaction): Promise<string[]> {
  const found = await tx.execute<{ address: string }>(sql`
    select lower(trim(${errorReports.replyTo})) as address from ${errorReports} where ${errorReports.replyTo} <> ''
    union select lower(trim(${mails.toAddress})) from ${mails} where ${mails.toAddress} <> ''`)
  return [...new Set([...found.map(({ address }) => address), ...(await listSubscriberAddresses(tx))])]
}

/** Those that are waiting are not sent any more. */
async function forgetMails(tx: Transaction, address: string, now: Date) {
  const isTheirs = and(ne(mails.toAddress, ''), eq(sql`lower(trim(${mails.toAddress}))`, address))
  await tx
    .update(mails)
    .set({ status: 'abandoned', letter: null, fault: 'The address was erased.', endedAt: now })
    .where(and(isTheirs, eq(mails.status, 'waiting')))
  await tx.update(mails).set({ toAddress: '' }).where(isTheirs)
}
