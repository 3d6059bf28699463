CREATE TYPE "public"."article_status" AS ENUM('draft', 'in_review', 'ready', 'scheduled', 'live', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."byline_role" AS ENUM('reporter', 'photographer', 'graphics', 'translation', 'editing');--> statement-breakpoint
CREATE TYPE "public"."correction_type" AS ENUM('correction', 'clarification', 'update', 'editors_note', 'withdrawal');--> statement-breakpoint
CREATE TYPE "public"."republishing" AS ENUM('open', 'ask', 'never');--> statement-breakpoint
CREATE TYPE "public"."withdrawal_kind" AS ENUM('withdrawn', 'legal');--> statement-breakpoint
CREATE TYPE "public"."front_zone" AS ENUM('lead', 'secondary', 'feature');--> statement-breakpoint
CREATE TYPE "public"."import_outcome" AS ENUM('created', 'updated', 'unchanged', 'held', 'refused');--> statement-breakpoint
CREATE TYPE "public"."media_source" AS ENUM('staff', 'wire', 'freelance', 'stock', 'handout');--> statement-breakpoint
CREATE TYPE "public"."rendition_crop" AS ENUM('whole', '16x9', '4x3', '1x1', 'card');--> statement-breakpoint
CREATE TYPE "public"."rendition_format" AS ENUM('avif', 'webp', 'jpeg');--> statement-breakpoint
CREATE TYPE "public"."newsletter_frequency" AS ENUM('daily', 'weekly', 'monthly');--> statement-breakpoint
CREATE TYPE "public"."page_kind" AS ENUM('about', 'contact', 'corrections', 'ethics', 'ownership', 'privacy', 'terms', 'accessibility', 'other');--> statement-breakpoint
CREATE TYPE "public"."staff_role" AS ENUM('contributor', 'reporter', 'editor', 'publisher', 'admin', 'licensing', 'finance');--> statement-breakpoint
CREATE TYPE "public"."topic_type" AS ENUM('place', 'person', 'organisation', 'theme');--> statement-breakpoint
CREATE TABLE "article_topics" (
	"revision_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "article_topics_revision_id_topic_id_pk" PRIMARY KEY("revision_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source_id" text,
	"language" text NOT NULL,
	"status" "article_status" DEFAULT 'draft' NOT NULL,
	"section_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"head_revision_id" uuid,
	"live_revision_id" uuid,
	"translation_group_id" uuid,
	"translated_from_id" uuid,
	"first_published_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone,
	"publish_at" timestamp (3) with time zone,
	"embargo_until" timestamp (3) with time zone,
	"embargo_note" text DEFAULT '' NOT NULL,
	"legal_hold" boolean DEFAULT false NOT NULL,
	"do_not_publish" boolean DEFAULT false NOT NULL,
	"sensitive" boolean DEFAULT false NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawal" "withdrawal_kind",
	"withdrawal_note" text DEFAULT '' NOT NULL,
	"republishing" "republishing" DEFAULT 'ask' NOT NULL,
	"desk_slug" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"canonical_url" text,
	"syndicated_from" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"modified_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "articles_source_id_key" UNIQUE("source_id"),
	CONSTRAINT "articles_live_check" CHECK ("articles"."status" <> 'live' or ("articles"."live_revision_id" is not null and "articles"."first_published_at" is not null)),
	CONSTRAINT "articles_scheduled_check" CHECK ("articles"."status" <> 'scheduled' or ("articles"."live_revision_id" is not null and "articles"."publish_at" is not null)),
	CONSTRAINT "articles_withdrawn_check" CHECK (("articles"."status" = 'withdrawn') = ("articles"."withdrawn_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "bylines" (
	"revision_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"contributor_id" uuid,
	"role" "byline_role" DEFAULT 'reporter' NOT NULL,
	"credited_as" text DEFAULT '' NOT NULL,
	CONSTRAINT "bylines_revision_id_position_pk" PRIMARY KEY("revision_id","position"),
	CONSTRAINT "bylines_name_check" CHECK ("bylines"."contributor_id" is not null or "bylines"."credited_as" <> '')
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"article_id" uuid NOT NULL,
	"type" "correction_type" NOT NULL,
	"text" text NOT NULL,
	"corrected_at" timestamp (3) with time zone NOT NULL,
	"before_revision_id" uuid,
	"after_revision_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "error_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"article_id" uuid NOT NULL,
	"message" text NOT NULL,
	"reply_to" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "error_reports_message_check" CHECK (length("error_reports"."message") between 1 and 4000)
);
--> statement-breakpoint
CREATE TABLE "listed_articles" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"revision_id" uuid NOT NULL,
	"language" text NOT NULL,
	"section_id" uuid NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"visible_at" timestamp (3) with time zone NOT NULL,
	"search_words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listed_bylines" (
	"contributor_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"language" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "listed_bylines_article_id_contributor_id_pk" PRIMARY KEY("article_id","contributor_id")
);
--> statement-breakpoint
CREATE TABLE "listed_topics" (
	"topic_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"language" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "listed_topics_article_id_topic_id_pk" PRIMARY KEY("article_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "related_articles" (
	"revision_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "related_articles_revision_id_article_id_pk" PRIMARY KEY("revision_id","article_id")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"author_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"section_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"headline" text NOT NULL,
	"headline_short" text DEFAULT '' NOT NULL,
	"standfirst" text DEFAULT '' NOT NULL,
	"kicker" text DEFAULT '' NOT NULL,
	"seo_headline" text DEFAULT '' NOT NULL,
	"seo_description" text DEFAULT '' NOT NULL,
	"dateline" text DEFAULT '' NOT NULL,
	"hero_media_id" uuid,
	"hero_caption" text,
	"hero_alt" text,
	"body" jsonb NOT NULL,
	"body_schema" smallint NOT NULL,
	"body_text" text NOT NULL,
	"word_count" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revisions_article_id_number_key" UNIQUE("article_id","number")
);
--> statement-breakpoint
CREATE TABLE "contributor_profiles" (
	"contributor_id" uuid NOT NULL,
	"language" text NOT NULL,
	"name" text NOT NULL,
	"job_title" text DEFAULT '' NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	CONSTRAINT "contributor_profiles_contributor_id_language_pk" PRIMARY KEY("contributor_id","language")
);
--> statement-breakpoint
CREATE TABLE "contributors" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contributors_slug_key" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "front_slots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"front_id" uuid NOT NULL,
	"zone" "front_zone" NOT NULL,
	"position" integer NOT NULL,
	"article_id" uuid NOT NULL,
	"headline" text DEFAULT '' NOT NULL,
	"kicker" text DEFAULT '' NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	CONSTRAINT "front_slots_front_id_zone_position_key" UNIQUE("front_id","zone","position")
);
--> statement-breakpoint
CREATE TABLE "fronts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"language" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fronts_language_key" UNIQUE("language")
);
--> statement-breakpoint
CREATE TABLE "import_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"run_id" uuid NOT NULL,
	"file" text NOT NULL,
	"source_id" text,
	"outcome" "import_outcome" NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"words_in" integer DEFAULT 0 NOT NULL,
	"words_out" integer DEFAULT 0 NOT NULL,
	"dropped" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"images_missing" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"is_dry_run" boolean NOT NULL,
	"sources" text[] NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source_id" text,
	"content_hash" text NOT NULL,
	"mime_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"captions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"alts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"creator" text DEFAULT '' NOT NULL,
	"agency" text DEFAULT '' NOT NULL,
	"source" "media_source" DEFAULT 'staff' NOT NULL,
	"copyright_notice" text DEFAULT '' NOT NULL,
	"usage_terms" text DEFAULT '' NOT NULL,
	"licence_url" text,
	"may_sublicense" boolean DEFAULT false NOT NULL,
	"territory" text,
	"expires_at" timestamp (3) with time zone,
	"taken_on" date,
	"focal_x" real DEFAULT 0.5 NOT NULL,
	"focal_y" real DEFAULT 0.5 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_source_id_key" UNIQUE("source_id"),
	CONSTRAINT "media_focal_check" CHECK ("media"."focal_x" between 0 and 1 and "media"."focal_y" between 0 and 1),
	CONSTRAINT "media_size_check" CHECK ("media"."width" > 0 and "media"."height" > 0)
);
--> statement-breakpoint
CREATE TABLE "renditions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"media_id" uuid NOT NULL,
	"crop" "rendition_crop" NOT NULL,
	"format" "rendition_format" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"file" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "renditions_media_id_crop_format_width_key" UNIQUE("media_id","crop","format","width")
);
--> statement-breakpoint
CREATE TABLE "newsletter_texts" (
	"newsletter_id" uuid NOT NULL,
	"language" text NOT NULL,
	"name" text NOT NULL,
	"promise" text NOT NULL,
	CONSTRAINT "newsletter_texts_newsletter_id_language_pk" PRIMARY KEY("newsletter_id","language")
);
--> statement-breakpoint
CREATE TABLE "newsletters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"language" text NOT NULL,
	"frequency" "newsletter_frequency" DEFAULT 'weekly' NOT NULL,
	"is_open" boolean DEFAULT true NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"featured_in" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "newsletters_slug_key" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"kind" text NOT NULL,
	"tags" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source_id" text,
	"language" text NOT NULL,
	"slug" text NOT NULL,
	"kind" "page_kind" DEFAULT 'other' NOT NULL,
	"headline" text NOT NULL,
	"standfirst" text DEFAULT '' NOT NULL,
	"body" jsonb NOT NULL,
	"body_schema" smallint NOT NULL,
	"body_text" text NOT NULL,
	"translation_group_id" uuid,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pages_source_id_key" UNIQUE("source_id"),
	CONSTRAINT "pages_language_slug_key" UNIQUE("language","slug")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_token_hash_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"role" "staff_role" NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_email_key" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"path" text NOT NULL,
	"article_id" uuid,
	"target" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "redirects_path_key" UNIQUE("path"),
	CONSTRAINT "redirects_target_check" CHECK (("redirects"."article_id" is null) <> ("redirects"."target" is null)),
	CONSTRAINT "redirects_path_check" CHECK ("redirects"."path" like '/%' and ("redirects"."target" is null or "redirects"."target" ~ '^/([^/]|$)'))
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"language" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_opinion" boolean DEFAULT false NOT NULL,
	"translation_group_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sections_language_slug_key" UNIQUE("language","slug")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "settings_one_row_check" CHECK ("settings"."is_only")
);
--> statement-breakpoint
CREATE TABLE "topic_names" (
	"topic_id" uuid NOT NULL,
	"language" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	CONSTRAINT "topic_names_topic_id_language_pk" PRIMARY KEY("topic_id","language")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"type" "topic_type" DEFAULT 'theme' NOT NULL,
	"wikidata" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "topics_slug_key" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "article_topics" ADD CONSTRAINT "article_topics_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_topics" ADD CONSTRAINT "article_topics_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bylines" ADD CONSTRAINT "bylines_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bylines" ADD CONSTRAINT "bylines_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "error_reports" ADD CONSTRAINT "error_reports_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_articles" ADD CONSTRAINT "listed_articles_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_articles" ADD CONSTRAINT "listed_articles_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_bylines" ADD CONSTRAINT "listed_bylines_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_bylines" ADD CONSTRAINT "listed_bylines_article_id_listed_articles_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."listed_articles"("article_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_topics" ADD CONSTRAINT "listed_topics_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_topics" ADD CONSTRAINT "listed_topics_article_id_listed_articles_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."listed_articles"("article_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_articles" ADD CONSTRAINT "related_articles_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_articles" ADD CONSTRAINT "related_articles_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_hero_media_id_media_id_fk" FOREIGN KEY ("hero_media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributor_profiles" ADD CONSTRAINT "contributor_profiles_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_slots" ADD CONSTRAINT "front_slots_front_id_fronts_id_fk" FOREIGN KEY ("front_id") REFERENCES "public"."fronts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_slots" ADD CONSTRAINT "front_slots_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_entries" ADD CONSTRAINT "import_entries_run_id_import_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."import_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newsletter_texts" ADD CONSTRAINT "newsletter_texts_newsletter_id_newsletters_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "public"."newsletters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_names" ADD CONSTRAINT "topic_names_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "articles_language_slug_key" ON "articles" USING btree ("language","slug");--> statement-breakpoint
CREATE INDEX "articles_translation_group_id_index" ON "articles" USING btree ("translation_group_id");--> statement-breakpoint
CREATE INDEX "articles_section_id_index" ON "articles" USING btree ("section_id");--> statement-breakpoint
CREATE INDEX "corrections_article_id_index" ON "corrections" USING btree ("article_id","corrected_at");--> statement-breakpoint
CREATE INDEX "error_reports_created_at_index" ON "error_reports" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "listed_articles_language_published_at_index" ON "listed_articles" USING btree ("language","published_at" DESC NULLS LAST,"article_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "listed_articles_section_id_published_at_index" ON "listed_articles" USING btree ("section_id","published_at" DESC NULLS LAST,"article_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "listed_articles_visible_at_index" ON "listed_articles" USING btree ("visible_at");--> statement-breakpoint
CREATE INDEX "listed_articles_search_words_index" ON "listed_articles" USING gin ("search_words");--> statement-breakpoint
CREATE INDEX "listed_bylines_contributor_id_published_at_index" ON "listed_bylines" USING btree ("contributor_id","language","published_at" DESC NULLS LAST,"article_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "listed_topics_topic_id_published_at_index" ON "listed_topics" USING btree ("topic_id","language","published_at" DESC NULLS LAST,"article_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "import_entries_run_id_index" ON "import_entries" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "notices_transaction_index" ON "notices" USING btree ("transaction");--> statement-breakpoint
CREATE INDEX "notices_created_at_index" ON "notices" USING btree ("created_at");