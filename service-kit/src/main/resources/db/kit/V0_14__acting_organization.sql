-- The second wall. Who connects tells for which organization (kit class ActingOrganization); the policies of
-- R__*row_level_security.sql let through what that organization may see, whatever the query asks for. Nothing told: nothing seen.

-- The application's role owns nothing, so that it can neither change a table nor lift its policies.
grant usage on schema public to "${application_role}";
grant select, insert, update, delete on all tables in schema public to "${application_role}";
grant usage, select on all sequences in schema public to "${application_role}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${application_role}";
alter default privileges in schema public grant usage, select on sequences to "${application_role}";
revoke all on flyway_schema_history from "${application_role}";

create function acting_organization() returns uuid language sql stable parallel safe as $$
    select case when current_setting('lantoa.organization', true) ~ '^[0-9a-f-]{36}$'
        then current_setting('lantoa.organization', true)::uuid end
$$;

-- Consumers, sweeps and the relay work for everybody; no request over HTTP ever does.
create function acting_in_background() returns boolean language sql stable parallel safe as $$
    select coalesce(current_setting('lantoa.organization', true) = 'background', false)
$$;

create function acting_subject() returns text language sql stable parallel safe as $$
    select nullif(current_setting('lantoa.subject', true), '')
$$;

-- The acting organization and all below it. "union" ends even where the tree has a circle.
create function acting_scope() returns setof uuid language sql stable as $$
    with recursive scope (id) as (
        select acting_organization()
        union
        select child.organization_id from directory_organization child join scope on child.parent_id = scope.id)
    select id from scope where id is not null
$$;

-- Whose people one works with, and may know by name: the scope, those above, and bodies that stand for a unit of one another.
create function acting_circle() returns setof uuid language sql stable as $$
    with recursive above (id) as (
        select acting_organization()
        union
        select child.parent_id from directory_organization child join above on child.organization_id = above.id)
    select id from above where id is not null
    union
    select acting_scope()
    union
    select represents_organization_id from directory_unit
    where organization_id = acting_organization() and represents_organization_id is not null
    union
    select organization_id from directory_unit where represents_organization_id = acting_organization()
$$;

-- Nobody adds a row in another organization's name, even one that would concern themselves: it would open the other's data to them.
create procedure written_in_own_name(target regclass) language plpgsql as $$
begin
    execute format('drop policy if exists own_name on %s', target);
    execute format('create policy own_name on %s as restrictive for insert
        with check ((select acting_in_background()) or organization_id = (select acting_organization()))', target);
end $$;

-- Puts the wall around a table: background work passes, everybody else where the condition holds; for reading and for writing.
create procedure wall_around(target regclass, condition text) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('drop policy if exists wall on %s', target);
    execute format('create policy wall on %s using ((select acting_in_background()) or (%s))', target, condition);
end $$;
