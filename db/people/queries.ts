import { asc, desc, eq, sql } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { db } from '../client'
import type { StaffRole } from './rules'
import { people } from './schema'

/** A member of the staff as the admin sees them. */
export type StaffMember = {
  id: string
  name: string
  email: string
  role: StaffRole
  isActive: boolean
  sectionIds: string[]
  seenAt: Date | null
  /** Until when an invitation that was not accepted is open; null for none. */
  invitedUntil: Date | null
}

/** Everybody of the staff: who may come in first, then by name. */
export async function listStaff(): Promise<StaffMember[]> {
  return memberQuery().orderBy(desc(people.isActive), asc(sql`coalesce(nullif(${people.name}, ''), ${people.email})`))
}

export async function findStaffMember(personId: string): Promise<StaffMember | null> {
  if (!isUuid(personId)) return null
  const [member] = await memberQuery().where(eq(people.id, personId))
  return member ?? null
}

/** Names of people by id, for lists of what they did; of whoever never gave one the beginning of the address. */
export async function listStaffNames(): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: people.id, name: sql<string>`coalesce(nullif(${people.name}, ''), split_part(${people.email}, '@', 1))` })
    .from(people)
    .orderBy(sql`2`)
}

function memberQuery() {
  return db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      role: people.role,
      isActive: people.isActive,
      sectionIds: sql<string[]>`array(select e.section_id from section_editors e where e.person_id = people.id)`,
      seenAt: sql<Date | null>`(select max(s.seen_at) from sessions s where s.person_id = people.id)`.mapWith(people.createdAt),
      invitedUntil:
        sql<Date | null>`(select max(i.expires_at) from invitations i where i.person_id = people.id and i.accepted_at is null)`.mapWith(
          people.createdAt,
        ),
    })
    .from(people)
    .$dynamic()
}
