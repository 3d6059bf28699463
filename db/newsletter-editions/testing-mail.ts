import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { db } from '../client'
import { record } from '../events/commands'
import { enqueue } from '../jobs/commands'
import { takeTurn } from '../limits/commands'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { newsletterEditions } from './schema'

/** Nobody needs more, and nobody can fill a mailbox by it. */
const limit = { most: 30, seconds: 3600 }

/** Promises the person who asks a mail of the edition as it is kept now, to their own address. */
export async function requestTestMail(
  actor: Actor,
  editionId: string,
  now: Date,
): Promise<'promised' | 'too-many' | 'unknown' | 'not-allowed'> {
  if (!may(actor, 'newsletter.write')) return 'not-allowed'
  return db.transaction(async (tx) => {
    if ((await tx.$count(newsletterEditions, eq(newsletterEditions.id, editionId))) === 0) return 'unknown'
    if (!(await takeTurn(tx, `test-edition ${actor.personId}`, limit, now))) return 'too-many'
    await enqueue(tx, { type: 'send-test-edition', editionId, personId: actor.personId, testId: randomUUID() })
    await record(tx, actor, { action: 'newsletter-edition.tested', subjectId: editionId, at: now })
    return 'promised'
  })
}

/** Where a test goes: the address of somebody who may still sign in and compose; else null. */
export async function findTester(personId: string) {
  const [person] = await db
    .select({ email: people.email, language: people.language, role: people.role })
    .from(people)
    .where(and(eq(people.id, personId), people.isActive))
  return person && may(person, 'newsletter.write') ? person : null
}
