-- Accounts. organizations, users, sessions, refresh_tokens and one_time_links are not FORCEd: the definer functions below, owned by
-- hotgigs_owner, which nobody can log in as, must read them before anybody is known. The application roles own nothing, so the
-- policies bind them all the same. signing_keys, data_protection_keys and attempt_windows belong to no organization: grants alone.

grant select, insert, update on organizations to hotgigs_app;
grant select on organizations to hotgigs_worker;
alter table organizations enable row level security;
create policy read_own on organizations for select to hotgigs_app, hotgigs_worker using (
    id = (select app_organization()));
create policy register on organizations for insert to hotgigs_app with check (
    id = (select app_organization())
    and (select app_role()) = 'admin');
create policy change_own on organizations for update to hotgigs_app using (
    id = (select app_organization())
    and (select app_role()) = 'admin');

grant select, insert, update on users to hotgigs_app;
-- The worker shows who uploaded or shared; it never needs an address or a password hash.
grant select (id, organization_id, role, display_name, suspended_at) on users to hotgigs_worker;
alter table users enable row level security;
create policy read_colleagues on users for select to hotgigs_app using (
    id = (select app_user())
    or organization_id = (select app_organization()));
create policy register on users for insert to hotgigs_app with check (
    id = (select app_user())
    and organization_id is not distinct from (select app_organization())
    and role = (select app_role()));
-- Nobody but an admin changes a role, their own included; nobody moves between organizations.
create policy change on users for update to hotgigs_app using (
    id = (select app_user())
    or (organization_id = (select app_organization())
        and (select app_role()) = 'admin'))
with check (
    organization_id is not distinct from (select app_organization())
    and ((select app_role()) = 'admin' or role = (select app_role())));
create policy worker_read on users for select to hotgigs_worker using (
    organization_id = (select app_organization()));

grant select, insert, update on sessions to hotgigs_app;
alter table sessions enable row level security;
create policy own on sessions for all to hotgigs_app using (
    user_id = (select app_user()))
with check (
    user_id = (select app_user())
    and organization_id is not distinct from (select app_organization()));
-- Suspending somebody ends their sessions.
create policy admin_read on sessions for select to hotgigs_app using (
    organization_id = (select app_organization())
    and (select app_role()) = 'admin');
create policy admin_change on sessions for update to hotgigs_app using (
    organization_id = (select app_organization())
    and (select app_role()) = 'admin');

grant select, insert, update on refresh_tokens to hotgigs_app;
alter table refresh_tokens enable row level security;
create policy own on refresh_tokens for all to hotgigs_app using (
    user_id = (select app_user()));

grant select, insert on one_time_links to hotgigs_app;
alter table one_time_links enable row level security;
create policy admin_all on one_time_links for all to hotgigs_app using (
    organization_id = (select app_organization())
    and (select app_role()) = 'admin');
create policy own on one_time_links for all to hotgigs_app using (
    user_id = (select app_user()));

grant select, insert, delete on signing_keys to hotgigs_app;
grant select, insert on data_protection_keys to hotgigs_app, hotgigs_worker;
grant select, insert, update on attempt_windows to hotgigs_app;

-- What must be known before anybody is. Each takes an exact key and gives at most one account, never a list.
create function account_by_email(p_email text)
returns table (user_id uuid, organization_id uuid, role text)
language sql stable security definer set search_path = public, pg_temp as $$
    select u.id, u.organization_id, u.role from users u where u.normalized_email = p_email
$$;

create function account_by_session(p_session uuid)
returns table (user_id uuid, organization_id uuid, role text, expires_at timestamptz, revoked boolean, suspended boolean)
language sql stable security definer set search_path = public, pg_temp as $$
    select u.id, u.organization_id, u.role, s.expires_at, s.revoked_at is not null, u.suspended_at is not null
    from sessions s join users u on u.id = s.user_id where s.id = p_session
$$;

create function account_by_refresh_token(p_hash bytea)
returns table (user_id uuid, organization_id uuid, role text, token_id uuid, session_id uuid, expires_at timestamptz, closed boolean)
language sql stable security definer set search_path = public, pg_temp as $$
    select u.id, u.organization_id, u.role, t.id, s.id, least(t.expires_at, s.expires_at),
        s.revoked_at is not null or u.suspended_at is not null
    from refresh_tokens t join sessions s on s.id = t.session_id join users u on u.id = t.user_id where t.token_hash = p_hash
$$;

create function account_by_link(p_hash bytea)
returns table (link_id uuid, kind text, organization_id uuid, user_id uuid, role text, normalized_email text, expires_at timestamptz, used boolean)
language sql stable security definer set search_path = public, pg_temp as $$
    select l.id, l.kind, l.organization_id, l.user_id, coalesce(l.role, u.role), l.normalized_email, l.expires_at, l.used_at is not null
    from one_time_links l left join users u on u.id = l.user_id where l.token_hash = p_hash
$$;

-- The one way to use a link up: two at once cannot both get true.
create function use_link(p_hash bytea, p_at timestamptz) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
    with used as (update one_time_links set used_at = p_at
        where token_hash = p_hash and used_at is null and expires_at > p_at returning 1)
    select exists (select 1 from used)
$$;

create function email_taken(p_email text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from users u where u.normalized_email = p_email)
$$;

revoke all on function account_by_email(text), account_by_session(uuid), account_by_refresh_token(bytea), account_by_link(bytea),
    use_link(bytea, timestamptz), email_taken(text) from public;
grant execute on function account_by_email(text), account_by_session(uuid), account_by_refresh_token(bytea), account_by_link(bytea),
    use_link(bytea, timestamptz), email_taken(text) to hotgigs_app;
