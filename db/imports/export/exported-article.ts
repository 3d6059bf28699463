import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { ArticleContent } from '../../articles/content'
import { findContents } from '../../articles/contents'
import type { CorrectionNote } from '../../articles/rules'
import { articles } from '../../articles/schema'
import type { Reader } from '../../client'
import { noteColumns } from '../../corrections/notes'
import { corrections } from '../../corrections/schema'
import { redirects } from '../../redirects/schema'

/** An article with everything that is written of it: what readers see, or the newest version where they see none. */
export type ExportedArticle = {
  row: typeof articles.$inferSelect
  content: ArticleContent
  /** Those that readers are told of. */
  corrections: CorrectionNote[]
  formerAddresses: string[]
  /** The id of the article that this one is a translation of. */
  originalId: string | null
}

const batchSize = 100

/** All articles, in batches. Those without a single version are left out. */
export async function* exportedArticles(reader: Reader): AsyncGenerator<ExportedArticle[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await reader.select().from(articles).where(gt(articles.id, after)).orderBy(asc(articles.id)).limit(batchSize)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    yield await complete(reader, rows)
  }
}

async function complete(reader: Reader, rows: (typeof articles.$inferSelect)[]): Promise<ExportedArticle[]> {
  const ids = rows.map(({ id }) => id)
  const shown = (row: typeof articles.$inferSelect) => row.liveRevisionId ?? row.headRevisionId ?? ''
  const contents = await findContents(reader, rows.map(shown).filter(Boolean))
  const noted = await reader
    .select({ articleId: corrections.articleId, note: noteColumns })
    .from(corrections)
    .where(and(inArray(corrections.articleId, ids), eq(corrections.status, 'approved')))
    .orderBy(asc(corrections.correctedAt), asc(corrections.id))
  const left = await reader.select().from(redirects).where(inArray(redirects.articleId, ids)).orderBy(asc(redirects.path))
  const originals = await findOriginals(reader, rows)
  return rows.flatMap((row) => {
    const content = contents.get(shown(row))
    if (!content) return []
    const original = row.translatedFromId ?? originals.get(row.translationGroupId ?? '') ?? null
    return [
      {
        row,
        content,
        corrections: noted.filter(({ articleId }) => articleId === row.id).map(({ note }) => note),
        formerAddresses: left.filter(({ articleId }) => articleId === row.id).map(({ path }) => path),
        originalId: original === row.id ? null : original,
      },
    ]
  })
}

/** The article that each group of translations goes back to: one that is no translation itself, the oldest of several. */
async function findOriginals(reader: Reader, rows: (typeof articles.$inferSelect)[]): Promise<Map<string, string>> {
  const groups = [...new Set(rows.flatMap(({ translationGroupId }) => translationGroupId ?? []))]
  if (groups.length === 0) return new Map()
  const { id, translationGroupId, translatedFromId, createdAt } = articles
  const members = await reader
    .select({ id, translationGroupId, translatedFromId })
    .from(articles)
    .where(inArray(translationGroupId, groups))
    .orderBy(asc(createdAt), asc(id))
  const originals = new Map<string, string>()
  for (const member of members) {
    if (member.translationGroupId && !member.translatedFromId && !originals.has(member.translationGroupId))
      originals.set(member.translationGroupId, member.id)
  }
  return originals
}
