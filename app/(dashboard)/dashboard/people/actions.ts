'use server'

import { z } from 'zod'
import { peopleWordsIn } from '@/components/desk/people/words/words'
import { erasePerson } from '@/db/erasures/commands'
import { findStaffMember } from '@/db/people/queries'
import { invitationInput, staffRoles } from '@/db/people/rules'
import { changeRole, changeSections, inviteAgain, inviteStaff, switchPerson } from '@/db/people/staff'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { readLanguage, requireRight } from '../../session'
import { tellStaff } from './tell-staff'

const whom = z.object({ id: z.uuid() })

/** Invites an address to the staff. */
export async function inviteAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('people.change')
  const parsed = parseForm(invitationInput, form)
  if (!parsed.ok) return parsed.state

  return tellStaff(await inviteStaff(actor, parsed.input, new Date()), (words) => words.invited, form)
}

/** Gives somebody another role. */
export async function changeRoleAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('people.change')
  const parsed = parseForm(whom.extend({ role: z.enum(staffRoles) }), form)
  if (!parsed.ok) return parsed.state

  const { id, role } = parsed.input
  return tellStaff(await changeRole(actor, id, role, new Date()), (words) => words.roleChanged, form)
}

/** Names the sections that somebody decides about. */
export async function changeSectionsAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('people.change')
  const parsed = parseForm(whom, form)
  if (!parsed.ok) return parsed.state

  const sectionIds = z.array(z.uuid()).max(200).catch([]).parse(form.getAll('sections'))
  return tellStaff(await changeSections(actor, parsed.input.id, sectionIds, new Date()), (words) => words.sectionsChanged, form)
}

/** Keeps somebody out, or lets them in again. */
export async function switchPersonAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('people.change')
  const parsed = parseForm(whom.extend({ active: z.enum(['yes', 'no']) }), form)
  if (!parsed.ok) return parsed.state

  const isActive = parsed.input.active === 'yes'
  const outcome = await switchPerson(actor, parsed.input.id, isActive, new Date())
  return tellStaff(outcome, (words) => (isActive ? words.switchedOn : words.switchedOff), form)
}

/** Invites somebody back who is locked out or never came. */
export async function inviteAgainAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('people.change')
  const parsed = parseForm(whom, form)
  if (!parsed.ok) return parsed.state

  return tellStaff(await inviteAgain(actor, parsed.input.id, new Date()), (words) => words.invited, form)
}

/** Removes name and address of somebody for good, when the address has been typed as a confirmation. */
export async function erasePersonAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireRight('people.change')
  const parsed = parseForm(whom.extend({ typed: z.string().trim().toLowerCase() }), form)
  if (!parsed.ok) return parsed.state

  const { id, typed } = parsed.input
  const person = await findStaffMember(id)
  if (person && person.email !== typed) return refuse(peopleWordsIn(await readLanguage()).eraseMismatch, form)
  return tellStaff(await erasePerson(actor, id, new Date()), (words) => words.erased, form)
}
