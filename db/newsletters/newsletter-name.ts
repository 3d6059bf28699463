import { type SQL, sql } from 'drizzle-orm'
import { newsletters, newsletterTexts } from './schema'

/** What the newsletter of a row is called in a language; where it has no name in it, in another, else its slug. For a query that has `newsletters`. */
export function nameIn(language: string): SQL<string> {
  return sql<string>`coalesce((
    select ${newsletterTexts.name} from ${newsletterTexts} where ${newsletterTexts.newsletterId} = ${newsletters.id}
    order by (${newsletterTexts.language} = ${language}) desc, ${newsletterTexts.language} limit 1), ${newsletters.slug})`
}
