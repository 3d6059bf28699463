CREATE TYPE "public"."change_status" AS ENUM('draft', 'in_review', 'ready', 'scheduled', 'published', 'discarded');--> statement-breakpoint
CREATE TYPE "public"."change_stop" AS ENUM('conflict', 'held', 'withdrawn', 'obstructed');--> statement-breakpoint
CREATE TABLE "changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"article_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"status" "change_status" DEFAULT 'draft' NOT NULL,
	"author_id" uuid NOT NULL,
	"base_revision_id" uuid NOT NULL,
	"head_revision_id" uuid NOT NULL,
	"reviewer_id" uuid,
	"due_at" timestamp (3) with time zone,
	"approved_by_id" uuid,
	"approved_revision_id" uuid,
	"publish_at" timestamp (3) with time zone,
	"scheduled_revision_id" uuid,
	"scheduled_by_id" uuid,
	"is_update" boolean DEFAULT false NOT NULL,
	"stop" "change_stop",
	"published_revision_id" uuid,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"modified_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "changes_scheduled_check" CHECK ("changes"."status" <> 'scheduled' or ("changes"."publish_at" is not null and "changes"."scheduled_revision_id" is not null)),
	CONSTRAINT "changes_published_check" CHECK (("changes"."status" = 'published') = ("changes"."published_at" is not null)),
	CONSTRAINT "changes_approved_check" CHECK (("changes"."approved_by_id" is null) = ("changes"."approved_revision_id" is null))
);
--> statement-breakpoint
ALTER TABLE "working_copies" DROP CONSTRAINT "working_copies_article_id_person_id_tab_key";--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_base_revision_id_revisions_id_fk" FOREIGN KEY ("base_revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_head_revision_id_revisions_id_fk" FOREIGN KEY ("head_revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_article_id_index" ON "changes" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "changes_publish_at_index" ON "changes" USING btree ("publish_at") WHERE "changes"."status" = 'scheduled';--> statement-breakpoint
CREATE INDEX "changes_stop_index" ON "changes" USING btree ("stop") WHERE "changes"."stop" is not null;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_article_id_person_id_tab_change_id_key" UNIQUE NULLS NOT DISTINCT("article_id","person_id","tab","change_id");