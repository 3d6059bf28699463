import { type SQL, sql } from 'drizzle-orm'

/** How much of a text is searched: far more than any article has, and little enough for Postgres's limit of 1 MB for one article's words. */
export const searchableCharacters = 400_000

/**
 * The part of a statement that adds the words of `texts` (rows of language, headline, near, topics and body as `spell_words` gives
 * them) to the vocabulary. Only what is new is stemmed, and it is written in order, so that two imports at once wait for each other
 * instead of locking each other out.
 */
export function learnWords(texts: SQL): SQL {
  return sql`
    insert into vocabulary (language, spelling, word, stem)
    select met.language, met.spelling, fold_letters(met.spelling), stem_word(met.language, met.spelling)
    from (
      select distinct t.language, w.spelling collate "C" as spelling
      from ${texts} t, string_to_table(concat_ws(' ', t.headline, t.near, t.topics, t.body), ' ') w (spelling)
      where length(w.spelling) between 1 and 40
    ) met
    where not exists (select from vocabulary v where v.language = met.language and v.spelling = met.spelling)
    order by met.language, met.spelling
    on conflict do nothing`
}
