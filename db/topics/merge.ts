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
import { movesOf, tagsOfTopic } from './commands'
import { mergedTopics, topicNames, topics } from './schema'

/**
 * Makes one topic of several: every revision that named one of `sourceIds` names the target, once and where the first of them stood; their
 * addresses lead to its own; where it has no name in an edition it takes theirs. `articles` is how many it changed. Nothing takes this back.
 */
export async function mergeTopics(
  actor: Actor,
  { targetId, sourceIds }: { targetId: string; sourceIds: readonly string[] },
  now: Date,
): Promise<{ outcome: 'merged'; articles: number } | { outcome: 'unknown' | 'not-allowed' }> {
  if (!may(actor, 'taxonomy.edit') || !reachesAll(actor)) return { outcome: 'not-allowed' }
  const sources = [...new Set(sourceIds)].filter((id) => id !== targetId)
  if (sources.length === 0) return { outcome: 'unknown' }
  return db.transaction(async (tx) => {
    await holdAddresses(tx)
    const held = await holdNaming(tx, 'topic', sources)
    const all = await tx
      .select()
      .from(topics)
      .where(inArray(topics.id, [targetId, ...sources]))
      .orderBy(topics.id)
      .for('update')
    const target = all.find(({ id }) => id === targetId)
    // One of them may have become another meanwhile.
    if (!target || all.length !== sources.length + 1) return { outcome: 'unknown' }
    const gone = all.filter(({ id }) => id !== targetId)

    const { articles } = await countNaming(tx, 'topic', sources)
    const names = await tx
      .select()
      .from(topicNames)
      .where(inArray(topicNames.topicId, [targetId, ...sources]))
    await nameTarget(tx, target, gone, names)
    await moveArticles(tx, targetId, sources)
    await moveCopies(tx, targetId, sources)
    await tx.delete(topics).where(inArray(topics.id, sources))

    const languagesOf = (id: string) =>
      names.flatMap(({ topicId, language }) => (topicId === id && isLanguage(language) ? language : []))
    const ways = await leadOn(
      tx,
      gone.flatMap(({ id, slug }) => movesOf(slug, target.slug, languagesOf(id))),
    )
    await listHeldAgain(tx, { of: 'topic', id: targetId }, held, now)
    const shown = all.flatMap((topic) =>
      tagsOfTopic(topic, [...new Set(names.map(({ language }) => language).filter(isLanguage))]),
    )
    await announce(tx, 'change', [...ways, ...shown])
    await record(tx, actor, { action: 'topic.merged', subjectId: targetId, details: { merged: sources, articles }, at: now })
    return { outcome: 'merged', articles }
  })
}

type Topic = typeof topics.$inferSelect
type Name = typeof topicNames.$inferSelect

async function nameTarget(tx: Transaction, target: Topic, gone: readonly Topic[], names: readonly Name[]): Promise<void> {
  const lacking = names.filter(({ topicId }) => topicId !== target.id).map((name) => ({ ...name, topicId: target.id }))
  if (lacking.length > 0) await tx.insert(topicNames).values(lacking).onConflictDoNothing()
  const wikidata = target.wikidata ?? gone.find((topic) => topic.wikidata !== null)?.wikidata ?? null
  await tx
    .update(topics)
    .set({ wikidata, version: target.version + 1 })
    .where(eq(topics.id, target.id))
}

/** In each revision, and in each list, the first of them becomes the target, and the others go. */
async function moveArticles(tx: Transaction, targetId: string, sources: readonly string[]): Promise<void> {
  const [own, all] = [idList(sources), idList([targetId, ...sources])]
  await tx.execute(sql`
    delete from article_topics a using (
      select revision_id, topic_id, row_number() over (partition by revision_id order by position, topic_id) as place
      from article_topics
      where topic_id in (${all}) and revision_id in (select revision_id from article_topics where topic_id in (${own}))
    ) found
    where a.revision_id = found.revision_id and a.topic_id = found.topic_id and found.place > 1`)
  await tx.execute(sql`update article_topics set topic_id = ${targetId} where topic_id in (${own})`)
  await tx.execute(sql`
    delete from listed_topics l using (
      select article_id, topic_id, row_number() over (partition by article_id order by topic_id <> ${targetId}, topic_id) as place
      from listed_topics where topic_id in (${all})
    ) found
    where l.article_id = found.article_id and l.topic_id = found.topic_id and found.place > 1`)
  await tx.execute(sql`update listed_topics set topic_id = ${targetId} where topic_id in (${own})`)
}

/** What somebody is writing, and what became one of these before. */
async function moveCopies(tx: Transaction, targetId: string, sources: readonly string[]): Promise<void> {
  for (const id of sources)
    await tx.execute(sql`
      update working_copies set content = replace(content::text, ${id}, ${targetId})::jsonb where content::text like ${`%${id}%`}`)
  await tx
    .update(mergedTopics)
    .set({ intoId: targetId })
    .where(inArray(mergedTopics.intoId, [...sources]))
  await tx.insert(mergedTopics).values(sources.map((id) => ({ id, intoId: targetId })))
}
