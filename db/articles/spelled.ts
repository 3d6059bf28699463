import { sql } from 'drizzle-orm'
import { searchableCharacters } from '../search/learning'

/** Of `articles a` with a revision `r` of theirs: its words as `spell_words` gives them, by weight, as columns for `search_vector`. */
export const spelledColumns = sql`
  spell_words(a.language, r.headline) as headline,
  spell_words(a.language, concat_ws(' ', r.kicker, r.standfirst, r.dateline, (
    select string_agg(coalesce(nullif(b.credited_as, ''), p.name), ' ') from bylines b
    left join contributor_profiles p on p.contributor_id = b.contributor_id and p.language = a.language
    where b.revision_id = r.id))) as near,
  spell_words(a.language, coalesce((select string_agg(n.name, ' ') from article_topics t
    join topic_names n on n.topic_id = t.topic_id and n.language = a.language where t.revision_id = r.id), '')) as topics,
  spell_words(a.language, left(r.body_text, ${searchableCharacters}::int)) as body`
