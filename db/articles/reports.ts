import { and, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { db } from '../client'
import { record } from '../events/commands'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { errorReports } from './report-schema'
import { articles, revisions } from './schema'

/** What a reader said is wrong with an article. */
export type ErrorReport = {
  id: string
  articleId: string
  headline: string
  message: string
  replyTo: string
  createdAt: Date
  handledAt: Date | null
}

/** Reports of readers, newest first, `limit` of them: those that wait, or those that were seen to. An editor sees those of their sections. */
export async function listReports(
  actor: Actor,
  { isHandled, before, limit }: { isHandled: boolean; before: Date | undefined; limit: number },
): Promise<ErrorReport[]> {
  if (!may(actor, 'report.read')) return []
  const own =
    actor.role === 'editor' && actor.sectionIds.length > 0 ? inArray(articles.sectionId, [...actor.sectionIds]) : undefined
  return db
    .select({
      id: errorReports.id,
      articleId: errorReports.articleId,
      headline: revisions.headline,
      message: errorReports.message,
      replyTo: errorReports.replyTo,
      createdAt: errorReports.createdAt,
      handledAt: errorReports.handledAt,
    })
    .from(errorReports)
    .innerJoin(articles, eq(articles.id, errorReports.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .where(
      and(
        isHandled ? isNotNull(errorReports.handledAt) : isNull(errorReports.handledAt),
        before ? lt(errorReports.createdAt, before) : undefined,
        own,
      ),
    )
    .orderBy(desc(errorReports.createdAt))
    .limit(limit)
}

/** Notes that a report was seen to, or that it waits again. */
export async function handleReport(
  actor: Actor,
  reportId: string,
  isHandled: boolean,
  now: Date,
): Promise<'handled' | 'unknown' | 'not-allowed'> {
  if (!may(actor, 'report.read')) return 'not-allowed'
  return db.transaction(async (tx) => {
    const [report] = await tx
      .update(errorReports)
      .set({ handledAt: isHandled ? now : null, handledById: isHandled ? actor.personId : null })
      .where(eq(errorReports.id, reportId))
      .returning({ articleId: errorReports.articleId })
    if (!report) return 'unknown'
    await record(tx, actor, { action: 'report.handled', subjectId: report.articleId, details: { reportId, isHandled }, at: now })
    return 'handled'
  })
}
