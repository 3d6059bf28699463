CREATE TABLE "edition_versions" (
	"edition_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"person_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edition_versions_edition_id_version_pk" PRIMARY KEY("edition_id","version")
);
--> statement-breakpoint
ALTER TABLE "newsletter_editions" ADD COLUMN "changed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "newsletter_editions" ADD COLUMN "return_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "edition_versions" ADD CONSTRAINT "edition_versions_edition_id_newsletter_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."newsletter_editions"("id") ON DELETE cascade ON UPDATE no action;