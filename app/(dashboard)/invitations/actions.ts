'use server'

import { redirect } from 'next/navigation'
import { deskWordsIn } from '@/components/desk/words/words'
import { openInvitation } from '@/db/people/invitations'
import { linkToken } from '@/db/people/rules'
import { type FormState, refuse } from '@/lib/forms'
import { keepSession, readDevice, readLanguage } from '../session'

/** Whoever holds an invitation's link goes on to set up a second factor. */
export async function acceptInvitationAction(token: unknown, _previous: FormState): Promise<FormState> {
  const session = await openInvitation(linkToken.parse(token), await readDevice(), new Date())
  if (session === 'lapsed') {
    return refuse(deskWordsIn(await readLanguage()).invitationLapsed)
  }
  await keepSession(session)
  redirect('/sign-in/enrol')
}
