import { db } from '../client'
import { writeInvitation } from './invitations'
import type { InvitationInput } from './rules'
import { removeFactors } from './second-factor'
import { endSessionsOf } from './sessions'

type Invited = {
  outcome: 'invited' | 'invited-again'
  /** What the link carries; it is nowhere in the database. */
  token: string
  expiresAt: Date
}

/**
 * Invites an address to the staff, or back to it: whoever has been switched off is on again, has the role given now, and sets up a second factor
 * anew, since this is also how a locked-out person comes back. Links sent before stop working, sessions end. Only for the machine's own console,
 * where no rights are asked.
 */
export async function invitePerson(input: InvitationInput, now: Date): Promise<Invited> {
  return db.transaction(async (tx) => {
    const { personId, isKnown, token, expiresAt } = await writeInvitation(tx, input, now)
    await removeFactors(tx, personId)
    await endSessionsOf(tx, personId)
    return { outcome: isKnown ? 'invited-again' : 'invited', token, expiresAt } as const
  })
}
