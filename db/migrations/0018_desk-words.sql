CREATE TABLE "desk_words" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bulk_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"made" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bulk_changes_person_id_key" UNIQUE("person_id")
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_filters_name_check" CHECK (length("saved_filters"."name") between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "desk_words" ADD CONSTRAINT "desk_words_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "desk_words_words_index" ON "desk_words" USING gin ("words");--> statement-breakpoint
CREATE INDEX "saved_filters_person_id_index" ON "saved_filters" USING btree ("person_id","position");
--> statement-breakpoint
-- The words of what lay at the desk before there were any of it.
insert into desk_words (article_id, words)
select a.id, search_vector(a.language, spell_words(a.language, r.headline),
  spell_words(a.language, concat_ws(' ', r.kicker, r.standfirst, r.dateline, (
    select string_agg(coalesce(nullif(b.credited_as, ''), p.name), ' ') from bylines b
    left join contributor_profiles p on p.contributor_id = b.contributor_id and p.language = a.language
    where b.revision_id = r.id))),
  spell_words(a.language, coalesce((select string_agg(n.name, ' ') from article_topics t
    join topic_names n on n.topic_id = t.topic_id and n.language = a.language where t.revision_id = r.id), '')),
  spell_words(a.language, left(r.body_text, 400000))) || facet_words(array[a.language])
from articles a join revisions r on r.id = a.head_revision_id
where not exists (select from listed_articles l where l.article_id = a.id and l.revision_id = a.head_revision_id);
