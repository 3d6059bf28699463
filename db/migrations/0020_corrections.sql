CREATE TYPE "public"."correction_offer_status" AS ENUM('open', 'taken', 'declined', 'lapsed');--> statement-breakpoint
CREATE TYPE "public"."correction_status" AS ENUM('proposed', 'approved', 'refused', 'dropped', 'taken_back');--> statement-breakpoint
CREATE TABLE "correction_offers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"correction_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"status" "correction_offer_status" DEFAULT 'open' NOT NULL,
	"settled_by_id" uuid,
	"settled_at" timestamp (3) with time zone,
	"taken_as_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "correction_offers_correction_id_article_id_key" UNIQUE("correction_id","article_id"),
	CONSTRAINT "correction_offers_settled_check" CHECK (("correction_offers"."status" = 'open') = ("correction_offers"."settled_at" is null)),
	CONSTRAINT "correction_offers_taken_check" CHECK (("correction_offers"."status" = 'taken') = ("correction_offers"."taken_as_id" is not null)),
	CONSTRAINT "correction_offers_declined_check" CHECK ("correction_offers"."status" <> 'declined' or "correction_offers"."reason" <> '')
);
--> statement-breakpoint
ALTER TABLE "corrections" ALTER COLUMN "corrected_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "status" "correction_status" DEFAULT 'proposed' NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "proposed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "approver_id" uuid;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "decided_by_id" uuid;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "decided_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "updated_at_before" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "taken_back_by_id" uuid;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "taken_back_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "correction_offers" ADD CONSTRAINT "correction_offers_correction_id_corrections_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."corrections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_offers" ADD CONSTRAINT "correction_offers_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_offers" ADD CONSTRAINT "correction_offers_taken_as_id_corrections_id_fk" FOREIGN KEY ("taken_as_id") REFERENCES "public"."corrections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_offers_open_index" ON "correction_offers" USING btree ("article_id") WHERE "correction_offers"."status" = 'open';--> statement-breakpoint
CREATE INDEX "correction_offers_taken_as_id_index" ON "correction_offers" USING btree ("taken_as_id") WHERE "correction_offers"."taken_as_id" is not null;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_before_revision_id_revisions_id_fk" FOREIGN KEY ("before_revision_id") REFERENCES "public"."revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_after_revision_id_revisions_id_fk" FOREIGN KEY ("after_revision_id") REFERENCES "public"."revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_proposed_index" ON "corrections" USING btree ("article_id") WHERE "corrections"."status" = 'proposed';--> statement-breakpoint
update corrections set status = 'approved';
--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_public_check" CHECK (("corrections"."status" in ('approved', 'taken_back')) = ("corrections"."corrected_at" is not null));--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_proposed_check" CHECK ("corrections"."status" <> 'proposed' or "corrections"."decided_at" is null);--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_taken_back_check" CHECK (("corrections"."status" = 'taken_back') = ("corrections"."taken_back_at" is not null) and ("corrections"."taken_back_at" is null) = ("corrections"."taken_back_by_id" is null));--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_reason_check" CHECK ("corrections"."status" not in ('refused', 'taken_back') or "corrections"."reason" <> '');--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_pair_check" CHECK (("corrections"."before_revision_id" is null) = ("corrections"."after_revision_id" is null) and "corrections"."before_revision_id" is distinct from coalesce("corrections"."after_revision_id", '00000000-0000-0000-0000-000000000000'));--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_text_check" CHECK ("corrections"."proposed_by_id" is null or length("corrections"."text") between 1 and 1000);
--> statement-breakpoint
create function guard_correction() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'DELETE' then
    -- Goes with its article only.
    if exists (select from articles where id = old.article_id) then
      raise exception 'Corrections are never removed.' using errcode = 'integrity_constraint_violation';
    end if;
    return old;
  end if;
  if (new.id, new.article_id, new.type, new.text, new.proposed_by_id, new.before_revision_id, new.after_revision_id, new.created_at)
    is distinct from (old.id, old.article_id, old.type, old.text, old.proposed_by_id, old.before_revision_id, old.after_revision_id, old.created_at) then
    raise exception 'What a correction says is never changed.' using errcode = 'integrity_constraint_violation';
  end if;
  if old.status <> 'proposed'
    and (new.decided_by_id, new.decided_at, new.corrected_at) is distinct from (old.decided_by_id, old.decided_at, old.corrected_at) then
    raise exception 'A correction is decided about once.' using errcode = 'integrity_constraint_violation';
  end if;
  if new.status <> old.status
    and not (old.status = 'proposed' and new.status in ('approved', 'refused', 'dropped'))
    and not (old.status = 'approved' and new.status = 'taken_back') then
    raise exception 'A correction that is % does not become %.', old.status, new.status using errcode = 'integrity_constraint_violation';
  end if;
  if old.status in ('refused', 'dropped', 'taken_back')
    and (new.reason, new.taken_back_by_id, new.taken_back_at) is distinct from (old.reason, old.taken_back_by_id, old.taken_back_at) then
    raise exception 'What became of a correction is never changed.' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger corrections_guarded before update or delete on corrections for each row execute function guard_correction();
