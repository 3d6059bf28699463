CREATE TYPE "public"."bounce_kind" AS ENUM('hard', 'soft');--> statement-breakpoint
CREATE TYPE "public"."delivery_skip" AS ENUM('left', 'paused', 'suppressed', 'erased');--> statement-breakpoint
CREATE TYPE "public"."delivery_status" AS ENUM('queued', 'leased', 'sending', 'sent', 'failed', 'uncertain', 'closed', 'skipped', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."edition_item_kind" AS ENUM('article', 'heading', 'text', 'picture');--> statement-breakpoint
CREATE TYPE "public"."edition_timing" AS ENUM('absolute', 'recipient');--> statement-breakpoint
CREATE TYPE "public"."newsletter_edition_kind" AS ENUM('regular', 'correction');--> statement-breakpoint
CREATE TYPE "public"."newsletter_edition_status" AS ENUM('draft', 'review', 'approved', 'scheduled', 'freezing', 'sending', 'paused', 'attention', 'completed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."subscriber_import_status" AS ENUM('read', 'approved', 'done', 'discarded');--> statement-breakpoint
CREATE TYPE "public"."subscriber_request_kind" AS ENUM('subscription', 'preferences');--> statement-breakpoint
CREATE TYPE "public"."consent_kind" AS ENUM('requested', 'confirmed', 'left', 'paused', 'resumed', 'changed', 'imported', 'suppressed', 'released', 'exported', 'erased');--> statement-breakpoint
CREATE TYPE "public"."subscriber_status" AS ENUM('pending', 'active', 'erased');--> statement-breakpoint
CREATE TYPE "public"."subscription_end" AS ENUM('one_click', 'link', 'preferences', 'hard_bounce', 'soft_bounces', 'complaint', 'erased', 'never_again', 'staff');--> statement-breakpoint
CREATE TYPE "public"."subscription_source" AS ENUM('article', 'home', 'newsletter_page', 'preferences', 'import', 'staff');--> statement-breakpoint
CREATE TYPE "public"."subscription_status" AS ENUM('pending', 'active', 'ended');--> statement-breakpoint
CREATE TYPE "public"."suppression_reason" AS ENUM('hard_bounce', 'soft_bounces', 'complaint', 'erased', 'never_again', 'staff');--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"edition_id" uuid NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"address_hash" "bytea" NOT NULL,
	"language" text NOT NULL,
	"status" "delivery_status" DEFAULT 'queued' NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"sender_id" uuid,
	"lease_ends_at" timestamp (3) with time zone,
	"sending_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"skip" "delivery_skip",
	"reply_code" smallint,
	"enhanced_code" text,
	"reply" text,
	"provider_reference" text,
	"bounce" "bounce_kind",
	"bounced_at" timestamp (3) with time zone,
	"complained_at" timestamp (3) with time zone,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "deliveries_subscriber_id_edition_id_key" UNIQUE("subscriber_id","edition_id"),
	CONSTRAINT "deliveries_edition_id_address_hash_key" UNIQUE("edition_id","address_hash"),
	CONSTRAINT "deliveries_held_check" CHECK (("deliveries"."status" in ('leased', 'sending')) = ("deliveries"."lease_ends_at" is not null) and ("deliveries"."lease_ends_at" is null or "deliveries"."sender_id" is not null)),
	CONSTRAINT "deliveries_skip_check" CHECK (("deliveries"."status" = 'skipped') = ("deliveries"."skip" is not null)),
	CONSTRAINT "deliveries_ended_check" CHECK (("deliveries"."status" in ('sent', 'failed', 'closed', 'skipped', 'cancelled')) = ("deliveries"."ended_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "delivery_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"kind" text NOT NULL,
	"delivery_id" bigint,
	"enhanced_code" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"is_known" boolean NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "delivery_reports_source_external_id_key" UNIQUE("source","external_id")
);
--> statement-breakpoint
CREATE TABLE "send_budgets" (
	"key" text PRIMARY KEY NOT NULL,
	"rate" double precision NOT NULL,
	"full_rate" double precision NOT NULL,
	"tokens" double precision NOT NULL,
	"filled_at" timestamp (3) with time zone NOT NULL,
	"held_until" timestamp (3) with time zone,
	"slowed_at" timestamp (3) with time zone,
	CONSTRAINT "send_budgets_rate_check" CHECK ("send_budgets"."rate" > 0 and "send_budgets"."rate" <= "send_budgets"."full_rate")
);
--> statement-breakpoint
CREATE TABLE "senders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"beat_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "edition_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"edition_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" "edition_item_kind" NOT NULL,
	"article_id" uuid,
	"revision_id" uuid,
	"headline" text DEFAULT '' NOT NULL,
	"blurb" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"media_id" uuid,
	"shows_picture" boolean DEFAULT true NOT NULL,
	"left_out_at" timestamp (3) with time zone,
	CONSTRAINT "edition_items_edition_id_position_key" UNIQUE("edition_id","position"),
	CONSTRAINT "edition_items_article_check" CHECK (("edition_items"."kind" = 'article') = ("edition_items"."article_id" is not null)),
	CONSTRAINT "edition_items_picture_check" CHECK ("edition_items"."kind" <> 'picture' or "edition_items"."media_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "edition_links" (
	"edition_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"url" text NOT NULL,
	CONSTRAINT "edition_links_edition_id_position_pk" PRIMARY KEY("edition_id","position")
);
--> statement-breakpoint
CREATE TABLE "edition_renderings" (
	"edition_id" uuid NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "edition_renderings_edition_id_language_pk" PRIMARY KEY("edition_id","language")
);
--> statement-breakpoint
CREATE TABLE "edition_versions" (
	"edition_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"person_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edition_versions_edition_id_version_pk" PRIMARY KEY("edition_id","version")
);
--> statement-breakpoint
CREATE TABLE "link_clicks" (
	"edition_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"day" date NOT NULL,
	"clicks" bigint DEFAULT 0 NOT NULL,
	"filtered" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "link_clicks_edition_id_position_day_pk" PRIMARY KEY("edition_id","position","day")
);
--> statement-breakpoint
CREATE TABLE "newsletter_editions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"newsletter_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" "newsletter_edition_kind" DEFAULT 'regular' NOT NULL,
	"corrects_id" uuid,
	"status" "newsletter_edition_status" DEFAULT 'draft' NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"preheader" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by_id" uuid,
	"changed_by_id" uuid,
	"submitted_by_id" uuid,
	"return_reason" text DEFAULT '' NOT NULL,
	"approved_by_id" uuid,
	"approved_version" integer,
	"approved_at" timestamp (3) with time zone,
	"timing" "edition_timing" DEFAULT 'absolute' NOT NULL,
	"send_at" timestamp (3) with time zone,
	"drafted_for" date,
	"frozen_at" timestamp (3) with time zone,
	"frozen_count" integer,
	"exclusions" jsonb,
	"drawn_at" timestamp (3) with time zone,
	"dated_at" timestamp (3) with time zone,
	"html_bytes" integer,
	"attention" jsonb,
	"accepted_refusals" integer DEFAULT 0 NOT NULL,
	"accepted_complaints" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "newsletter_editions_newsletter_id_number_key" UNIQUE("newsletter_id","number"),
	CONSTRAINT "newsletter_editions_scheduled_check" CHECK ("newsletter_editions"."status" not in ('scheduled', 'freezing') or "newsletter_editions"."send_at" is not null),
	CONSTRAINT "newsletter_editions_frozen_check" CHECK (("newsletter_editions"."frozen_at" is null) = ("newsletter_editions"."frozen_count" is null) and ("newsletter_editions"."frozen_at" is null or "newsletter_editions"."drawn_at" is not null) and ("newsletter_editions"."status" not in ('sending', 'attention', 'completed') or "newsletter_editions"."frozen_at" is not null)),
	CONSTRAINT "newsletter_editions_ended_check" CHECK (("newsletter_editions"."status" in ('completed', 'cancelled')) = ("newsletter_editions"."ended_at" is not null)),
	CONSTRAINT "newsletter_editions_approved_check" CHECK (("newsletter_editions"."approved_by_id" is null) = ("newsletter_editions"."approved_version" is null) and ("newsletter_editions"."status" not in ('approved', 'scheduled', 'freezing', 'sending', 'paused', 'attention', 'completed') or "newsletter_editions"."approved_version" = "newsletter_editions"."version")),
	CONSTRAINT "newsletter_editions_corrects_check" CHECK (("newsletter_editions"."kind" = 'correction') = ("newsletter_editions"."corrects_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "newsletter_sections" (
	"newsletter_id" uuid NOT NULL,
	"section_id" uuid NOT NULL,
	CONSTRAINT "newsletter_sections_section_id_newsletter_id_pk" PRIMARY KEY("section_id","newsletter_id")
);
--> statement-breakpoint
CREATE TABLE "sending_domains" (
	"domain" text PRIMARY KEY NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"findings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriber_import_rows" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "subscriber_import_rows_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"address" text NOT NULL,
	"address_hash" "bytea" NOT NULL,
	"language" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"asked_at" timestamp (3) with time zone,
	"subscriber_id" uuid
);
--> statement-breakpoint
CREATE TABLE "subscriber_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"newsletter_id" uuid NOT NULL,
	"status" "subscriber_import_status" DEFAULT 'read' NOT NULL,
	"is_confirmed_elsewhere" boolean DEFAULT false NOT NULL,
	"evidence" text NOT NULL,
	"counts" jsonb NOT NULL,
	"faults" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by_id" uuid NOT NULL,
	"approved_by_id" uuid,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscriber_imports_evidence_check" CHECK (length("subscriber_imports"."evidence") between 1 and 2000),
	CONSTRAINT "subscriber_imports_ended_check" CHECK (("subscriber_imports"."status" in ('done', 'discarded')) = ("subscriber_imports"."ended_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "sign_up_hours" (
	"hour" timestamp (3) with time zone PRIMARY KEY NOT NULL,
	"requested" integer DEFAULT 0 NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"confirmed" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriber_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "subscriber_request_kind" NOT NULL,
	"address" text NOT NULL,
	"address_hash" "bytea" NOT NULL,
	"language" text NOT NULL,
	"newsletter_ids" uuid[] DEFAULT '{}' NOT NULL,
	"source" "subscription_source",
	"source_path" text DEFAULT '' NOT NULL,
	"consent_text_id" uuid,
	"network_hash" "bytea",
	"has_proof" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscriber_requests_subscription_check" CHECK (("subscriber_requests"."kind" = 'subscription') = ("subscriber_requests"."source" is not null) and ("subscriber_requests"."source" is null) = ("subscriber_requests"."consent_text_id" is null) and ("subscriber_requests"."kind" = 'subscription') = (cardinality("subscriber_requests"."newsletter_ids") > 0))
);
--> statement-breakpoint
CREATE TABLE "confirmations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"newsletter_ids" uuid[] NOT NULL,
	"consent_text_id" uuid NOT NULL,
	"language" text NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "confirmations_newsletter_ids_check" CHECK (cardinality("confirmations"."newsletter_ids") > 0)
);
--> statement-breakpoint
CREATE TABLE "consent_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"address_hash" "bytea" NOT NULL,
	"kind" "consent_kind" NOT NULL,
	"newsletter_id" uuid,
	"consent_text_id" uuid,
	"language" text NOT NULL,
	"source_path" text DEFAULT '' NOT NULL,
	"network_hash" "bytea",
	"person_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consent_texts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"language" text NOT NULL,
	"sha256" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consent_texts_language_sha256_key" UNIQUE("language","sha256")
);
--> statement-breakpoint
CREATE TABLE "subscribers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"address" text,
	"address_hash" "bytea" NOT NULL,
	"status" "subscriber_status" DEFAULT 'pending' NOT NULL,
	"language" text NOT NULL,
	"time_zone" text,
	"paused_until" timestamp (3) with time zone,
	"link_version" integer DEFAULT 1 NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"erased_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscribers_address_hash_key" UNIQUE("address_hash"),
	CONSTRAINT "subscribers_erased_check" CHECK (("subscribers"."status" = 'erased') = ("subscribers"."address" is null)),
	CONSTRAINT "subscribers_erased_at_check" CHECK (("subscribers"."status" = 'erased') = ("subscribers"."erased_at" is not null)),
	CONSTRAINT "subscribers_confirmed_check" CHECK ("subscribers"."status" <> 'active' or "subscribers"."confirmed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"subscriber_id" uuid NOT NULL,
	"newsletter_id" uuid NOT NULL,
	"status" "subscription_status" DEFAULT 'pending' NOT NULL,
	"source" "subscription_source" NOT NULL,
	"source_path" text DEFAULT '' NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"end" "subscription_end",
	CONSTRAINT "subscriptions_newsletter_id_subscriber_id_pk" PRIMARY KEY("newsletter_id","subscriber_id"),
	CONSTRAINT "subscriptions_active_check" CHECK ("subscriptions"."status" <> 'active' or "subscriptions"."confirmed_at" is not null),
	CONSTRAINT "subscriptions_ended_check" CHECK (("subscriptions"."status" = 'ended') = ("subscriptions"."ended_at" is not null) and ("subscriptions"."ended_at" is null) = ("subscriptions"."end" is null))
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"address_hash" "bytea" NOT NULL,
	"newsletter_id" uuid,
	"reason" "suppression_reason" NOT NULL,
	"delivery_id" text DEFAULT '' NOT NULL,
	"person_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suppressions_address_hash_newsletter_id_key" UNIQUE NULLS NOT DISTINCT("address_hash","newsletter_id")
);
--> statement-breakpoint
ALTER TABLE "newsletters" ADD COLUMN "sender_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "newsletters" ADD COLUMN "sender_address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "newsletters" ADD COLUMN "reply_to" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "newsletters" ADD COLUMN "list_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "newsletters" ADD COLUMN "postal_address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "newsletters" ADD COLUMN "is_archive_indexed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "newsletters" ADD COLUMN "counts_clicks" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "newsletters" ADD COLUMN "draft_section_id" uuid;--> statement-breakpoint
ALTER TABLE "newsletters" ADD COLUMN "draft_length" smallint DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "newsletters" ADD COLUMN "draft_weekdays" smallint[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "newsletters" ADD COLUMN "draft_minute" smallint DEFAULT 360 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_edition_id_newsletter_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."newsletter_editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_items" ADD CONSTRAINT "edition_items_edition_id_newsletter_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."newsletter_editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_items" ADD CONSTRAINT "edition_items_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_items" ADD CONSTRAINT "edition_items_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_items" ADD CONSTRAINT "edition_items_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_links" ADD CONSTRAINT "edition_links_edition_id_newsletter_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."newsletter_editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_renderings" ADD CONSTRAINT "edition_renderings_edition_id_newsletter_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."newsletter_editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_versions" ADD CONSTRAINT "edition_versions_edition_id_newsletter_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."newsletter_editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_clicks" ADD CONSTRAINT "link_clicks_edition_id_newsletter_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."newsletter_editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newsletter_editions" ADD CONSTRAINT "newsletter_editions_newsletter_id_newsletters_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "public"."newsletters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newsletter_sections" ADD CONSTRAINT "newsletter_sections_newsletter_id_newsletters_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "public"."newsletters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newsletter_sections" ADD CONSTRAINT "newsletter_sections_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriber_import_rows" ADD CONSTRAINT "subscriber_import_rows_import_id_subscriber_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."subscriber_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriber_import_rows" ADD CONSTRAINT "subscriber_import_rows_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriber_imports" ADD CONSTRAINT "subscriber_imports_newsletter_id_newsletters_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "public"."newsletters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriber_requests" ADD CONSTRAINT "subscriber_requests_consent_text_id_consent_texts_id_fk" FOREIGN KEY ("consent_text_id") REFERENCES "public"."consent_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_consent_text_id_consent_texts_id_fk" FOREIGN KEY ("consent_text_id") REFERENCES "public"."consent_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_newsletter_id_newsletters_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "public"."newsletters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_newsletter_id_newsletters_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "public"."newsletters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_queued_index" ON "deliveries" USING btree ("edition_id","next_at","id") WHERE "deliveries"."status" = 'queued';--> statement-breakpoint
CREATE INDEX "deliveries_held_index" ON "deliveries" USING btree ("lease_ends_at") WHERE "deliveries"."status" in ('leased', 'sending');--> statement-breakpoint
CREATE INDEX "deliveries_uncertain_index" ON "deliveries" USING btree ("edition_id") WHERE "deliveries"."status" = 'uncertain';--> statement-breakpoint
CREATE INDEX "deliveries_harm_index" ON "deliveries" USING btree ("edition_id") WHERE "deliveries"."status" = 'failed' or "deliveries"."bounced_at" is not null or "deliveries"."complained_at" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_provider_reference_index" ON "deliveries" USING btree ("provider_reference") WHERE "deliveries"."provider_reference" is not null;--> statement-breakpoint
CREATE INDEX "delivery_reports_delivery_id_index" ON "delivery_reports" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "edition_items_article_id_index" ON "edition_items" USING btree ("article_id");--> statement-breakpoint
CREATE UNIQUE INDEX "newsletter_editions_drafted_for_key" ON "newsletter_editions" USING btree ("newsletter_id","drafted_for") WHERE "newsletter_editions"."drafted_for" is not null;--> statement-breakpoint
CREATE INDEX "newsletter_editions_moving_index" ON "newsletter_editions" USING btree ("status","send_at") WHERE "newsletter_editions"."status" in ('scheduled', 'freezing', 'sending', 'paused', 'attention');--> statement-breakpoint
CREATE INDEX "subscriber_import_rows_import_id_index" ON "subscriber_import_rows" USING btree ("import_id","line");--> statement-breakpoint
CREATE INDEX "subscriber_import_rows_asked_at_index" ON "subscriber_import_rows" USING btree ("asked_at") WHERE "subscriber_import_rows"."asked_at" is not null;--> statement-breakpoint
CREATE INDEX "subscriber_requests_address_hash_index" ON "subscriber_requests" USING btree ("address_hash");--> statement-breakpoint
CREATE INDEX "confirmations_subscriber_id_index" ON "confirmations" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "confirmations_ends_at_index" ON "confirmations" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "consent_events_address_hash_index" ON "consent_events" USING btree ("address_hash","id");--> statement-breakpoint
CREATE INDEX "subscribers_created_at_index" ON "subscribers" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "subscribers_address_index" ON "subscribers" USING gin (lower("address") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "subscriptions_subscriber_id_index" ON "subscriptions" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "subscriptions_confirmed_at_index" ON "subscriptions" USING btree ("newsletter_id","confirmed_at");--> statement-breakpoint
ALTER TABLE "newsletters" ADD CONSTRAINT "newsletters_draft_section_id_sections_id_fk" FOREIGN KEY ("draft_section_id") REFERENCES "public"."sections"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "newsletters_list_id_key" ON "newsletters" USING btree ("list_id") WHERE "newsletters"."list_id" <> '';--> statement-breakpoint
ALTER TABLE "newsletters" ADD CONSTRAINT "newsletters_draft_length_check" CHECK ("newsletters"."draft_length" between 1 and 30);--> statement-breakpoint
ALTER TABLE "newsletters" ADD CONSTRAINT "newsletters_draft_minute_check" CHECK ("newsletters"."draft_minute" between 0 and 1439);--> statement-breakpoint
create trigger consent_texts_immutable before update or delete on consent_texts for each row execute function refuse_change();
--> statement-breakpoint
create trigger consent_texts_kept before truncate on consent_texts for each statement execute function refuse_change();
--> statement-breakpoint
create trigger consent_events_immutable before update or delete on consent_events for each row execute function refuse_change();
--> statement-breakpoint
create trigger consent_events_kept before truncate on consent_events for each statement execute function refuse_change();
--> statement-breakpoint
alter table newsletter_editions add constraint newsletter_editions_corrects_id_fk foreign key (corrects_id) references newsletter_editions (id);
