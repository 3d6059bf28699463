CREATE TABLE "social_cards" (
	"revision_id" uuid PRIMARY KEY NOT NULL,
	"file" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "social_cards" ADD CONSTRAINT "social_cards_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "revisions_hero_media_id_index" ON "revisions" USING btree ("hero_media_id") WHERE "revisions"."hero_media_id" is not null;