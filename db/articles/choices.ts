import { and, asc, desc, eq, ilike, sql } from 'drizzle-orm'
import type { Language } from '../../lib/languages'
import { db } from '../client'
import { contributorProfiles } from '../contributors/schema'
import type { Actor } from '../people/rules'
import { topicNames } from '../topics/schema'
import { mayRead } from './rights'
import { articles, revisions } from './schema'

/** Something that can be chosen by its name. */
export type Choice = { id: string; label: string; hint: string }

const most = 12

/** Topics of an edition whose names hold these words, those that begin with them first. */
export async function listTopicChoices(language: Language, typed: string): Promise<Choice[]> {
  return db
    .select({ id: topicNames.topicId, label: topicNames.name, hint: sql<string>`''` })
    .from(topicNames)
    .where(and(eq(topicNames.language, language), ilike(topicNames.name, holding(typed))))
    .orderBy(desc(ilike(topicNames.name, beginning(typed))), asc(topicNames.name))
    .limit(most)
}

/** Contributors whose names hold these words; in the edition's spelling, or else in another. */
export async function listContributorChoices(language: Language, typed: string): Promise<Choice[]> {
  const { contributorId: id, name, jobTitle } = contributorProfiles
  const rows = await db
    .selectDistinctOn([id], { id, label: name, hint: jobTitle })
    .from(contributorProfiles)
    .where(ilike(name, holding(typed)))
    .orderBy(id, desc(eq(contributorProfiles.language, language)))
    .limit(most * 4)
  return rows.sort((one, other) => one.label.localeCompare(other.label, language)).slice(0, most)
}

/** Articles of an edition that the actor may see and whose headlines hold these words, the last changed first. */
export async function listArticleChoices(actor: Actor, language: Language, typed: string): Promise<Choice[]> {
  const rows = await db
    .select({
      id: articles.id,
      label: revisions.headline,
      status: articles.status,
      ownerId: articles.ownerId,
      sectionId: articles.sectionId,
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .where(and(eq(articles.language, language), ilike(revisions.headline, holding(typed))))
    .orderBy(desc(articles.modifiedAt))
    .limit(most * 2)
  // What is live is no secret, whoever asks.
  const seen = rows.filter((row) => row.status === 'live' || mayRead(actor, row))
  return seen.slice(0, most).map(({ id, label, status }) => ({ id, label, hint: status }))
}

function holding(typed: string): string {
  return `%${literal(typed)}%`
}

function beginning(typed: string): string {
  return `${literal(typed)}%`
}

/** What a pattern would take for more than itself stands for itself. */
function literal(typed: string): string {
  return typed.trim().replace(/[\\%_]/g, (character) => `\\${character}`)
}
