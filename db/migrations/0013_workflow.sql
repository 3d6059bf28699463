CREATE TABLE "article_remarks" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_overrides" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"revision_id" uuid NOT NULL,
	"check" text NOT NULL,
	"finding" text NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "check_overrides_revision_id_finding_key" UNIQUE("revision_id","finding")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"article_id" uuid NOT NULL,
	"parent_id" uuid,
	"block_id" text,
	"quote" text DEFAULT '' NOT NULL,
	"text" text NOT NULL,
	"author_id" uuid NOT NULL,
	"resolved_by_id" uuid,
	"resolved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comments_text_check" CHECK (length("comments"."text") between 1 and 4000),
	CONSTRAINT "comments_quote_check" CHECK (length("comments"."quote") <= 500),
	CONSTRAINT "comments_answer_check" CHECK ("comments"."parent_id" is null or ("comments"."block_id" is null and "comments"."resolved_at" is null)),
	CONSTRAINT "comments_resolved_check" CHECK (("comments"."resolved_by_id" is null) = ("comments"."resolved_at" is null))
);
--> statement-breakpoint
ALTER TABLE "article_remarks" ADD CONSTRAINT "article_remarks_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_remarks" ADD CONSTRAINT "article_remarks_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_overrides" ADD CONSTRAINT "check_overrides_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_remarks_article_id_index" ON "article_remarks" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "comments_article_id_index" ON "comments" USING btree ("article_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_parent_id_index" ON "comments" USING btree ("parent_id") WHERE "comments"."parent_id" is not null;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_approved_check" CHECK (("articles"."approved_by_id" is null) = ("articles"."approved_revision_id" is null));