import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isUuid } from '../../lib/checks'
import { mayRead, mayUse } from '../articles/rights'
import { articles, revisions } from '../articles/schema'
import { type Colleague, listReviewers } from '../articles/staff'
import { statusAt } from '../articles/workflow-rules'
import { db } from '../client'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { findSettings } from '../settings/queries'
import { listSeenRevisions } from './revisions'
import {
  type CorrectionAct,
  correctionActs,
  type DeskCorrection,
  type DeskOffer,
  hasAppeared,
  judgeCorrection,
  mayPropose,
  type SeenRevision,
  type WaitingCorrection,
} from './rules'
import { correctionOffers, corrections } from './schema'

/** The corrections of an article, and what whoever asked can do about them. */
export type CorrectionDesk = {
  /** The newest first. */
  corrections: DeskCorrection[]
  /** Of other editions; those that nobody has answered. */
  offers: DeskOffer[]
  /** What readers have seen, the newest first. */
  seen: SeenRevision[]
  /** Whether readers have ever seen the article. */
  hasAppeared: boolean
  mayPropose: boolean
  /** Who can be asked to approve. */
  approvers: Colleague[]
  fourEyes: boolean
}

/** What the desk knows of an article's corrections, for somebody who may see the article; else null. */
export async function findCorrectionDesk(actor: Actor, articleId: string, now: Date): Promise<CorrectionDesk | null> {
  if (!isUuid(articleId)) return null
  const [row] = await db.select().from(articles).where(eq(articles.id, articleId))
  if (!row || !mayRead(actor, row)) return null
  const article = { ...row, status: statusAt(row, now) }
  const isWriter = mayPropose(actor, article)
  const { fourEyes } = await findSettings()
  const { ownerId, sectionId } = article
  const [seen, offers, approvers] = await Promise.all([
    listSeenRevisions(db, articleId),
    listOpenOffers(articleId),
    isWriter ? listReviewers({ ownerId, sectionId, authorId: actor.personId, fourEyes }) : [],
  ])
  const judge = { article, fourEyes, now }
  return {
    corrections: await listCorrectionsOf(articleId, seen, (facts) =>
      verdictsOf((act) => judgeCorrection(actor, act, facts, judge)),
    ),
    ...{ offers, seen, approvers, fourEyes },
    hasAppeared: hasAppeared(article, now),
    mayPropose: isWriter,
  }
}

function verdictsOf(judge: (act: CorrectionAct) => DeskCorrection['verdicts'][CorrectionAct]): DeskCorrection['verdicts'] {
  return Object.fromEntries(correctionActs.map((act) => [act, judge(act)])) as DeskCorrection['verdicts']
}

type Row = typeof corrections.$inferSelect

async function listCorrectionsOf(
  articleId: string,
  seen: readonly SeenRevision[],
  judge: (row: Row) => DeskCorrection['verdicts'],
): Promise<DeskCorrection[]> {
  const rows = await db
    .select({
      row: corrections,
      proposedBy: nameOf(corrections.proposedById),
      approverName: nameOf(corrections.approverId),
      decidedBy: nameOf(corrections.decidedById),
      takenBackBy: nameOf(corrections.takenBackById),
    })
    .from(corrections)
    .where(eq(corrections.articleId, articleId))
    .orderBy(desc(sql`coalesce(${corrections.correctedAt}, ${corrections.createdAt})`), desc(corrections.id))
  const known = new Map(seen.map((revision) => [revision.id, revision]))
  return rows.map(({ row, proposedBy, approverName, decidedBy, takenBackBy }) => {
    const { id, type, text, status, correctedAt, reason } = row
    const before = known.get(row.beforeRevisionId ?? '')
    const after = known.get(row.afterRevisionId ?? '')
    return {
      ...{ id, type, text, status, correctedAt, reason },
      proposed: row.proposedById === null ? null : { name: proposedBy ?? '', at: row.createdAt },
      approverName: row.approverId === null ? null : (approverName ?? ''),
      decided: row.decidedAt && { name: decidedBy ?? '', at: row.decidedAt },
      takenBack: row.takenBackAt && { name: takenBackBy ?? '', at: row.takenBackAt },
      pair: before && after ? { before, after } : null,
      verdicts: judge(row),
    }
  })
}

const nameOf = (personId: unknown) => sql<string | null>`(select p.name from ${people} p where p.id = ${personId})`

/** The article that was corrected, beside the one that it is offered to. */
const original = alias(articles, 'original')

async function listOpenOffers(articleId: string): Promise<DeskOffer[]> {
  const rows = await db
    .select({
      id: correctionOffers.id,
      type: corrections.type,
      text: corrections.text,
      correctedAt: corrections.correctedAt,
      language: original.language,
      articleId: original.id,
      headline: revisions.headline,
      createdAt: correctionOffers.createdAt,
    })
    .from(correctionOffers)
    .innerJoin(corrections, eq(corrections.id, correctionOffers.correctionId))
    .innerJoin(original, eq(original.id, corrections.articleId))
    .innerJoin(revisions, eq(revisions.id, original.headRevisionId))
    .where(and(eq(correctionOffers.articleId, articleId), eq(correctionOffers.status, 'open')))
    .orderBy(asc(correctionOffers.createdAt), asc(correctionOffers.id))
  return rows.map(({ createdAt, correctedAt, ...offer }) => ({ ...offer, correctedAt: correctedAt ?? createdAt }))
}

const articleFacts = {
  ownerId: articles.ownerId,
  sectionId: articles.sectionId,
  status: articles.status,
  language: articles.language,
  headline: revisions.headline,
}

/** What of corrections waits for somebody: proposals that they could approve, and offers to articles of theirs; the oldest first. */
export async function listWaitingCorrections(actor: Actor, now: Date): Promise<WaitingCorrection[]> {
  const { type, createdAt } = corrections
  const [proposals, offers, { fourEyes }] = await Promise.all([
    db
      .select({
        id: corrections.id,
        type,
        since: createdAt,
        proposedById: corrections.proposedById,
        articleId: articles.id,
        ...articleFacts,
      })
      .from(corrections)
      .innerJoin(articles, eq(articles.id, corrections.articleId))
      .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
      .where(eq(corrections.status, 'proposed')),
    db
      .select({ id: correctionOffers.id, type, since: correctionOffers.createdAt, articleId: articles.id, ...articleFacts })
      .from(correctionOffers)
      .innerJoin(corrections, eq(corrections.id, correctionOffers.correctionId))
      .innerJoin(articles, eq(articles.id, correctionOffers.articleId))
      .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
      .where(eq(correctionOffers.status, 'open')),
    findSettings(),
  ])
  const isMine = (row: (typeof proposals)[number]) => {
    const verdict = judgeCorrection(actor, 'approve', { ...row, status: 'proposed' }, { article: row, fourEyes, now })
    return verdict === 'allowed' || verdict === 'ask-again'
  }
  return [
    ...proposals.filter(isMine).map((row) => waiting('proposal', row)),
    ...offers.filter((row) => mayUse(actor, 'article.write', row)).map((row) => waiting('offer', row)),
  ].sort((one, other) => one.since.getTime() - other.since.getTime())
}

function waiting(
  kind: WaitingCorrection['kind'],
  { id, type, since, articleId, headline, language }: Omit<WaitingCorrection, 'kind'>,
): WaitingCorrection {
  return { kind, id, type, since, articleId, headline, language }
}
