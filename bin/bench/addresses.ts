import postgres from 'postgres'
import { addressOf } from '../../lib/addresses'
import { isLanguage } from '../../lib/languages'

/** Addresses of articles in a mixed order that is the same in each run, without the newest, which a server draws at its start. */
export async function listAddresses(databaseUrl: string, limit: number, language?: string): Promise<string[]> {
  const client = postgres(databaseUrl, { max: 1 })
  const rows = await client<{ language: string; section: string; slug: string }[]>`
    select l.language, s.slug as section, a.slug from listed_articles l
    join articles a on a.id = l.article_id join sections s on s.id = l.section_id
    where ${language ? client`l.language = ${language}` : client`true`}
      and l.article_id not in (select article_id from listed_articles order by published_at desc limit 300)
    order by md5(a.slug) limit ${limit}`
  await client.end()
  return rows.flatMap((row) => (isLanguage(row.language) ? [addressOf.article(row.language, row.section, row.slug)] : []))
}
