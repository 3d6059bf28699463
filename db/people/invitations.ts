import { and, eq, gt, isNull } from 'drizzle-orm'
import { db, type Transaction } from '../client'
import { type InvitationInput, invitationDays, type StaffRole } from './rules'
import { invitations, people } from './schema'
import { beginSession, endSessionsOf, type NewSession } from './sessions'
import { hashOfToken, newToken } from './tokens'

/** An invitation that may still be accepted. */
export type OpenInvitation = { role: StaffRole; email: string; expiresAt: Date }

/** The invitation behind a link. Looking changes nothing. */
export async function findInvitation(token: string, now: Date): Promise<OpenInvitation | null> {
  const [found] = await db
    .select({ role: people.role, email: people.email, expiresAt: invitations.expiresAt })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.personId))
    .where(isOpen(token, now))
  return found ?? null
}

/**
 * Begins a session in which the second factor can be set up, and nothing else be done. The invitation counts as accepted when that has happened;
 * until then its link works again, for whoever closed the window half way.
 */
export async function openInvitation(token: string, device: string, now: Date): Promise<NewSession | 'lapsed'> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ personId: people.id })
      .from(invitations)
      .innerJoin(people, eq(people.id, invitations.personId))
      .where(isOpen(token, now))
      .for('update', { of: invitations })
    if (!found) return 'lapsed'
    await endSessionsOf(tx, found.personId)
    return beginSession(tx, found.personId, { device }, now)
  })
}

/** Notes that a person has accepted whatever invitations they have: their links open nothing any more. */
export async function acceptInvitations(tx: Transaction, personId: string, now: Date): Promise<void> {
  await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(and(eq(invitations.personId, personId), isNull(invitations.acceptedAt)))
}

type Written = { personId: string; isKnown: boolean; token: string; expiresAt: Date }

/** Writes the person, switched on and in the role, and one open invitation in place of earlier ones. */
export async function writeInvitation(tx: Transaction, { email, role }: InvitationInput, now: Date): Promise<Written> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000)
  const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email))
  const [person] = await tx
    .insert(people)
    .values({ email, role })
    .onConflictDoUpdate({ target: people.email, set: { role, isActive: true, isSample: false } })
    .returning({ id: people.id })
  if (!person) throw new Error('The invited person was not written.')
  await tx.delete(invitations).where(and(eq(invitations.personId, person.id), isNull(invitations.acceptedAt)))
  await tx.insert(invitations).values({ personId: person.id, tokenHash: hashOfToken(token), expiresAt })
  return { personId: person.id, isKnown: known !== undefined, token, expiresAt }
}

function isOpen(token: string, now: Date) {
  return and(
    eq(invitations.tokenHash, hashOfToken(token)),
    gt(invitations.expiresAt, now),
    isNull(invitations.acceptedAt),
    people.isActive,
  )
}
