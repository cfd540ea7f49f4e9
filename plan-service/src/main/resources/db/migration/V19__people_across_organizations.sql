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
