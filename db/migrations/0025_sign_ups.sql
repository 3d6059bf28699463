CREATE TYPE "public"."subscriber_request_kind" AS ENUM('subscription', 'preferences');--> statement-breakpoint
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
ALTER TABLE "subscriber_requests" ADD CONSTRAINT "subscriber_requests_consent_text_id_consent_texts_id_fk" FOREIGN KEY ("consent_text_id") REFERENCES "public"."consent_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "subscriber_requests_address_hash_index" ON "subscriber_requests" USING btree ("address_hash");