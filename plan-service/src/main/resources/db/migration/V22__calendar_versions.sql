-- Every state that a table of days ever had, and who decided it: what directory_calendar holds is the newest of each.
-- organization_id 00000000-0000-0000-0000-000000000000 is the table of the whole country.
create table calendar_version (
    id               uuid        primary key,
    organization_id  uuid        not null,
    year             int         not null,
    number           int         not null,
    version          text        not null,
    state            text        not null check (state in ('RECORDED', 'WITHDRAWN')),
    tentative        boolean     not null,
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    recorded_for     uuid,
    reason           text,
    decision_number  text,
    decision_date    date,
    decision_issuer  text,
    decision_title   text,
    above_version    text,
    days             jsonb       not null,
    unique (organization_id, year, number),
    unique (organization_id, year, version)
);
create index calendar_version_year on calendar_version (year, recorded_at desc, id desc);

-- Who may change the table of the whole country; named by the operator, written at start.
create table calendar_keeper (
    organization_id uuid primary key
);

-- Whether the acting organization is the one.
create function acting_keeps_the_country() returns boolean language sql stable as $$
    select exists (select from calendar_keeper where organization_id = acting_organization())
$$;
