import { type SQL, sql } from 'drizzle-orm'
import { isLanguage, type Language } from '../../lib/languages'
import { db } from '../client'
import { idList } from '../id-list'
import { decodeNameCursor, encodeNameCursor, type ListedName, type NameKind } from './rules'

const pageLength = 50

type Row = Omit<ListedName, 'languages'> & { languages: string[]; sort: string }

/** Topics or contributors in the order of their names in `language`, a page at a time; `next` is where the next one begins, null on the last. */
export async function listNames(
  kind: NameKind,
  { q, after }: { q: string; after: string },
  language: Language,
): Promise<{ rows: ListedName[]; next: string | null }> {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 6)
  const from = after ? decodeNameCursor(after) : null
  const found = words.map((word) => {
    const pattern = `%${word.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`)}%`
    return sql`(x.slug like ${pattern} or exists (select from ${names(kind)} n where n.id = x.id and fold_letters(lower(n.name)) like fold_letters(${pattern})))`
  })
  const conditions = from ? [...found, sql`(x.sort, x.id) > (${from.name}::text, ${from.id}::uuid)`] : found
  const rows = await select(kind, language, conditions, pageLength + 1)
  const shown = rows.slice(0, pageLength)
  const last = shown.at(-1)
  return {
    rows: shown.map(asListed),
    next: rows.length > pageLength && last ? encodeNameCursor({ name: last.sort, id: last.id }) : null,
  }
}

/** Those of these ids that are there, in the order of their names. */
export async function findNames(kind: NameKind, ids: readonly string[], language: Language): Promise<ListedName[]> {
  if (ids.length === 0) return []
  const list = idList(ids)
  return (await select(kind, language, [sql`x.id in (${list})`], ids.length)).map(asListed)
}

async function select(kind: NameKind, language: Language, conditions: readonly SQL[], limit: number): Promise<Row[]> {
  const rows = await db.execute<Row>(sql`
    with x as (
      select o.id, o.slug, coalesce(own.name, o.slug) as name, ${kind === 'topic' ? sql`o.type::text` : sql`coalesce(own.hint, '')`} as hint,
        fold_letters(lower(coalesce(own.name, o.slug))) collate "C" as sort
      from ${kind === 'topic' ? sql`topics` : sql`contributors`} o left join lateral (
        select n.name, n.hint from ${names(kind)} n where n.id = o.id order by n.language <> ${language}, n.language limit 1) own on true
    )
    select x.*, array(select n.language from ${names(kind)} n where n.id = x.id order by n.language) as languages,
      ${listed(kind)} as articles
    from x where ${conditions.length > 0 ? sql.join([...conditions], sql` and `) : sql`true`} order by x.sort, x.id limit ${limit}`)
  return [...rows]
}

function names(kind: NameKind): SQL {
  return kind === 'topic'
    ? sql`(select topic_id as id, language, name, '' as hint from topic_names)`
    : sql`(select contributor_id as id, language, name, job_title as hint from contributor_profiles)`
}

function listed(kind: NameKind): SQL {
  return kind === 'topic'
    ? sql`(select count(*)::int from listed_topics l where l.topic_id = x.id)`
    : sql`(select count(*)::int from listed_bylines l where l.contributor_id = x.id)`
}

function asListed({ sort: _sort, languages, ...row }: Row): ListedName {
  return { ...row, languages: languages.filter(isLanguage) }
}
