import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../client'
import { type InvitationInput, invitationDays } from './rules'
import { invitations, people } from './schema'

type Invited = {
  outcome: 'invited' | 'invited-again'
  /** What the link carries; it is nowhere in the database. */
  token: string
  expiresAt: Date
}

/**
 * Invites an address to the staff, or back to it: whoever has been switched off is on again, and has the role given now. Links
 * sent before stop working. Only for the machine's own console, where no rights are asked.
 */
export async function invitePerson({ email, role }: InvitationInput, now: Date): Promise<Invited> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000)
  return db.transaction(async (tx) => {
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email))
    const [person] = await tx
      .insert(people)
      .values({ email, role })
      .onConflictDoUpdate({ target: people.email, set: { role, isActive: true } })
      .returning({ id: people.id })
    if (!person) throw new Error('The invited person was not written.')
    await tx.delete(invitations).where(and(eq(invitations.personId, person.id), isNull(invitations.acceptedAt)))
    await tx.insert(invitations).values({ personId: person.id, tokenHash: hashToken(token), expiresAt })
    return { outcome: known ? 'invited-again' : 'invited', token, expiresAt } as const
  })
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
