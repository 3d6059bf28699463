import { asc, eq, inArray } from 'drizzle-orm'
import { isUuid } from '../../lib/checks'
import { isLanguage } from '../../lib/languages'
import { mayRead, mayUse } from '../articles/rights'
import { revisions } from '../articles/schema'
import { type GroupMember, listGroup } from '../articles/translation-group'
import { statusAt } from '../articles/workflow-rules'
import { db } from '../client'
import { may } from '../people/rights'
import type { Actor } from '../people/rules'
import { sections } from '../sections/schema'
import { findSettings } from '../settings/queries'
import { followedRevisionOf, mayTie, originalOf, type TranslationDesk, type TranslationMember } from './rules'

/** An article among its translations, for somebody who may see it at the desk; else null. */
export async function findTranslationDesk(actor: Actor, articleId: string, now: Date): Promise<TranslationDesk | null> {
  if (!isUuid(articleId)) return null
  const group = await listGroup(db, articleId)
  const article = group.find(({ id }) => id === articleId)
  const original = originalOf(group)
  if (!article || !original || !mayRead(actor, article)) return null
  const followed = followedRevisionOf(original)
  const marks = await findMarks(group, followed)
  const ordered = [original, ...group.filter((member) => member !== original)]
  const members = ordered.flatMap((member) => describe(actor, member, { original, followed, marks, now }))
  const own = members.find((member) => member.articleId === articleId)
  const revision = followed ? marks.get(followed) : undefined
  if (!own) return null
  const isTranslation = !own.isOriginal && isLanguage(original.language) && revision !== undefined
  const source = isTranslation && isLanguage(original.language) ? { articleId: original.id, language: original.language } : null
  return {
    members,
    own,
    original: source && revision ? { ...source, revision: { id: revision.id, number: revision.number } } : null,
    missing: await listMissing(group, original),
    may: {
      begin: may(actor, 'article.write') && mayRead(actor, original),
      join: group.length < 2 && mayTie(actor, article),
      leave: group.length > 1 && !own.isOriginal && mayTie(actor, article),
      follow: isTranslation && mayUse(actor, 'article.write', article),
    },
  }
}

type Mark = { id: string; number: number; headline: string }
type Around = { original: GroupMember; followed: string | null; marks: ReadonlyMap<string, Mark>; now: Date }

function describe(actor: Actor, member: GroupMember, { original, followed, marks, now }: Around): TranslationMember[] {
  const { id, language, translatedFromRevisionId, headRevisionId } = member
  if (!isLanguage(language)) return []
  const isOriginal = id === original.id
  const source = isOriginal ? undefined : marks.get(translatedFromRevisionId ?? '')
  return [
    {
      articleId: id,
      language,
      headline: mayRead(actor, member) ? (marks.get(headRevisionId ?? '')?.headline ?? '') : null,
      status: statusAt(member, now),
      isOriginal,
      source: source ? { id: source.id, number: source.number } : null,
      isBehind: source ? source.id !== followed : null,
    },
  ]
}

async function findMarks(group: readonly GroupMember[], followed: string | null): Promise<Map<string, Mark>> {
  const ids = [followed, ...group.flatMap((member) => [member.headRevisionId, member.translatedFromRevisionId])]
  const rows = await db
    .select({ id: revisions.id, number: revisions.number, headline: revisions.headline })
    .from(revisions)
    .where(inArray(revisions.id, [...new Set(ids.flatMap((id) => id ?? []))]))
  return new Map(rows.map((row) => [row.id, row]))
}

async function listMissing(group: readonly GroupMember[], original: GroupMember): Promise<TranslationDesk['missing']> {
  const { editions } = await findSettings()
  const absent = editions.map(({ language }) => language).filter((one) => !group.some(({ language }) => language === one))
  if (absent.length === 0) return []
  const [home] = await db.select({ group: sections.translationGroupId }).from(sections).where(eq(sections.id, original.sectionId))
  const rows = await db
    .select({ id: sections.id, name: sections.name, language: sections.language, group: sections.translationGroupId })
    .from(sections)
    .where(inArray(sections.language, absent))
    .orderBy(asc(sections.position), asc(sections.name))
  return absent.map((language) => {
    const own = rows.filter((row) => row.language === language)
    const counterpart = home?.group ? own.find((row) => row.group === home.group) : undefined
    return { language, sections: own.map(({ id, name }) => ({ id, name })), sectionId: counterpart?.id ?? null }
  })
}
