CREATE TABLE "vocabulary" (
	"language" text NOT NULL,
	"spelling" text NOT NULL,
	"word" text NOT NULL,
	"stem" text NOT NULL,
	CONSTRAINT "vocabulary_language_spelling_pk" PRIMARY KEY("language","spelling")
);
--> statement-breakpoint
ALTER TABLE "renditions" ADD COLUMN "recipe" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "vocabulary_language_word_index" ON "vocabulary" USING btree ("language","word" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "vocabulary_language_stem_index" ON "vocabulary" USING btree ("language","stem");--> statement-breakpoint
CREATE INDEX "vocabulary_word_index" ON "vocabulary" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "listed_articles_subject_words_index" ON "listed_articles" USING gin (ts_filter("search_words", '{a,b,c}'));
--> statement-breakpoint
-- The text as words with single spaces between them: compatibility forms resolved (ﻻ, ﬁ, full width), vowel signs, tatweel,
-- modifier letters (ʿ) and invisible marks removed, everything that is neither letter nor digit a space. Ranges are spelled out,
-- because character classes differ between the locales of servers. `db/search/words.ts` does the same, and a test compares them.
create or replace function clean_words(words text) returns text
language sql immutable strict parallel safe
as $$
  select btrim(regexp_replace(regexp_replace(normalize(words, nfkc),
    '[\u00AD\u02B0-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061C\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u2069\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF]+', '', 'g'),
    '[^0-9A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0370-\u0373\u0376\u0377\u037F\u0386\u0388-\u0481\u048A-\u0556\u0561-\u0587\u05D0-\u05F2\u0620-\u064A\u0660-\u0669\u066E-\u066F\u0671-\u06D3\u06D5\u06EE-\u06FC\u06FF\u0710-\u166C\u1681-\u17D3\u1820-\u1FFF\u2C00-\u2DFF\u3041-\u3096\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312F\u3400-\u9FFF\uA000-\uD7A3\uF900-\uFAFF]+', ' ', 'g'))
$$;
--> statement-breakpoint
-- One spelling for what readers spell in several ways: case and accents; alef with its hamzas and madda, final ya, ta marbuta;
-- Persian ya and kaf, Arabic digits. Keeps spaces, digits and punctuation where they are.
create or replace function fold_letters(words text) returns text
language plpgsql immutable strict parallel safe
as $$
declare
  folded text := words;
begin
  if folded ~ '[^\u0001-\u007F]' then
    folded := regexp_replace(normalize(folded, nfkd), '[\u0300-\u036F\u064B-\u065F]+', '', 'g');
  end if;
  -- Each character of a long text is looked up in the whole of a translation's list, so no list is gone through in vain.
  if folded ~ '[\u0629\u0649\u0660-\u06FF]' then
    folded := translate(folded, 'ٱىةیکہھە٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'ايهيكههه01234567890123456789');
  end if;
  if folded ~ '[\u00C6-\u0167\u1E9E]' then
    folded := translate(folded, 'ıøØđĐðÐłŁħĦŋŊŧŦ', 'iooddddllhhnntt');
    folded := regexp_replace(regexp_replace(folded, '[ßẞ]', 'ss', 'g'), '[æÆ]', 'ae', 'g');
    folded := regexp_replace(regexp_replace(folded, '[œŒ]', 'oe', 'g'), '[þÞ]', 'th', 'g');
  end if;
  if folded ~ '[\u0391-\u03C2\u0402-\u042F]' then
    folded := translate(folded, 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏ',
      'αβγδεζηθικλμνξοπρστυφχψωσабвгдежзийклмнопрстуфхцчшщъыьэюяђєѕіјљњћџ');
  end if;
  return lower(folded collate "C");
end
$$;
--> statement-breakpoint
-- Words as the stemmer of a language wants them. French endings are told apart by their accents, so these are folded after it.
-- The Arabic stemmer misses the article behind "and" and "so", and takes a final ha, often written for ta marbuta, for a letter.
create or replace function spell_words(language text, words text) returns text
language sql immutable strict parallel safe
as $$
  select case language
    when 'fr' then lower(clean_words(words))
    when 'ar' then regexp_replace(regexp_replace(
      fold_letters(clean_words(words)), '\m[وف](?=(ال|بال|كال|لل)[^ ]{2})', '', 'g'), '(?<=[^ ]{2})ه\M', 'ة', 'g')
    else fold_letters(clean_words(words)) end
$$;
--> statement-breakpoint
create or replace function search_config(language text) returns regconfig
language sql immutable strict parallel safe
as $$
  select case language when 'en' then 'pg_catalog.english'::regconfig when 'fr' then 'pg_catalog.french'::regconfig
    when 'ar' then 'pg_catalog.arabic'::regconfig else 'pg_catalog.simple'::regconfig end
$$;
--> statement-breakpoint
-- The form under which one spelled word is found; empty for a word too common to be looked for.
create or replace function stem_word(language text, spelling text) returns text
language sql immutable strict parallel safe
as $$
  select coalesce(fold_letters((tsvector_to_array(to_tsvector(search_config(language), spelling)))[1]), '')
$$;
--> statement-breakpoint
create or replace function stem_words(language text, spelling text) returns tsvector
language sql immutable strict parallel safe
as $$
  select case language when 'fr' then fold_letters(to_tsvector(search_config(language), spelling)::text)::tsvector
    else to_tsvector(search_config(language), spelling) end
$$;
--> statement-breakpoint
-- Takes words as `spell_words` gives them.
create or replace function search_vector(language text, headline text, near text, topics text, body text) returns tsvector
language sql immutable strict parallel safe
as $$
  select setweight(stem_words(language, headline), 'A') || setweight(stem_words(language, near), 'B')
    || setweight(stem_words(language, topics), 'C') || setweight(stem_words(language, body), 'D')
$$;
--> statement-breakpoint
-- What filters ask for, as words that no text contains: the word index then finds the articles that have both, without reading those
-- that have only one.
create or replace function facet_words(facets text[]) returns tsvector
language sql immutable parallel safe
as $$
  select coalesce(string_agg(quote_literal('@' || facet) || ':16383C', ' '), '')::tsvector from unnest(facets) f (facet)
$$;
