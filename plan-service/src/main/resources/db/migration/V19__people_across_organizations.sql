-- A post that was taken back before it was ever held acts nowhere, unless disabling took it and enabling gives it back.
create or replace function person_acts_elsewhere(person uuid, today date) returns boolean
    language sql stable security definer set search_path = public as $$
    select exists (
        select from directory_membership post
        where post.person_id = person and post.kind = 'PERSON' and (post.valid_to is null or post.valid_to >= today)
            and (post.active or exists (
                select from person_disabled_membership taken where taken.membership_id = post.membership_id))
            and post.organization_id not in (select acting_scope()))
$$;

-- People go from one organization to another, and the row that says what their account still has to be told stays the one row: whoever
-- changes them now counts it on, also where another organization began it. Only in the name of an organization in reach.
create function request_provisioning(asked_kind text, asked_thing uuid, asked_by uuid, due_at timestamptz) returns void
    language plpgsql security definer set search_path = public as $$
begin
    if not acting_in_background() and asked_by not in (select acting_scope()) then
        raise insufficient_privilege using message = 'no provisioning in the name of an organization out of reach';
    end if;
    insert into provisioning (kind, thing_id, organization_id, wanted, done, attempts, next_attempt_at)
        values (asked_kind, asked_thing, asked_by, 1, 0, 0, due_at)
        on conflict (kind, thing_id) do update set wanted = provisioning.wanted + 1, attempts = 0, next_attempt_at = due_at;
end $$;

-- Roles that were taken back while whoever had them was disabled do not come back with them.
delete from person_disabled_membership taken using delegation
    where delegation.delegation_id = taken.membership_id and delegation.revoked_at is not null;
