-- The work queue (ADR-0003): what EF can't say.
alter table work_items alter column run_at set not null;
alter table work_items alter column created_at set not null;
alter table work_items alter column attempt set default 0;
alter table work_items alter column state set default 0;
alter table work_items alter column dedupe_once set default false;
alter table work_items add constraint work_items_state check (state between 0 and 3);
alter table work_items add constraint work_items_payload check (octet_length(payload::text) <= 4096);
-- Rows change a few times and then rest: room for updates in place, and vacuum before the ready index grows stale.
alter table work_items set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

-- state: 0 waiting, 1 running, 2 done, 3 parked.
-- One lane per organization, and one for the installation's own upkeep, so that lanes can take turns without sorting the whole queue.
create index work_items_waiting
    on work_items (coalesce(organization_id, '00000000-0000-0000-0000-000000000000'::uuid), priority desc, run_at, id) where state = 0;
create index work_items_running on work_items (lease_until) where state = 1;
create index work_items_parked on work_items (finished_at) where state = 3;
create index work_items_done on work_items (finished_at) where state = 2;
create index work_items_batch on work_items (batch_id, state) where batch_id is not null;
create unique index work_items_dedupe on work_items (kind, dedupe_key) where dedupe_key is not null;

-- Runs with the rights of whoever inserts; the signal carries nothing, listeners look for themselves.
create function work_items_wake() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as
$$
begin
    perform pg_notify('hotgigs_work', '');
    return null;
end
$$;
create trigger work_items_wake after insert on work_items for each statement execute function work_items_wake();

-- New work always waits, by this server's clock: whoever inserts can neither forge a finished item nor shift it by a wrong clock.
create function work_items_begin() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as
$$
begin
    new.run_at := coalesce(new.run_at, now());
    new.created_at := clock_timestamp();
    new.state := 0;
    new.attempt := 0;
    new.lease_until := null;
    new.finished_at := null;
    return new;
end
$$;
create trigger work_items_begin before insert on work_items for each row execute function work_items_begin();

alter table work_items enable row level security;
alter table work_items force row level security;
grant select, insert on work_items to hotgigs_app;
grant select, insert, update, delete on work_items to hotgigs_worker;
create policy app_read on work_items for select to hotgigs_app using (organization_id = (select app_organization()));
-- A candidate's own upload is work for the organization it goes to.
create policy app_insert on work_items for insert to hotgigs_app with check (
    organization_id = (select app_organization()) or ((select app_role()) = 'candidate' and organization_id is not null));
-- Only here does the worker look across organizations: it must know whose work is next before it can act for anybody.
create policy worker on work_items to hotgigs_worker using (true) with check (true);
