ALTER TABLE "media" ALTER COLUMN "source" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "media" ALTER COLUMN "source" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "media_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "upload_hash" text;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "difference_hash" bit(64);--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "file_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "crops" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "is_used" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "search_text" text GENERATED ALWAYS AS (fold_letters(clean_words(coalesce(captions->>'en', '') || ' ' || coalesce(alts->>'en', '') || ' ' || coalesce(captions->>'fr', '') || ' ' || coalesce(alts->>'fr', '') || ' ' || coalesce(captions->>'ar', '') || ' ' || coalesce(alts->>'ar', '') || ' ' || coalesce(credit, '') || ' ' || coalesce(creator, '') || ' ' || coalesce(agency, '') || ' ' || coalesce(copyright_notice, '') || ' ' || coalesce(file_name, '')))) STORED;--> statement-breakpoint
alter table revisions disable trigger revisions_immutable;--> statement-breakpoint
update revisions r set media_ids = used.ids from (
  select revision_id, array_agg(distinct media_id) as ids from (
    select id as revision_id, hero_media_id as media_id from revisions where hero_media_id is not null
    union all
    select id, (node #>> '{}')::uuid from revisions, jsonb_path_query(body, 'strict $.** ? (@.type == "figure").attrs.mediaId') node
    union all
    select id, (node #>> '{}')::uuid from revisions, jsonb_path_query(body, 'strict $.** ? (@.type == "gallery").attrs.mediaIds[*]') node
  ) found group by revision_id
) used where used.revision_id = r.id;--> statement-breakpoint
alter table revisions enable trigger revisions_immutable;--> statement-breakpoint
update media set is_used = true where id in (select unnest(media_ids) from revisions);--> statement-breakpoint
CREATE INDEX "revisions_media_ids_index" ON "revisions" USING gin ("media_ids");--> statement-breakpoint
CREATE UNIQUE INDEX "media_upload_hash_key" ON "media" USING btree ("upload_hash");--> statement-breakpoint
CREATE INDEX "media_created_at_index" ON "media" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "media_expires_at_index" ON "media" USING btree ("expires_at") WHERE "media"."expires_at" is not null;--> statement-breakpoint
CREATE INDEX "media_unused_index" ON "media" USING btree ("created_at","id") WHERE not "media"."is_used";--> statement-breakpoint
CREATE INDEX "media_search_text_index" ON "media" USING gin ("search_text" gin_trgm_ops);