CREATE TYPE "public"."arrangement_kind" AS ENUM('draft', 'published', 'set_aside');--> statement-breakpoint
CREATE TABLE "front_arrangements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"front_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" "arrangement_kind" NOT NULL,
	"placements" jsonb NOT NULL,
	"banner" jsonb,
	"author_id" uuid,
	"restored_from" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "front_arrangements_front_id_number_key" UNIQUE("front_id","number"),
	CONSTRAINT "front_arrangements_published_check" CHECK (("front_arrangements"."kind" = 'published') = ("front_arrangements"."published_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "front_banners" (
	"front_id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"article_id" uuid,
	"address" text,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "front_banners_link_check" CHECK ("front_banners"."article_id" is null or "front_banners"."address" is null)
);
--> statement-breakpoint
ALTER TABLE "front_slots" ADD COLUMN "media_id" uuid;--> statement-breakpoint
ALTER TABLE "front_arrangements" ADD CONSTRAINT "front_arrangements_front_id_fronts_id_fk" FOREIGN KEY ("front_id") REFERENCES "public"."fronts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_banners" ADD CONSTRAINT "front_banners_front_id_fronts_id_fk" FOREIGN KEY ("front_id") REFERENCES "public"."fronts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_banners" ADD CONSTRAINT "front_banners_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "front_arrangements_published_at_index" ON "front_arrangements" USING btree ("front_id","published_at") WHERE "front_arrangements"."published_at" is not null;--> statement-breakpoint
ALTER TABLE "front_slots" ADD CONSTRAINT "front_slots_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
create trigger front_arrangements_immutable before update on front_arrangements for each row execute function refuse_change();
--> statement-breakpoint
insert into front_arrangements (front_id, number, kind, placements, published_at)
select f.id, 1, 'published', coalesce((
    select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'zone', s.zone, 'articleId', s.article_id, 'headline', s.headline, 'kicker', s.kicker,
      'mediaId', null, 'startsAt', to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'endsAt', to_char(s.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.zone, s.position)
    from front_slots s where s.front_id = f.id), '[]'), f.created_at
from fronts f;
