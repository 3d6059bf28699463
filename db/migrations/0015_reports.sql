ALTER TABLE "error_reports" ADD COLUMN "handled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "error_reports" ADD COLUMN "handled_by_id" uuid;