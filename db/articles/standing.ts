import { eq, sql } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { isLanguage, type Language } from '../../lib/languages'
import { db } from '../client'
import { mayComment } from '../comments/rules'
import type { Actor } from '../people/rules'
import { people } from '../people/schema'
import { sections } from '../sections/schema'
import { findSettings } from '../settings/queries'
import { mayRead, mayUse, mayWrite } from './rights'
import { type ArticleStatus, type Move, moves, type Particulars, type Verdict } from './rules'
import { articles, revisions } from './schema'
import { judgeMove, particularsOf, statusAt } from './workflow-rules'

/** Which revision, by whom and when. */
export type RevisionMark = { id: string; number: number; authorId: string | null; authorName: string; createdAt: Date }

type Person = { id: string; name: string }

/** What somebody may change about an article beside its moves. */
export type Permissions = {
  assign: boolean
  give: boolean
  setEmbargo: boolean
  liftEmbargo: boolean
  override: boolean
  keepNotes: boolean
  decideParticulars: boolean
  comment: boolean
}

/** How an article stands, and what whoever asked can do with it now. */
export type Standing = {
  id: string
  language: Language
  status: ArticleStatus
  headline: string
  section: { id: string; slug: string; name: string }
  slug: string
  owner: Person | null
  reviewer: Person | null
  dueAt: Date | null
  head: RevisionMark
  live: RevisionMark | null
  /** Who has found the head good; null while nobody has. */
  approvedBy: Person | null
  publishAt: Date | null
  firstPublishedAt: Date | null
  embargoUntil: Date | null
  embargoNote: string
  legalHold: boolean
  withdrawal: { kind: 'withdrawn' | 'legal'; note: string; at: Date } | null
  particulars: Particulars
  fourEyes: boolean
  verdicts: Record<Move, Verdict>
  may: Permissions
}

/** An article's standing for somebody who may see it at the desk; else null. */
export async function findStanding(actor: Actor, articleId: string, now: Date): Promise<Standing | null> {
  if (!isUuid(articleId)) return null
  const [row] = await db
    .select({
      article: articles,
      head: markColumns,
      headline: revisions.headline,
      headSectionId: revisions.sectionId,
      section: { id: sections.id, slug: sections.slug, name: sections.name },
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .where(eq(articles.id, articleId))
  if (!row || !isLanguage(row.article.language) || !mayRead(actor, row.article)) return null
  const { article, head, headline, section } = row
  const { language } = row.article
  const approverId = article.approvedRevisionId === head.id ? article.approvedById : null
  const [settings, live, owner, reviewer, approvedBy] = await Promise.all([
    findSettings(),
    findMark(article.liveRevisionId),
    findPerson(article.ownerId),
    findPerson(article.reviewerId),
    findPerson(approverId),
  ])
  const { fourEyes } = settings
  const facts = { ...article, head: { ...head, sectionId: row.headSectionId } }
  const { id, slug, dueAt, publishAt, firstPublishedAt, embargoUntil, embargoNote, legalHold } = article
  return {
    ...{ id, language, slug, headline, section, owner, reviewer, dueAt, head, live, approvedBy, publishAt, firstPublishedAt },
    ...{ embargoUntil, embargoNote, legalHold, fourEyes },
    status: statusAt(article, now),
    withdrawal: withdrawalOf(article),
    particulars: particularsOf(article),
    verdicts: verdictsOf((move) => judgeMove(actor, move, facts, { fourEyes, now })),
    may: permissionsOf(actor, article),
  }
}

function verdictsOf(judge: (move: Move) => Verdict): Record<Move, Verdict> {
  return Object.fromEntries(moves.map((move) => [move, judge(move)])) as Record<Move, Verdict>
}

type Row = typeof articles.$inferSelect

function withdrawalOf({ withdrawal, withdrawalNote, withdrawnAt }: Row): Standing['withdrawal'] {
  return withdrawnAt && { kind: withdrawal ?? 'withdrawn', note: withdrawalNote, at: withdrawnAt }
}

function permissionsOf(actor: Actor, article: Row): Permissions {
  const decides = mayUse(actor, 'article.review', article)
  const isOwner = article.ownerId === actor.personId
  const writes = mayWrite(actor, article)
  return {
    assign: article.status === 'in_review' && (decides || (isOwner && mayUse(actor, 'article.submit', article))),
    give: decides || (isOwner && mayUse(actor, 'article.write', article)),
    setEmbargo: writes && article.status !== 'live',
    liftEmbargo: decides,
    override: mayUse(actor, 'article.publish', article),
    keepNotes: writes,
    decideParticulars: decides,
    comment: mayComment(actor, article),
  }
}

const markColumns = {
  id: revisions.id,
  number: revisions.number,
  authorId: revisions.authorId,
  authorName: sql<string>`coalesce((select p.name from people p where p.id = ${revisions.authorId}), '')`,
  createdAt: revisions.createdAt,
}

async function findMark(revisionId: string | null): Promise<RevisionMark | null> {
  if (revisionId === null) return null
  const [row] = await db.select(markColumns).from(revisions).where(eq(revisions.id, revisionId))
  return row ?? null
}

async function findPerson(personId: string | null): Promise<Person | null> {
  if (personId === null) return null
  const [row] = await db.select({ id: people.id, name: people.name }).from(people).where(eq(people.id, personId))
  return row ?? null
}
