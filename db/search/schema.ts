import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

/**
 * Every spelling that ever stood in a listed article, with how it is found: for searches without accents, for beginnings of words,
 * for the nearest word to one mistyped, and for marking what was found. Only grows; that a word stands here does not mean that
 * readers may see an article with it.
 */
export const vocabulary = pgTable(
  'vocabulary',
  {
    language: text().notNull(),
    /** As the language's stemmer takes it. */
    spelling: text().notNull(),
    /** Folded: without case and accents, Arabic letters in one form each. */
    word: text().notNull(),
    /** What stands for it in `search_words`; empty for a word too common to be looked for. */
    stem: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.language, table.spelling] }),
    index('vocabulary_language_word_index').on(table.language, table.word.op('text_pattern_ops')),
    index('vocabulary_language_stem_index').on(table.language, table.stem),
    index('vocabulary_word_index').using('gin', sql`${table.word} gin_trgm_ops`),
  ],
)
