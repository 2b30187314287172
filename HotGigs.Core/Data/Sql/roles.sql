-- Roles and extensions; run before every migration, so each statement may run again.
do $$
begin
    create role hotgigs_owner nologin;
exception
    -- Roles belong to the whole server: another database's migration may have made it.
    when duplicate_object or unique_violation then null;
end $$;
do $$
begin
    create role hotgigs_app login;
exception
    -- Roles belong to the whole server: another database's migration may have made it.
    when duplicate_object or unique_violation then null;
end $$;
do $$
begin
    create role hotgigs_worker login;
exception
    -- Roles belong to the whole server: another database's migration may have made it.
    when duplicate_object or unique_violation then null;
end $$;
create extension if not exists btree_gin;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
do $$
begin
    execute format('grant hotgigs_owner to %I', current_user);
    execute format('grant connect, create on database %I to hotgigs_owner', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to hotgigs_app, hotgigs_worker', current_database());
end $$;
grant usage, create on schema public to hotgigs_owner;
revoke create on schema public from public;
grant usage on schema public to hotgigs_app, hotgigs_worker;
