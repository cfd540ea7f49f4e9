-- People. What they may do stands in directory_membership; here is what is theirs wherever they act.
create table person (
    person_id    uuid    primary key,
    -- null for those whose account was made elsewhere
    account_name text    unique,
    -- the "sub" of their tokens; null until the identity provider has their account
    subject      text    unique,
    display_name text    not null,
    email        text,
    enabled      boolean not null
);
create unique index person_email on person (lower(email)) where email is not null;

insert into person (person_id, subject, display_name, email, enabled)
    select distinct on (person_id) person_id, subject, display_name, null, true
    from directory_membership where kind = 'PERSON' order by person_id, membership_id;
update person set email = m.email from (
    select distinct on (lower(email)) person_id, email from directory_membership
    where kind = 'PERSON' and email is not null order by lower(email), membership_id) m
    where m.person_id = person.person_id;

-- What a disabled person had: enabling gives exactly this back.
create table person_disabled_membership (
    membership_id uuid primary key,
    person_id     uuid not null
);
create index person_disabled_membership_person on person_disabled_membership (person_id);

-- Roles handed to somebody for a time. The membership that carries them has the same id.
create table delegation (
    delegation_id   uuid        primary key,
    organization_id uuid        not null,
    membership_id   uuid        not null,
    from_person_id  uuid        not null,
    to_person_id    uuid        not null,
    roles           text[]      not null,
    valid_from      date        not null,
    valid_to        date        not null,
    reason          text        not null,
    made_by         uuid        not null,
    made_at         timestamptz not null,
    revoked_by      uuid,
    revoked_at      timestamptz
);
create index delegation_from on delegation (from_person_id);
create index delegation_to on delegation (to_person_id);
create index delegation_of on delegation (membership_id);

-- A request sees the posts of its own scope only, and must still not take over the account of somebody who also acts elsewhere.
-- Says no more than yes or no.
create function person_acts_elsewhere(person uuid, today date) returns boolean
    language sql stable security definer set search_path = public as $$
    select exists (
        select from directory_membership post
        where post.person_id = person and post.kind = 'PERSON' and (post.valid_to is null or post.valid_to >= today)
            and post.organization_id not in (select acting_scope()))
$$;
