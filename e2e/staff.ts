import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright/test'
import { db } from '../db/client'
import { type Actor, type StaffRole, sessionHours } from '../db/people/rules'
import { people, sectionEditors } from '../db/people/schema'
import { beginSession, findActor } from '../db/people/sessions'
import type { Language } from '../lib/languages'
import { listenForComplaints } from './fixtures'

type Wishes = { name?: string; language?: Language; sectionIds?: string[] }

/** Somebody of the staff, made for one journey, with what their browser needs to be signed in. */
export type Member = { actor: Actor; personId: string; name: string; email: string; token: string }

/** Makes a member of the staff and a session in which both factors were given just now. */
export async function makeMember(role: StaffRole, { name, language = 'en', sectionIds = [] }: Wishes = {}): Promise<Member> {
  const mark = randomUUID().slice(0, 8)
  const email = `${role}-${mark}@journeys.example`
  const called = name ?? `The ${role} ${mark}`
  const [person] = await db.insert(people).values({ email, name: called, role, language }).returning({ id: people.id })
  if (!person) throw new Error('An insert returned no row.')
  if (sectionIds.length > 0)
    await db.insert(sectionEditors).values(sectionIds.map((sectionId) => ({ personId: person.id, sectionId })))
  const token = await beginConfirmed(person.id)
  const actor = await findActor(token, new Date())
  if (!actor) throw new Error('The session was not found.')
  return { actor, personId: person.id, name: called, email, token }
}

/** Another session of theirs: as if they had signed in on another machine. */
export async function beginConfirmed(personId: string): Promise<string> {
  const { token } = await db.transaction((tx) => beginSession(tx, personId, { device: 'Chrome, Linux' }, new Date()))
  await db.execute(sql`update sessions set confirmed_at = now() where person_id = ${personId} and confirmed_at is null`)
  return token
}

/** What a browser sends that is signed in. */
export function cookieOf(token: string): string {
  return `broadsheet-session=${token}`
}

/** A browser of theirs, signed in; `complaints` are what it complains of. */
export async function openAs(
  browser: Browser,
  member: Member,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext(options)
  const expires = Math.floor(Date.now() / 1000) + sessionHours * 3600
  const url = options.baseURL ?? process.env.BASE_URL ?? ''
  await context.addCookies([{ name: 'broadsheet-session', value: member.token, url, expires, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  return { page, context, complaints: listenForComplaints(page) }
}
