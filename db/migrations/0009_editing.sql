CREATE TYPE "public"."revision_kind" AS ENUM('saved', 'conflict', 'pending');--> statement-breakpoint
CREATE UNLOGGED TABLE "presences" (
	"article_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"tab" text NOT NULL,
	"is_writing" boolean NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "presences_article_id_person_id_tab_pk" PRIMARY KEY("article_id","person_id","tab")
);
--> statement-breakpoint
CREATE TABLE "working_copies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"article_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"tab" text NOT NULL,
	"change_id" uuid,
	"base_revision_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"sequence" bigint NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "working_copies_article_id_person_id_tab_key" UNIQUE("article_id","person_id","tab")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"person_id" uuid,
	"action" text NOT NULL,
	"subject_id" uuid,
	"revision_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "reviewer_id" uuid;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "approved_by_id" uuid;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "approved_revision_id" uuid;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "kind" "revision_kind" DEFAULT 'saved' NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "based_on_id" uuid;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "presences_seen_at_index" ON "presences" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "working_copies_person_id_index" ON "working_copies" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "events_subject_id_index" ON "events" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "events_person_id_index" ON "events" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "events_action_index" ON "events" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "articles_owner_id_index" ON "articles" USING btree ("owner_id") WHERE "articles"."owner_id" is not null;--> statement-breakpoint
CREATE INDEX "articles_reviewer_id_index" ON "articles" USING btree ("reviewer_id") WHERE "articles"."reviewer_id" is not null;--> statement-breakpoint
create trigger events_immutable before update or delete on events for each row execute function refuse_change();
--> statement-breakpoint
create trigger events_kept before truncate on events for each statement execute function refuse_change();
