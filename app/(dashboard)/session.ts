import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { connection } from 'next/server'
import { getServerSession, type NextAuthOptions } from 'next-auth'
import type { Adapter } from 'next-auth/adapters'
import { cache } from 'react'
import { may, type Right } from '@/db/people/rights'
import { deviceOf, sessionHours } from '@/db/people/rules'
import { findActor, type NewSession, type SignedIn } from '@/db/people/sessions'
import { newToken } from '@/db/people/tokens'
import { environment } from '@/lib/environment'
import { isLanguage, type Language, languageWished } from '@/lib/languages'
import { secretFor } from '@/lib/secret'

const isSecure = () => environment().PUBLIC_URL.startsWith('https:')

/** With the prefix a browser takes it from this very host only, over https only; on http there is none, and other programs of the machine see it. */
const cookieName = (name: string) => `${isSecure() ? '__Host-' : ''}broadsheet-${name}`

const cookieRules = () => ({ httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecure() })

/** Whoever is signed in, second factor or not; null is nobody. A database that does not answer throws: that is not the same as being signed out. */
const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  // Before the session is read: it looks at the clock and at chance, which would count as part of a page made at build.
  await connection()
  let found: SignedIn | null = null
  let failure: unknown
  await getServerSession(
    authOptions(async (token) => {
      try {
        found = await findActor(token, new Date())
      } catch (error) {
        // next-auth would take it for nobody and say so.
        failure = error
      }
      return found
    }),
  )
  if (failure) throw failure
  return found
})

/** Whoever is signed in with both factors; sends everybody else to where they can be. */
export async function requireStaff(): Promise<SignedIn> {
  const actor = await requireSession()
  if (actor.confirmedAt === null) redirect('/sign-in/second-factor')
  return actor
}

/** Whoever is signed in with both factors and has a right; for everybody else there is nothing here. The command asks once more. */
export async function requireRight(right: Right): Promise<SignedIn> {
  const actor = await requireStaff()
  if (!may(actor, right)) notFound()
  return actor
}

/** Whoever is signed in, be it with the first factor only: for the pages on which the second is given or set up. */
export async function requireSession(): Promise<SignedIn> {
  const actor = await findSignedIn()
  if (!actor) redirect('/sign-in')
  return actor
}

/** Signs this browser in. */
export async function keepSession({ token, expiresAt }: NewSession): Promise<void> {
  const store = await cookies()
  store.delete({ name: cookieName('asking'), ...cookieRules() })
  store.set(cookieName('session'), token, { ...cookieRules(), expires: expiresAt })
}

/** Signs this browser out; the session itself is ended by its command. */
export async function forgetSession(): Promise<void> {
  const store = await cookies()
  store.delete({ name: cookieName('session'), ...cookieRules() })
}

/** The secret by which a link will know this browser, kept for an hour more: a link that is in the mailbox already stays this browser's. */
export async function askingBrowser(): Promise<string> {
  const secret = (await findAskingBrowser()) ?? newToken()
  const store = await cookies()
  store.set(cookieName('asking'), secret, { ...cookieRules(), maxAge: 3600 })
  return secret
}

/** The secret it asked by before, null in a browser that never asked. */
export async function findAskingBrowser(): Promise<string | null> {
  const store = await cookies()
  return store.get(cookieName('asking'))?.value ?? null
}

/** The browser and its system in a few words. */
export async function readDevice(): Promise<string> {
  return deviceOf((await headers()).get('user-agent') ?? '')
}

/** The client's address, as the front found it; for limits only. */
export async function readClientAddress(): Promise<string> {
  return (await headers()).get('x-forwarded-for') ?? ''
}

/** The language to speak: that of whoever is signed in, else the browser's wish. */
export async function readLanguage(): Promise<Language> {
  // Who that is may be unknown just now; the page that says so is still in a language.
  const signedIn = await findSignedIn().catch(() => null)
  if (signedIn && isLanguage(signedIn.language)) return signedIn.language
  return languageWished((await headers()).get('accept-language'))
}

/** next-auth reads sessions and nothing else: people are asked, invited and signed in by commands of ours. */
function authOptions(find: (token: string) => Promise<SignedIn | null>): NextAuthOptions {
  const adapter: Adapter = {
    getSessionAndUser: async (sessionToken) => {
      const actor = await find(sessionToken)
      if (!actor) return null
      const { personId, expiresAt } = actor
      return {
        session: { sessionToken, userId: personId, expires: expiresAt },
        user: { id: personId, email: '', emailVerified: null },
      }
    },
    // A session lasts its hours and is never made longer.
    updateSession: async () => null,
    deleteSession: async () => null,
  }
  return {
    adapter,
    providers: [],
    secret: secretFor('sessions'),
    session: { strategy: 'database', maxAge: sessionHours * 3600, updateAge: sessionHours * 3600 },
    cookies: { sessionToken: { name: cookieName('session'), options: cookieRules() } },
  }
}
