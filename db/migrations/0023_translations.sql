ALTER TABLE "articles" ADD COLUMN "translated_from_revision_id" uuid;--> statement-breakpoint
CREATE INDEX "articles_translated_from_revision_id_index" ON "articles" USING btree ("translated_from_revision_id") WHERE "articles"."translated_from_revision_id" is not null;--> statement-breakpoint
alter table articles add constraint articles_translated_from_revision_id_fk foreign key (translated_from_revision_id) references revisions (id) on delete set null;
