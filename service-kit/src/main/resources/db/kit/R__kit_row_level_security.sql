-- Who sees which rows of the kit's tables. Read again by Flyway whenever this file changes.

-- An event may tell of several organizations: a request adds to the outbox and never reads it.
alter table outbox enable row level security;
drop policy if exists wall on outbox;
create policy wall on outbox using ((select acting_in_background()));
drop policy if exists add on outbox;
create policy add on outbox for insert with check (true);

call wall_around('outbox_refused', 'false');
call wall_around('inbox', 'false');

-- Names of public bodies and their units, and the days off, are no secret; only those responsible change them: each organization
-- itself, and those above it, who also make new ones below them.
do $$
declare
    target text;
begin
    foreach target in array array['directory_organization', 'directory_organization_period'] loop
        call wall_around(target::regclass, 'true', 'acting_manages(organization_id) or acting_manages(parent_id)');
    end loop;
    foreach target in array array['directory_unit', 'directory_unit_period', 'directory_calendar', 'directory_calendar_day'] loop
        call wall_around(target::regclass, 'true', 'acting_manages(organization_id)');
    end loop;
    call wall_around('directory_succession', 'true', 'acting_manages(predecessor_id) or acting_manages(successor_id)
        or exists (select from directory_unit unit where unit.unit_id in (predecessor_id, successor_id)
            and acting_manages(unit.organization_id))');
    foreach target in array array['directory_organization', 'directory_organization_period', 'directory_unit',
            'directory_unit_period', 'directory_succession', 'directory_calendar', 'directory_calendar_day'] loop
        execute format('drop policy if exists public_knowledge on %I', target); -- the wall itself says it now
    end loop;
end $$;

-- What an organization may ask for is set by those above it, and read at each of its requests.
call wall_around('directory_quota', 'organization_id in (select acting_scope())');

-- Who calls what will go away is noted in the caller's own name, and read by their own organization.
call wall_around('retiring_use', 'organization_id = (select acting_organization())');

-- Personal data: one's own posts everywhere, and the people one works with.
call wall_around('directory_membership', 'organization_id in (select acting_scope())', 'acting_manages(organization_id)');
drop policy if exists colleagues on directory_membership;
create policy colleagues on directory_membership for select
    using (subject = (select acting_subject()) or organization_id in (select acting_circle()));

-- The audit: a request adds to it and reads its own organization's; only the sealer, in the background, gives the places.
call wall_around('audit_waiting', 'false');
drop policy if exists add on audit_waiting;
create policy add on audit_waiting for insert with check (acting_manages(organization_id));
call wall_around('audit_entry', 'false');
drop policy if exists own on audit_entry;
create policy own on audit_entry for select using (organization_id = (select acting_organization()));
revoke update on audit_waiting from "${application_role}";
revoke update, delete on audit_entry from "${application_role}";

-- A first answer is kept for the one who asked, and for nobody else of their organization.
call wall_around('idempotency_key', 'organization_id = (select acting_organization()) and subject = (select acting_subject())');

-- When a machine client was last seen: noted in the background.
call wall_around('machine_use', 'organization_id = (select acting_organization())');
