import type { ArticleStatus } from '../articles/rules'
import type { ImportedArticle } from './rules'

/** How an imported article will stand: its state, and whether what was read becomes what readers see. */
export type Standing = { status: ArticleStatus; isPublic: boolean; held: string[]; notes: string[] }

/** The row that is there already, as far as it matters for that. */
export type Present = { status: ArticleStatus; liveRevisionId: string | null; firstPublishedAt: Date | null }

const beforeMostArchives = Date.UTC(1970, 0, 1)

/**
 * Decides what an import may do. What lost words, has no date or is dated in the future without being scheduled is held as a
 * draft; an article that is already live stays live with its words of before; one that was withdrawn here stays withdrawn.
 */
export function decideStanding(
  article: ImportedArticle,
  present: Present | null,
  hasLostWords: string | null,
  now: Date,
): Standing {
  const notes = dateNotes(article)
  const held = hasLostWords ? [hasLostWords] : []
  const kept = keptStatus(present)
  const draft = (status: 'draft' | 'in_review' | 'ready'): Standing => ({ status: kept ?? status, isPublic: false, held, notes })

  if (article.status === 'draft' || article.status === 'in_review' || article.status === 'ready') return draft(article.status)
  const published = article.published ?? present?.firstPublishedAt ?? null
  if (!published || published.getTime() === 0) held.push('It has no publication date.')
  else if (published > now && article.status !== 'scheduled') held.push(`It is dated in the future: ${published.toISOString()}.`)
  if (held.length > 0) return draft('draft')

  if (article.status === 'withdrawn') return { status: 'withdrawn', isPublic: true, held, notes }
  if (present?.status === 'withdrawn') {
    return { status: 'withdrawn', isPublic: false, held, notes: [...notes, 'It was withdrawn here and stays so.'] }
  }
  return { status: published && published > now ? 'scheduled' : 'live', isPublic: true, held, notes }
}

/** The state of an article whose present words stay public, or that was withdrawn; a draft may change its state. */
function keptStatus(present: Present | null): ArticleStatus | null {
  if (!present) return null
  return present.liveRevisionId || present.status === 'withdrawn' ? present.status : null
}

function dateNotes(article: ImportedArticle): string[] {
  const { published } = article
  if (!published || published.getTime() === 0 || published.getTime() >= beforeMostArchives) return []
  return [`It is dated before 1970 (${published.toISOString().slice(0, 10)}); please check.`]
}
