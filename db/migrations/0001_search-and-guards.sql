create extension if not exists unaccent;
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
-- One spelling for what readers spell in several ways: case and accents of Latin letters; alef with its hamzas and madda, final ya,
-- ta marbuta, vowel signs and the tatweel of Arabic; Persian ya and kaf. Both sides of a search pass through it.
create function fold_words(words text) returns text
language sql immutable strict parallel safe
as $$
  select lower(public.unaccent('public.unaccent'::regdictionary,
    translate(regexp_replace(normalize(words, nfc), '[\u064B-\u065F\u0670\u0640]', '', 'g'), 'أإآٱىةؤئیک', 'اااايهويي' || 'ك')))
$$;
--> statement-breakpoint
create function search_config(language text) returns regconfig
language sql immutable strict parallel safe
as $$
  select case language when 'en' then 'english'::regconfig when 'fr' then 'french'::regconfig when 'ar' then 'arabic'::regconfig
    else 'simple'::regconfig end
$$;
--> statement-breakpoint
create function search_vector(language text, headline text, near text, topics text, body text) returns tsvector
language sql immutable parallel safe
as $$
  select setweight(to_tsvector(search_config(language), fold_words(coalesce(headline, ''))), 'A')
    || setweight(to_tsvector(search_config(language), fold_words(coalesce(near, ''))), 'B')
    || setweight(to_tsvector(search_config(language), fold_words(coalesce(topics, ''))), 'C')
    || setweight(to_tsvector(search_config(language), fold_words(coalesce(body, ''))), 'D')
$$;
--> statement-breakpoint
create function refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'Rows of % are never changed once written.', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
--> statement-breakpoint
create trigger revisions_immutable before update on revisions for each row execute function refuse_change();
--> statement-breakpoint
alter table articles add constraint articles_live_revision_id_fk foreign key (live_revision_id) references revisions (id) deferrable initially deferred;
--> statement-breakpoint
alter table articles add constraint articles_head_revision_id_fk foreign key (head_revision_id) references revisions (id) deferrable initially deferred;
