import { db } from '../client'
import { findSettings } from '../settings/queries'
import type { StaffRole } from './rules'
import { people } from './schema'
import { writeLink } from './sign-in'

const roles: readonly StaffRole[] = ['reporter', 'editor', 'publisher', 'admin']

/** Hours for which the links that a start prints open something. */
const linkHours = 24

/** A link for somebody of the sample's staff; it opens once, in whatever browser comes first. */
export type SampleLink = { role: StaffRole; path: string }

/**
 * Makes the sample publication's staff if they are not there, with a new link for each of them; those of the last start open nothing any more.
 * None for a publication that does not say that it is a sample. For the machine's own terminal.
 */
export async function makeSampleStaff(now: Date): Promise<SampleLink[]> {
  return db.transaction(async (tx) => {
    if (!(await findSettings(tx)).isSample) return []
    const links: SampleLink[] = []
    for (const role of roles) {
      const row = { email: `${role}@meridian.example`, name: `Sample ${role}`, role, isSample: true }
      const [person] = await tx
        .insert(people)
        .values(row)
        .onConflictDoUpdate({ target: people.email, set: { isSample: true } })
        .returning({ id: people.id })
      if (!person) continue
      const expiresAt = new Date(now.getTime() + linkHours * 3_600_000)
      links.push({ role, path: `/sign-in/${await writeLink(tx, person.id, '', expiresAt, now)}` })
    }
    return links
  })
}
