import { and, eq, inArray, ne } from 'drizzle-orm'
import { isLanguage, type Language } from '../../lib/languages'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { queueMail } from '../mail/commands'
import { sections } from '../sections/schema'
import { writeInvitation } from './invitations'
import { decide } from './rights'
import { type Actor, type InvitationInput, invitationDays, type StaffRole } from './rules'
import { people, sectionEditors, signInLinks } from './schema'
import { holdPerson, removeFactors } from './second-factor'
import { endSessionsOf } from './sessions'

type Refusal = 'not-allowed' | 'ask-again' | 'unknown'

/** Invites somebody new to the staff: the link goes to their address, and nowhere else. */
export async function inviteStaff(
  actor: Actor & { name: string; language: string },
  input: InvitationInput,
  now: Date,
): Promise<'invited' | 'there-already' | Exclude<Refusal, 'unknown'>> {
  const decision = decide(actor, 'people.change', now)
  if (decision !== 'allowed') return decision
  return db.transaction(async (tx) => {
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, input.email))
    if (known) return 'there-already'
    const { personId, token } = await writeInvitation(tx, input, now)
    if (isLanguage(actor.language)) await tx.update(people).set({ language: actor.language }).where(eq(people.id, personId))
    await sendInvitation(tx, actor, { ...input, language: languageOf(actor.language), token }, now)
    await record(tx, actor, { action: 'person.invited', subjectId: personId, details: { role: input.role }, at: now })
    return 'invited'
  })
}

/**
 * Invites somebody back who is locked out or never came: earlier links open nothing any more, sessions end, and a second factor is set up anew.
 */
export async function inviteAgain(actor: Actor & { name: string }, personId: string, now: Date): Promise<'invited' | Refusal> {
  return change(actor, personId, now, async (tx, person) => {
    const { token } = await writeInvitation(tx, person, now)
    await removeFactors(tx, personId)
    await endSessionsOf(tx, personId)
    await sendInvitation(tx, actor, { ...person, language: languageOf(person.language), token }, now)
    await record(tx, actor, { action: 'person.invited', subjectId: personId, details: { again: true }, at: now })
    return 'invited'
  })
}

/** Gives somebody another role, from their next request on. Nobody changes their own, and the last admin stays one. */
export async function changeRole(
  actor: Actor,
  personId: string,
  role: StaffRole,
  now: Date,
): Promise<'changed' | 'own' | 'last-admin' | Refusal> {
  return change(actor, personId, now, async (tx, person) => {
    if (personId === actor.personId) return 'own'
    if (person.role === 'admin' && role !== 'admin' && !(await hasOtherAdmin(tx, personId))) return 'last-admin'
    await tx.update(people).set({ role }).where(eq(people.id, personId))
    const details = { from: person.role, to: role }
    await record(tx, actor, { action: 'person.role-changed', subjectId: personId, details, at: now })
    return 'changed'
  })
}

/** Names the sections whose articles an editor decides about; none means all. Sections that are not there are left out. */
export async function changeSections(
  actor: Actor,
  personId: string,
  sectionIds: readonly string[],
  now: Date,
): Promise<'changed' | Refusal> {
  return change(actor, personId, now, async (tx) => {
    const wanted = [...sectionIds]
    const there = wanted.length ? await tx.select({ id: sections.id }).from(sections).where(inArray(sections.id, wanted)) : []
    await tx.delete(sectionEditors).where(eq(sectionEditors.personId, personId))
    if (there.length > 0) await tx.insert(sectionEditors).values(there.map(({ id }) => ({ personId, sectionId: id })))
    const details = { sections: there.map(({ id }) => id) }
    await record(tx, actor, { action: 'person.sections-changed', subjectId: personId, details, at: now })
    return 'changed'
  })
}

/** Keeps somebody out, from their next request on, or lets them in again. What they wrote stays, under their name. */
export async function switchPerson(
  actor: Actor,
  personId: string,
  isActive: boolean,
  now: Date,
): Promise<'changed' | 'own' | 'last-admin' | Refusal> {
  return change(actor, personId, now, async (tx, person) => {
    if (personId === actor.personId) return 'own'
    if (!isActive && person.role === 'admin' && !(await hasOtherAdmin(tx, personId))) return 'last-admin'
    await tx.update(people).set({ isActive }).where(eq(people.id, personId))
    if (!isActive) {
      await endSessionsOf(tx, personId)
      await tx.delete(signInLinks).where(eq(signInLinks.personId, personId))
    }
    const action = isActive ? 'person.switched-on' : 'person.switched-off'
    await record(tx, actor, { action, subjectId: personId, at: now })
    return 'changed'
  })
}

/** Changes what the actor is called and which language the dashboard speaks to them. */
export async function describeOneself(actor: Actor, said: { name: string; language: Language }, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(people).set(said).where(eq(people.id, actor.personId))
    await record(tx, actor, { action: 'person.renamed', subjectId: actor.personId, at: now })
  })
}

type PersonRow = { email: string; role: StaffRole; language: string }

/** What every change of somebody's account asks first: may this actor, lately confirmed, and is there such a person. */
async function change<Outcome extends string>(
  actor: Actor,
  personId: string,
  now: Date,
  work: (tx: Transaction, person: PersonRow) => Promise<Outcome>,
): Promise<Outcome | Refusal> {
  const decision = decide(actor, 'people.change', now)
  if (decision !== 'allowed') return decision
  return db.transaction(async (tx) => {
    await holdPerson(tx, personId)
    const [person] = await tx
      .select({ email: people.email, role: people.role, language: people.language })
      .from(people)
      .where(eq(people.id, personId))
    return person ? work(tx, person) : 'unknown'
  })
}

type Invitation = { email: string; role: StaffRole; language: Language; token: string }

async function sendInvitation(tx: Transaction, { name }: { name: string }, invitation: Invitation, now: Date) {
  const { email, role, language, token } = invitation
  await queueMail(tx, {
    to: email,
    language,
    letter: { kind: 'invitation', path: `/invitations/${token}`, role, invitedBy: name, days: invitationDays },
    uselessAfter: new Date(now.getTime() + invitationDays * 86_400_000),
  })
}

/** Two admins who switch each other off at the same moment must not both succeed: the others are held too. */
async function hasOtherAdmin(tx: Transaction, personId: string): Promise<boolean> {
  const others = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'admin'), people.isActive, ne(people.id, personId)))
    .orderBy(people.id)
    .for('update')
  return others.length > 0
}

function languageOf(language: string): Language {
  return isLanguage(language) ? language : 'en'
}
