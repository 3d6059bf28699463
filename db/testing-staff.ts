import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Language } from '../lib/languages'
import { createArticle } from './articles/commands'
import type { ArticleContent } from './articles/content'
import { articles } from './articles/schema'
import { db } from './client'
import type { Actor, StaffRole } from './people/rules'
import { people } from './people/schema'

type Wishes = { name?: string; language?: Language; sectionIds?: string[] }

/** Somebody of the staff, whose second factor was given at `confirmedAt`. */
export async function makeActor(
  role: StaffRole,
  confirmedAt: Date,
  { name = `A ${role}`, language = 'en', sectionIds = [] }: Wishes = {},
): Promise<Actor> {
  const email = `${role}-${randomUUID()}@staff.example`
  const [person] = await db.insert(people).values({ email, name, role, language }).returning({ id: people.id })
  if (!person) throw new Error('An insert returned no row.')
  return { personId: person.id, sessionId: randomUUID(), role, sectionIds, confirmedAt }
}

/** A draft of somebody's own. */
export async function makeDraft(
  owner: Pick<Actor, 'personId'>,
  language: Language,
  content: ArticleContent,
): Promise<{ articleId: string; head: string }> {
  const { articleId, revisionId } = await createArticle({ id: owner.personId }, language, content)
  await db.update(articles).set({ ownerId: owner.personId }).where(eq(articles.id, articleId))
  return { articleId, head: revisionId }
}
