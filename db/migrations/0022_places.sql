CREATE TABLE "merged_contributors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"into_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "page_revisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"page_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"slug" text NOT NULL,
	"kind" "page_kind" NOT NULL,
	"headline" text NOT NULL,
	"standfirst" text NOT NULL,
	"body" jsonb NOT NULL,
	"body_schema" smallint NOT NULL,
	"author_id" uuid,
	"restored_from" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "page_revisions_page_id_number_key" UNIQUE("page_id","number")
);
--> statement-breakpoint
CREATE TABLE "merged_topics" (
	"id" uuid PRIMARY KEY NOT NULL,
	"into_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "redirects" DROP CONSTRAINT "redirects_path_check";--> statement-breakpoint
ALTER TABLE "contributors" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sections" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "merged_contributors" ADD CONSTRAINT "merged_contributors_into_id_contributors_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."contributors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_revisions" ADD CONSTRAINT "page_revisions_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merged_topics" ADD CONSTRAINT "merged_topics_into_id_topics_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_topics_topic_id_index" ON "article_topics" USING btree ("topic_id","revision_id");--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_path_check" CHECK ("redirects"."path" like '/%' and ("redirects"."target" is null or "redirects"."target" ~ '^(/([^/]|$)|https://)'));--> statement-breakpoint
create trigger page_revisions_immutable before update on page_revisions for each row execute function refuse_change();
--> statement-breakpoint
insert into page_revisions (page_id, number, slug, kind, headline, standfirst, body, body_schema, created_at)
select id, version, slug, kind, headline, standfirst, body, body_schema, updated_at from pages;
