-- Résumés, candidates, who sees whom, and live events.
grant select, insert, update on resumes, candidates, recruiter_candidates to hotgigs_app, hotgigs_worker;
grant delete on recruiter_candidates to hotgigs_app;
grant select on resume_parses to hotgigs_app;
grant select, insert on resume_parses, persons to hotgigs_worker;
grant select on persons to hotgigs_app;
grant select, insert on events to hotgigs_app, hotgigs_worker;
grant usage on sequence events_id_seq to hotgigs_app, hotgigs_worker;

-- A table per block: the worker has its work item's organization; people have what is theirs.
alter table recruiter_candidates enable row level security;
alter table recruiter_candidates force row level security;
create policy worker on recruiter_candidates to hotgigs_worker
    using (organization_id = (select app_organization())) with check (organization_id = (select app_organization()));
create policy app_read on recruiter_candidates for select to hotgigs_app using (
    organization_id = (select app_organization())
    and (recruiter_id = (select app_user()) or (select app_role()) = 'admin'));
create policy app_insert on recruiter_candidates for insert to hotgigs_app with check (
    organization_id = (select app_organization())
    and ((select app_role()) = 'admin' or (recruiter_id = (select app_user()) and source = 'Own')));
create policy app_update on recruiter_candidates for update to hotgigs_app
    using (organization_id = (select app_organization()) and (select app_role()) = 'admin')
    with check (organization_id = (select app_organization()));
create policy app_delete on recruiter_candidates for delete to hotgigs_app using (
    organization_id = (select app_organization()) and (select app_role()) = 'admin');

alter table candidates enable row level security;
alter table candidates force row level security;
create policy worker on candidates to hotgigs_worker
    using (organization_id = (select app_organization())) with check (organization_id = (select app_organization()));
create policy app_read on candidates for select to hotgigs_app using (
    (organization_id = (select app_organization()) and (
        owner_id = (select app_user())
        or (select app_role()) = 'admin'
        or id in (select candidate_id from recruiter_candidates
                  where recruiter_id = (select app_user()) and (expires_at is null or expires_at > now()))))
    or ((select app_role()) = 'candidate' and owner_id = (select app_user())));
create policy app_insert on candidates for insert to hotgigs_app with check (
    organization_id = (select app_organization()) and owner_id = (select app_user()));
create policy app_update on candidates for update to hotgigs_app
    using ((organization_id = (select app_organization()) and (owner_id = (select app_user()) or (select app_role()) = 'admin'))
           or ((select app_role()) = 'candidate' and owner_id = (select app_user())))
    with check (organization_id = (select app_organization()) or ((select app_role()) = 'candidate' and owner_id = (select app_user())));

alter table resumes enable row level security;
alter table resumes force row level security;
create policy worker on resumes to hotgigs_worker
    using (organization_id = (select app_organization())) with check (organization_id = (select app_organization()));
create policy app_read on resumes for select to hotgigs_app using (
    (organization_id = (select app_organization()) and (
        owner_id = (select app_user())
        or (select app_role()) = 'admin'
        or candidate_id in (select candidate_id from recruiter_candidates
                            where recruiter_id = (select app_user()) and (expires_at is null or expires_at > now()))))
    or ((select app_role()) = 'candidate' and owner_id = (select app_user())));
create policy app_insert on resumes for insert to hotgigs_app with check (
    owner_id = (select app_user())
    and (organization_id = (select app_organization()) or (select app_role()) = 'candidate'));
create policy app_update on resumes for update to hotgigs_app
    using ((organization_id = (select app_organization()) or (select app_role()) = 'candidate')
           and (owner_id = (select app_user()) or (select app_role()) = 'admin'))
    with check (organization_id = (select app_organization()) or (select app_role()) = 'candidate');

-- A parse is seen through a résumé with the same bytes that the caller sees.
alter table resume_parses enable row level security;
alter table resume_parses force row level security;
create policy worker on resume_parses to hotgigs_worker
    using (organization_id = (select app_organization())) with check (organization_id = (select app_organization()));
create policy app_read on resume_parses for select to hotgigs_app using (
    exists (select from resumes r where r.organization_id = resume_parses.organization_id and r.content_hash = resume_parses.content_hash));

-- Corrections belong to a résumé and are seen and made by whom that is.
grant select, insert, update, delete on resume_corrections to hotgigs_app;
grant select on resume_corrections to hotgigs_worker;
alter table resume_corrections enable row level security;
alter table resume_corrections force row level security;
create policy worker on resume_corrections for select to hotgigs_worker using (organization_id = (select app_organization()));
create policy app_read on resume_corrections for select to hotgigs_app using (resume_id in (select id from resumes));
create policy app_insert on resume_corrections for insert to hotgigs_app with check (author_id = (select app_user())
    and resume_id in (select id from resumes where owner_id = (select app_user()) or (select app_role()) = 'admin'));
create policy app_update on resume_corrections for update to hotgigs_app
    using (resume_id in (select id from resumes where owner_id = (select app_user()) or (select app_role()) = 'admin'))
    with check (author_id = (select app_user()));
create policy app_delete on resume_corrections for delete to hotgigs_app
    using (resume_id in (select id from resumes where owner_id = (select app_user()) or (select app_role()) = 'admin'));

alter table persons enable row level security;
alter table persons force row level security;
create policy worker on persons to hotgigs_worker
    using (organization_id = (select app_organization())) with check (organization_id = (select app_organization()));
create policy app_read on persons for select to hotgigs_app using (
    organization_id = (select app_organization()) and (select app_role()) = 'admin');

alter table events enable row level security;
alter table events force row level security;
create policy worker on events to hotgigs_worker
    using (organization_id = (select app_organization())) with check (organization_id = (select app_organization()));
create policy app_read on events for select to hotgigs_app using (
    user_id = (select app_user())
    or (organization_id = (select app_organization()) and (select app_role()) = 'admin'));
create policy app_insert on events for insert to hotgigs_app with check (
    organization_id = (select app_organization()) or ((select app_role()) = 'candidate' and user_id = (select app_user())));

-- Numbers are given under a lock that lasts until commit: a lower number never appears after a higher one has been seen.
create function number_events() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('events ' || new.organization_id, 0));
    new.id := nextval('events_id_seq');
    return new;
end $$;
create trigger number_events before insert on events for each row execute function number_events();
-- A candidate's own upload names an organization by its public slug; nothing else of it is shown.
create function organization_by_slug(wanted text) returns uuid language sql stable security definer set search_path = public, pg_temp
    as $$ select id from organizations where slug = lower(wanted) $$;
revoke all on function organization_by_slug(text) from public;
grant execute on function organization_by_slug(text) to hotgigs_app;
