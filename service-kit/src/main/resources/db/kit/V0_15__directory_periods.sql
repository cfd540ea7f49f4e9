-- What an organization or a unit was, is and will be. The tables directory_organization and directory_unit keep one row each, what
-- was told last, for names beside old records; who answers for a day asks the periods. No two periods of one thing share a day.
create extension if not exists btree_gist;

create table directory_organization_period (
    organization_id     uuid      not null references directory_organization on delete cascade,
    validity            daterange not null,
    name                text      not null,
    parent_id           uuid,
    administrative_code text,
    agency_code         text,
    population          bigint,
    constraint directory_organization_period_one_a_day exclude using gist (organization_id with =, validity with &&),
    constraint directory_organization_period_has_days check (not isempty(validity) and lower(validity) is not null)
);
create index directory_organization_period_parent on directory_organization_period (parent_id);

create table directory_unit_period (
    unit_id                    uuid      not null references directory_unit on delete cascade,
    organization_id            uuid      not null,
    validity                   daterange not null,
    name                       text      not null,
    aliases                    text[]    not null,
    email                      text,
    represents_organization_id uuid,
    member_unit_ids            uuid[]    not null,
    constraint directory_unit_period_one_a_day exclude using gist (unit_id with =, validity with &&),
    constraint directory_unit_period_has_days check (not isempty(validity) and lower(validity) is not null)
);
create index directory_unit_period_organization on directory_unit_period (organization_id);

-- Who goes on with whose work, so that a figure of before can be held against one of after.
create table directory_succession (
    predecessor_id uuid not null,
    successor_id   uuid not null,
    primary key (predecessor_id, successor_id)
);
create index directory_succession_successor on directory_succession (successor_id);

insert into directory_organization_period
select organization_id, daterange(valid_from, valid_to, '[]'), name, parent_id, administrative_code, agency_code, population
from directory_organization;
insert into directory_unit_period
select unit_id, organization_id, daterange(valid_from, valid_to, '[]'), name, aliases, email, represents_organization_id,
    member_unit_ids
from directory_unit;
