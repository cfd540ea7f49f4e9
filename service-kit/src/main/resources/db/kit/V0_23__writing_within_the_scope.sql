-- Whether an organization is the acting one or lies below it today. A row that is written asks this: a few steps upwards, where the whole
-- scope of those at the top is the whole country, counted anew for every statement.
create function acting_manages(organization uuid) returns boolean language sql stable as $$
    with recursive above (id) as (
        select organization
        union
        select parent_on(above.id, (select acting_today())) from above where above.id is not null)
    select coalesce(bool_or(id = acting_organization()), false) from above
$$;

-- A wall with two conditions: one for reading, which may be of many rows, and one for each row that is written.
create procedure wall_around(target regclass, reading text, writing text) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('drop policy if exists wall on %s', target);
    execute format('create policy wall on %s for select using ((select acting_in_background()) or (%s))', target, reading);
    execute format('drop policy if exists wall_of_inserts on %s', target);
    execute format('create policy wall_of_inserts on %s for insert with check ((select acting_in_background()) or (%s))',
        target, writing);
    execute format('drop policy if exists wall_of_updates on %s', target);
    execute format('create policy wall_of_updates on %s for update using ((select acting_in_background()) or (%s))',
        target, writing);
    execute format('drop policy if exists wall_of_deletes on %s', target);
    execute format('create policy wall_of_deletes on %s for delete using ((select acting_in_background()) or (%s))',
        target, writing);
end $$;
