CREATE INDEX "articles_modified_at_index" ON "articles" USING btree ("modified_at","id");--> statement-breakpoint
CREATE INDEX "articles_created_at_index" ON "articles" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "articles_due_at_index" ON "articles" USING btree (coalesce(case when "status" in ('draft', 'in_review', 'ready') then "due_at" end, 'infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "articles_published_at_index" ON "articles" USING btree (coalesce("first_published_at", "publish_at", '-infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "articles_status_index" ON "articles" USING btree ("status","modified_at","id");--> statement-breakpoint
CREATE INDEX "articles_head_revision_id_index" ON "articles" USING btree ("head_revision_id");--> statement-breakpoint
CREATE INDEX "articles_desk_slug_index" ON "articles" USING btree (lower("desk_slug")) WHERE "articles"."desk_slug" <> '';--> statement-breakpoint
CREATE INDEX "bylines_contributor_id_index" ON "bylines" USING btree ("contributor_id","revision_id");