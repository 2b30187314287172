-- Who is asking, as every policy reads it: an empty setting is null, and null sees nothing.
create function app_organization() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.organization', true), '')::uuid;
create function app_user() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.user', true), '')::uuid;
create function app_role() returns text language sql stable parallel safe
    return nullif(current_setting('app.role', true), '');
