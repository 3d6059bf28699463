CREATE TYPE "public"."erasure_kind" AS ENUM('person', 'reader');--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "erasure_kind" NOT NULL,
	"subject" text NOT NULL,
	"erased_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
create trigger erasures_immutable before update or delete on erasures for each row execute function refuse_change();
--> statement-breakpoint
create trigger erasures_kept before truncate on erasures for each statement execute function refuse_change();
