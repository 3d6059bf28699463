import { sql } from 'drizzle-orm'
import { reservedSlugs } from '../../lib/addresses'
import { isLanguage, rootLanguage } from '../../lib/languages'
import type { Reader } from '../client'

/** What stands at an address of ours, whoever may see it: an article by its slug, a place, or something of the program's own. */
export type Standing = { kind: 'article'; articleId: string } | { kind: 'place' | 'reserved' }

/** Slugs asked for in one question. */
const portion = 10_000

type Asked = { path: string; language: string; parts: string[] }

/** What stands at these decoded paths; those at which nothing does are left out. Few questions, however many paths. */
export async function findStandings(reader: Reader, paths: Iterable<string>): Promise<Map<string, Standing>> {
  const asked = [...new Set(paths)].map(takenApart)
  const found = new Map<string, Standing>()
  const open: Asked[] = []
  for (const one of asked) {
    const known = withoutAsking(one)
    if (known) found.set(one.path, { kind: known })
    else open.push(one)
  }
  await lookUp(reader, open, found)
  return found
}

function takenApart(path: string): Asked {
  const parts = path.split('/').filter((part) => part !== '')
  const [first = ''] = parts
  if (isLanguage(first) && first !== rootLanguage) return { path, language: first, parts: parts.slice(1) }
  return { path, language: rootLanguage, parts }
}

/** What the shape of an address tells: homes, and where the program has pages of its own. */
function withoutAsking({ parts }: Asked): 'place' | 'reserved' | null {
  const [first = '', second = '', third] = parts
  if (first === '') return 'place'
  if (first === 'topics' || first === 'authors') return parts.length === 2 ? null : 'reserved'
  if (reservedSlugs.has(first)) return 'reserved'
  // Lists and feeds of sections: what is not there is answered by where its section went.
  return reservedSlugs.has(second) || (third !== undefined && second === 'feed') ? 'reserved' : null
}

async function lookUp(reader: Reader, open: readonly Asked[], found: Map<string, Standing>): Promise<void> {
  const named = (first: string) => open.filter(({ parts }) => parts.length === 2 && parts[0] === first)
  const [topics, authors] = [named('topics'), named('authors')]
  const places = open.filter(({ parts }) => parts.length === 1)
  const articles = open.filter((one) => one.parts.length === 2 && !topics.includes(one) && !authors.includes(one))
  const note = (rows: readonly { language: string; slug: string; id?: string }[], own: readonly Asked[]) => {
    const known = new Map(rows.map((row) => [`${row.language} ${row.slug}`, row]))
    for (const { path, language, parts } of own) {
      const row = known.get(`${language} ${parts.at(-1)}`)
      if (row) found.set(path, row.id ? { kind: 'article', articleId: row.id } : { kind: 'place' })
    }
  }
  note(await reader.execute(sql`select language, slug from sections union all select language, slug from pages`), places)
  for (const { own, slugs } of portionsOf(topics))
    note(
      await reader.execute(
        sql`select n.language, t.slug from topics t join topic_names n on n.topic_id = t.id where t.slug in ${slugs}`,
      ),
      own,
    )
  for (const { own, slugs } of portionsOf(authors))
    note(
      await reader.execute(sql`
        select p.language, c.slug from contributors c join contributor_profiles p on p.contributor_id = c.id where c.slug in ${slugs}`),
      own,
    )
  for (const { own, slugs } of portionsOf(articles))
    note(await reader.execute(sql`select language, slug, id from articles where slug in ${slugs}`), own)
}

function* portionsOf(asked: readonly Asked[]) {
  for (let at = 0; at < asked.length; at += portion) {
    const own = asked.slice(at, at + portion)
    yield { own, slugs: sql`(select json_array_elements_text(${JSON.stringify(own.map(({ parts }) => parts.at(-1)))}::json))` }
  }
}
