'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { EnrolState } from '@/components/desk/enrol-state'
import { peopleWordsIn } from '@/components/desk/people/words/words'
import { deskWordsIn } from '@/components/desk/words/words'
import { removePasskey } from '@/db/people/passkeys'
import { oneselfInput } from '@/db/people/rules'
import { type Removal, removeApp, renewRecoveryCodes } from '@/db/people/second-factor'
import { endOtherSessions, endSession } from '@/db/people/sessions'
import { describeOneself } from '@/db/people/staff'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { forgetSession, readLanguage, requireSession, requireStaff } from '../../session'

const which = z.object({ id: z.string().max(1400) })

/** Ends the session one is in. */
export async function signOutAction(): Promise<void> {
  const actor = await requireSession()
  await endSession(actor, actor.sessionId)
  await forgetSession()
  redirect('/sign-in')
}

/** Changes one's own name and language. */
export async function describeOneselfAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireStaff()
  const parsed = parseForm(oneselfInput, form)
  if (!parsed.ok) return parsed.state

  await describeOneself(actor, parsed.input, new Date())
  refresh()
  return { status: 'done', message: peopleWordsIn(parsed.input.language).saved }
}

/** Ends one of one's own sessions. */
export async function endSessionAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireStaff()
  const parsed = parseForm(which.extend({ id: z.uuid('invalid') }), form)
  if (!parsed.ok) return parsed.state

  await endSession(actor, parsed.input.id)
  refresh()
  return { status: 'done', message: deskWordsIn(await readLanguage()).ended }
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSessionsAction(): Promise<FormState> {
  const actor = await requireStaff()
  await endOtherSessions(actor)
  refresh()
  return { status: 'done', message: deskWordsIn(await readLanguage()).ended }
}

/** Takes one of one's own passkeys away. */
export async function removePasskeyAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireStaff()
  const parsed = parseForm(which, form)
  if (!parsed.ok) return parsed.state

  return tellRemoval(await removePasskey(actor, parsed.input.id, new Date()))
}

/** Takes one's own authenticator app away. */
export async function removeAppAction(): Promise<FormState> {
  const actor = await requireStaff()
  return tellRemoval(await removeApp(actor, new Date()))
}

/** New recovery codes in place of the old. */
export async function renewRecoveryCodesAction(): Promise<EnrolState> {
  const actor = await requireStaff()
  const codes = await renewRecoveryCodes(actor, new Date())
  if (codes === 'ask-again') return refuse(deskWordsIn(await readLanguage()).confirmFirst)
  return { status: 'enrolled', recoveryCodes: codes }
}

/** What became of taking a factor away, in words. */
async function tellRemoval(outcome: Removal): Promise<FormState> {
  const words = deskWordsIn(await readLanguage())
  switch (outcome) {
    case 'removed':
      refresh()
      return { status: 'done', message: words.removed }
    case 'unknown':
      refresh()
      return { status: 'done', message: words.goneAlready }
    case 'last':
      return refuse(words.lastFactor)
    case 'ask-again':
      return refuse(words.confirmFirst)
  }
}
