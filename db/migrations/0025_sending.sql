ALTER TABLE "edition_items" ADD COLUMN "left_out_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "newsletter_editions" ADD COLUMN "accepted_refusals" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "newsletter_editions" ADD COLUMN "accepted_complaints" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "deliveries_harm_index" ON "deliveries" USING btree ("edition_id") WHERE "deliveries"."status" = 'failed' or "deliveries"."bounced_at" is not null or "deliveries"."complained_at" is not null;