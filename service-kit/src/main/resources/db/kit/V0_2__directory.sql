-- Who is who. Owned by plan-service; every other service keeps this copy from the topic "organizations".
create table directory_organization (
    organization_id     uuid primary key,
    alias               text   not null unique,
    name                text   not null,
    kind                text   not null,
    level               text   not null,
    parent_id           uuid,
    administrative_code text,
    agency_code         text,
    population          bigint,
    valid_from          date   not null,
    valid_to            date
);
create index directory_organization_parent on directory_organization (parent_id);

create table directory_unit (
    unit_id                    uuid   primary key,
    organization_id            uuid   not null,
    name                       text   not null,
    aliases                    text[] not null,
    kind                       text   not null,
    email                      text,
    represents_organization_id uuid,
    member_unit_ids            uuid[] not null,
    valid_from                 date   not null,
    valid_to                   date
);
create index directory_unit_organization on directory_unit (organization_id);
create index directory_unit_represents on directory_unit (represents_organization_id);

create table directory_membership (
    membership_id   uuid    primary key,
    organization_id uuid    not null,
    person_id       uuid    not null,
    subject         text    not null,
    kind            text    not null,
    display_name    text    not null,
    email           text,
    unit_id         uuid,
    roles           text[]  not null,
    position        text,
    valid_from      date    not null,
    valid_to        date,
    active          boolean not null
);
create index directory_membership_subject on directory_membership (subject, organization_id);
create index directory_membership_organization on directory_membership (organization_id, unit_id);

-- organization_id 00000000-0000-0000-0000-000000000000 is the calendar of the whole country.
create table directory_calendar (
    organization_id uuid not null,
    year            int  not null,
    version         text not null,
    primary key (organization_id, year)
);
create table directory_calendar_day (
    organization_id uuid not null,
    year            int  not null,
    day             date not null,
    kind            text not null,
    name            text not null,
    decision        text not null,
    primary key (organization_id, day),
    foreign key (organization_id, year) references directory_calendar on delete cascade
);
