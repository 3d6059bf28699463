import { eq, inArray, sql } from 'drizzle-orm'
import { isLanguage } from '../../lib/languages'
import { countNaming, holdNaming, listHeldAgain } from '../articles/list-again'
import { db, type Transaction } from '../client'
import { record } from '../events/commands'
import { idList } from '../id-list'
import { announce } from '../notices/commands'
import { may, reachesAll } from '../people/rights'
import type { Actor } from '../people/rules'
import { holdAddresses, leadOn } from '../redirects/moves'
import { movesOf, tagsOfContributor } from './commands'
import { contributorProfiles, contributors, mergedContributors } from './schema'

/**
 * Makes one contributor of several entries for one person: every revision that named one of `sourceIds` names the target, once for each thing they
 * did; their addresses lead to its own; where it has no profile in an edition it takes theirs. `articles` is how many it changed. Nothing takes
 * this back.
 */
export async function mergeContributors(
  actor: Actor,
  { targetId, sourceIds }: { targetId: string; sourceIds: readonly string[] },
  now: Date,
): Promise<{ outcome: 'merged'; articles: number } | { outcome: 'unknown' | 'not-allowed' }> {
  if (!may(actor, 'taxonomy.edit') || !reachesAll(actor)) return { outcome: 'not-allowed' }
  const sources = [...new Set(sourceIds)].filter((id) => id !== targetId)
  if (sources.length === 0) return { outcome: 'unknown' }
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const held = await holdNaming(tx, 'contributor', sources)
    const all = await tx
      .select()
      .from(contributors)
      .where(inArray(contributors.id, [targetId, ...sources]))
      .orderBy(contributors.id)
      .for('update')
    const target = all.find(({ id }) => id === targetId)
    // One of them may have become another meanwhile.
    if (!target || all.length !== sources.length + 1) return { outcome: 'unknown' }
    const gone = all.filter(({ id }) => id !== targetId)

    const { articles } = await countNaming(tx, 'contributor', sources)
    const names = await tx
      .select()
      .from(contributorProfiles)
      .where(inArray(contributorProfiles.contributorId, [targetId, ...sources]))
    await describeTarget(tx, target, names)
    await moveArticles(tx, targetId, sources)
    await moveCopies(tx, targetId, sources)
    await tx.delete(contributors).where(inArray(contributors.id, sources))

    const languagesOf = (id: string) =>
      names.flatMap(({ contributorId, language }) => (contributorId === id && isLanguage(language) ? language : []))
    const ways = await leadOn(
      tx,
      gone.flatMap(({ id, slug }) => movesOf(slug, target.slug, languagesOf(id))),
    )
    await listHeldAgain(tx, { of: 'contributor', id: targetId }, held, now)
    const shown = all.flatMap((contributor) =>
      tagsOfContributor(contributor, [...new Set(names.map(({ language }) => language).filter(isLanguage))]),
    )
    await announce(tx, 'change', [...ways, ...shown])
    await record(tx, actor, {
      action: 'contributor.merged',
      subjectId: targetId,
      details: { merged: sources, articles },
      at: now,
    })
    return { outcome: 'merged', articles }
  })
}

type Contributor = typeof contributors.$inferSelect
type Profile = typeof contributorProfiles.$inferSelect

async function describeTarget(tx: Transaction, target: Contributor, profiles: readonly Profile[]): Promise<void> {
  const lacking = profiles
    .filter(({ contributorId }) => contributorId !== target.id)
    .map((one) => ({ ...one, contributorId: target.id }))
  if (lacking.length > 0) await tx.insert(contributorProfiles).values(lacking).onConflictDoNothing()
  await tx
    .update(contributors)
    .set({ version: target.version + 1 })
    .where(eq(contributors.id, target.id))
}

/** In each revision, and in each list, the first of them becomes the target, and what is said twice goes. */
async function moveArticles(tx: Transaction, targetId: string, sources: readonly string[]): Promise<void> {
  const [own, all] = [idList(sources), idList([targetId, ...sources])]
  await tx.execute(sql`
    delete from bylines b using (
      select revision_id, position, row_number() over (partition by revision_id, role, credited_as order by position) as place
      from bylines
      where contributor_id in (${all}) and revision_id in (select revision_id from bylines where contributor_id in (${own}))
    ) found
    where b.revision_id = found.revision_id and b.position = found.position and found.place > 1`)
  await tx.execute(sql`update bylines set contributor_id = ${targetId} where contributor_id in (${own})`)
  await tx.execute(sql`
    delete from listed_bylines l using (
      select article_id, contributor_id,
        row_number() over (partition by article_id order by contributor_id <> ${targetId}, contributor_id) as place
      from listed_bylines where contributor_id in (${all})
    ) found
    where l.article_id = found.article_id and l.contributor_id = found.contributor_id and found.place > 1`)
  await tx.execute(sql`update listed_bylines set contributor_id = ${targetId} where contributor_id in (${own})`)
}

/** What somebody is writing or asks of the desk, and what became one of these before. */
async function moveCopies(tx: Transaction, targetId: string, sources: readonly string[]): Promise<void> {
  for (const id of sources)
    await tx.execute(sql`
      update working_copies set content = replace(content::text, ${id}, ${targetId})::jsonb where content::text like ${`%${id}%`}`)
  for (const id of sources)
    await tx.execute(sql`update saved_filters set search = replace(search, ${id}, ${targetId}) where search like ${`%${id}%`}`)
  await tx
    .update(mergedContributors)
    .set({ intoId: targetId })
    .where(inArray(mergedContributors.intoId, [...sources]))
  await tx.insert(mergedContributors).values(sources.map((id) => ({ id, intoId: targetId })))
}
