-- Whether the organization is in reach is asked from it upwards: a file of the whole country asks it thousands of times.
create or replace function request_provisioning(asked_kind text, asked_thing uuid, asked_by uuid, due_at timestamptz) returns void
    language plpgsql security definer set search_path = public as $$
begin
    if not acting_in_background() and not acting_manages(asked_by) then
        raise insufficient_privilege using message = 'no provisioning in the name of an organization out of reach';
    end if;
    insert into provisioning (kind, thing_id, organization_id, wanted, done, attempts, next_attempt_at)
        values (asked_kind, asked_thing, asked_by, 1, 0, 0, due_at)
        on conflict (kind, thing_id) do update set wanted = provisioning.wanted + 1, attempts = 0, next_attempt_at = due_at;
end $$;
