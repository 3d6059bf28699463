CREATE TYPE "public"."receipt_place" AS ENUM('page', 'section', 'home', 'feed', 'section_feed', 'sitemap', 'news_sitemap');--> statement-breakpoint
CREATE TYPE "public"."receipt_state" AS ENUM('shown', 'absent', 'missing');--> statement-breakpoint
CREATE TABLE "appearances" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"visible_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"appearance_id" bigint NOT NULL,
	"instance_id" uuid NOT NULL,
	"place" "receipt_place" NOT NULL,
	"state" "receipt_state" NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "receipts_appearance_id_instance_id_place_pk" PRIMARY KEY("appearance_id","instance_id","place")
);
--> statement-breakpoint
ALTER TABLE "appearances" ADD CONSTRAINT "appearances_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appearances" ADD CONSTRAINT "appearances_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_appearance_id_appearances_id_fk" FOREIGN KEY ("appearance_id") REFERENCES "public"."appearances"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appearances_article_id_index" ON "appearances" USING btree ("article_id","id");--> statement-breakpoint
CREATE INDEX "appearances_visible_at_index" ON "appearances" USING btree ("visible_at");--> statement-breakpoint
CREATE INDEX "articles_publish_at_index" ON "articles" USING btree ("publish_at") WHERE "articles"."status" = 'scheduled';