-- Rights follow the tree of the day. A change of parent that was planned takes effect without anybody telling the organization again:
-- its periods are there already. Who connects tells the day as well (kit class ActingOrganization), because a demo or a test moves it.
create function acting_today() returns date language sql stable parallel safe as $$
    select case when current_setting('lantoa.today', true) ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
        then current_setting('lantoa.today', true)::date
        else (now() at time zone 'Asia/Ho_Chi_Minh')::date end
$$;

-- Below whom an organization stands on a day; before its beginning as at first, after its end as at last.
create function parent_on(of_organization uuid, on_day date) returns uuid language sql stable as $$
    select parent_id from directory_organization_period where organization_id = of_organization
    order by lower(validity) > on_day, abs(lower(validity) - on_day) limit 1
$$;

-- The acting organization and all that is below it today. "union" ends even where the tree has a circle. Most rows hold today and
-- need no second look; directory_organization_period_parent finds them.
create or replace function acting_scope() returns setof uuid language sql stable as $$
    with recursive scope (id) as (
        select acting_organization()
        union
        select period.organization_id
        from directory_organization_period period join scope on period.parent_id = scope.id
        where period.validity @> (select acting_today())
            or parent_on(period.organization_id, (select acting_today())) = period.parent_id)
    select id from scope where id is not null
$$;

-- Whose people one works with, and may know by name: the scope, those above, and bodies of the same place that stand for a unit of
-- one another. What one organization says of another far away opens nothing.
create function stands_beside(body uuid, host uuid, on_day date) returns boolean language sql stable as $$
    select exists (
        select from directory_organization of_body join directory_organization of_host
            on of_body.level = of_host.level and of_body.kind <> of_host.kind
        where of_body.organization_id = body and of_host.organization_id = host
            and coalesce(parent_on(body, on_day) = parent_on(host, on_day), parent_on(body, on_day) is null))
$$;

create or replace function acting_circle() returns setof uuid language sql stable as $$
    with recursive above (id) as (
        select acting_organization()
        union
        select parent_on(above.id, (select acting_today())) from above where above.id is not null)
    select id from above where id is not null
    union
    select acting_scope()
    union
    select represents_organization_id from directory_unit_period
    where organization_id = acting_organization() and validity @> (select acting_today())
        and stands_beside(represents_organization_id, organization_id, (select acting_today()))
    union
    select organization_id from directory_unit_period
    where represents_organization_id = acting_organization() and validity @> (select acting_today())
        and stands_beside(represents_organization_id, organization_id, (select acting_today()))
$$;
create index directory_unit_period_represents on directory_unit_period (represents_organization_id)
    where represents_organization_id is not null;
