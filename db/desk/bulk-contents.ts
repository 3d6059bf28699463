import { inArray } from 'drizzle-orm'
import type { ArticleContent } from '../articles/content'
import { findContents } from '../articles/contents'
import { moveHeads } from '../articles/heads'
import { insertRevisions } from '../articles/revisions'
import { mayWrite } from '../articles/rights'
import { articles } from '../articles/schema'
import { statusAt } from '../articles/workflow-rules'
import type { Transaction } from '../client'
import { type NewEvent, record } from '../events/commands'
import type { Actor } from '../people/rules'
import { sections } from '../sections/schema'
import {
  type ArticleOutcome,
  type ContentChange,
  type ContentMade,
  changeContent,
  putContentBack,
  withChange,
} from './bulk-rules'

/** What is to be done to what an article says: a change, or one that was made and is to be put back. */
type Wanted = { articleId: string } & ({ change: ContentChange } | { putBack: ContentMade })

type Row = Awaited<ReturnType<typeof holdArticles>>[number]

/**
 * Changes what articles say, each on top of its present head while it is held: whatever somebody has saved a moment ago stays. Readers see it of
 * those that are live when somebody publishes it.
 */
export async function changeContents(
  tx: Transaction,
  actor: Actor,
  wanted: readonly Wanted[],
  now: Date,
): Promise<ArticleOutcome[]> {
  if (wanted.length === 0) return []
  const rows = new Map(
    (
      await holdArticles(
        tx,
        wanted.map(({ articleId }) => articleId),
      )
    ).map((row) => [row.id, row]),
  )
  const contents = await findContents(
    tx,
    [...rows.values()].flatMap(({ headRevisionId }) => headRevisionId ?? []),
  )
  const languages = await languagesOfSections(tx, wanted)
  const drafts: { row: Row; content: ArticleContent; made: ContentMade }[] = []
  const outcomes = wanted.map((one): ArticleOutcome => {
    const { articleId } = one
    const row = rows.get(articleId)
    const content = contents.get(row?.headRevisionId ?? '')
    if (!row || !content) return { articleId, outcome: 'unknown' }
    if (!mayWrite(actor, row)) return { articleId, outcome: 'not-allowed' }
    const made = 'change' in one ? changeContent(articleId, content, one.change) : putContentBack(content, one.putBack)
    if (made === null) return { articleId, outcome: 'unchanged' }
    if (made === 'changed-since') return { articleId, outcome: made }
    if (made.field === 'sectionId' && languages.get(made.after) !== row.language) return { articleId, outcome: 'other-edition' }
    drafts.push({ row, content: withChange(content, made), made })
    return { articleId, outcome: isOut(row, now) ? 'waiting' : 'changed', made }
  })
  await write(tx, actor, drafts, now)
  return outcomes
}

async function write(
  tx: Transaction,
  actor: Actor,
  drafts: readonly { row: Row; content: ArticleContent; made: ContentMade }[],
  now: Date,
): Promise<void> {
  const revisionIds = await insertRevisions(
    tx,
    drafts.map(({ row, content }) => ({
      articleId: row.id,
      content,
      authorId: actor.personId,
      reason: '',
      basedOnId: row.headRevisionId,
    })),
  )
  const heads = drafts.map(({ row, made }, place) => ({ articleId: row.id, revisionId: revisionIds[place] ?? '', made }))
  await moveHeads(tx, heads, now)
  await record(
    tx,
    actor,
    ...heads.map((head) => ({ ...eventOf(head.made), subjectId: head.articleId, revisionId: head.revisionId, at: now })),
  )
}

function eventOf(made: ContentMade): Pick<NewEvent, 'action' | 'details'> {
  if (made.field === 'sectionId') return { action: 'article.moved', details: { before: made.before, after: made.after } }
  return { action: 'article.saved', details: { fields: [made.field] } }
}

async function holdArticles(tx: Transaction, articleIds: readonly string[]) {
  return tx
    .select({
      id: articles.id,
      language: articles.language,
      ownerId: articles.ownerId,
      sectionId: articles.sectionId,
      status: articles.status,
      publishAt: articles.publishAt,
      headRevisionId: articles.headRevisionId,
    })
    .from(articles)
    .where(inArray(articles.id, [...articleIds]))
    .orderBy(articles.id)
    .for('update')
}

/** What readers see, or will see by itself, is another revision than the new head. */
function isOut(row: Row, now: Date): boolean {
  const status = statusAt(row, now)
  return status === 'live' || status === 'scheduled'
}

async function languagesOfSections(tx: Transaction, wanted: readonly Wanted[]): Promise<Map<string, string>> {
  const ids = wanted.flatMap((one) => {
    if ('change' in one) return one.change.kind === 'section' ? [one.change.sectionId] : []
    return one.putBack.field === 'sectionId' ? [one.putBack.before] : []
  })
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: sections.id, language: sections.language })
    .from(sections)
    .where(inArray(sections.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, language }) => [id, language]))
}
