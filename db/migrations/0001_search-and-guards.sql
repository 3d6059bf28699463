create extension if not exists pg_trgm;
--> statement-breakpoint
create function refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'Rows of % are never changed once written.', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
--> statement-breakpoint
create trigger revisions_immutable before update on revisions for each row execute function refuse_change();
--> statement-breakpoint
alter table articles add constraint articles_live_revision_id_fk foreign key (live_revision_id) references revisions (id) deferrable initially deferred;
--> statement-breakpoint
alter table articles add constraint articles_head_revision_id_fk foreign key (head_revision_id) references revisions (id) deferrable initially deferred;
