-- Append-only for the application roles: no update, no delete.
grant select, insert on activity to hotgigs_app, hotgigs_worker;
grant usage on sequence activity_id_seq to hotgigs_app, hotgigs_worker;
alter table activity enable row level security;
alter table activity force row level security;
create policy read_own on activity for select to hotgigs_app using (
    actor_user_id = (select app_user())
    or (organization_id = (select app_organization())
        and (select app_role()) = 'admin'));
-- Somebody not signed in can only leave entries without an actor (a refused sign-in).
create policy write_own on activity for insert to hotgigs_app with check (
    actor_user_id is not distinct from (select app_user())
    or actor_user_id is null);
create policy worker_write on activity for insert to hotgigs_worker with check (
    organization_id = (select app_organization()));
create policy worker_read on activity for select to hotgigs_worker using (
    organization_id = (select app_organization()));
