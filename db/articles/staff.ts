import { and, asc, eq, sql } from 'drizzle-orm'
import { db, type Reader } from '../client'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { isWithinReach } from './rights'

/** Somebody who can be asked to do something about an article. */
export type Colleague = { id: string; name: string }

type Person = Pick<Actor, 'personId' | 'role' | 'sectionIds'>

/** What is to be reviewed: whose it is, and who wrote its newest version. */
type Reviewed = { ownerId: string | null; sectionId: string; authorId: string | null; fourEyes: boolean }

/** Whether somebody can be asked to review an article: an editor of its section, who has not written it where that takes two. */
export async function mayReview(reader: Reader, personId: string, reviewed: Reviewed): Promise<boolean> {
  const [person] = await listPeople(reader, personId)
  return person !== undefined && isFit(person, reviewed)
}

/** Everybody who can be asked to review an article. */
export async function listReviewers(reviewed: Reviewed): Promise<Colleague[]> {
  return (await listPeople(db)).filter((person) => isFit(person, reviewed)).map(({ personId, name }) => ({ id: personId, name }))
}

/** Everybody to whom an article can be given. */
export async function listOwners(): Promise<Colleague[]> {
  return (await listPeople(db)).filter((person) => mayOwn(person)).map(({ personId, name }) => ({ id: personId, name }))
}

/** Whether somebody can be an article's owner. */
export function mayOwn(person: Pick<Actor, 'role'> & { isActive: boolean }): boolean {
  return person.isActive && may(person, 'article.write')
}

function isFit(person: Person, { authorId, fourEyes, ...article }: Reviewed): boolean {
  return may(person, 'article.review') && isWithinReach(person, article) && !(fourEyes && authorId === person.personId)
}

/** People who are active, by name; one of them if named. */
async function listPeople(reader: Reader, personId?: string): Promise<(Person & { name: string; isActive: boolean })[]> {
  return reader
    .select({
      personId: people.id,
      name: people.name,
      role: people.role,
      isActive: people.isActive,
      sectionIds: sql<string[]>`array(select s.section_id from section_editors s where s.person_id = ${people.id})`,
    })
    .from(people)
    .where(and(people.isActive, personId === undefined ? undefined : eq(people.id, personId)))
    .orderBy(asc(people.name))
}
