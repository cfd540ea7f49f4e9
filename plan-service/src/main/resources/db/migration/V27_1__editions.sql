-- Every version of an issued plan's content, as it was told to the other services. Rows are only added.
create table plan_version (
    plan_id         uuid        not null references plan on delete cascade,
    version         int         not null,
    organization_id uuid        not null,
    in_force_from   date        not null,
    document        jsonb,
    decided_by      uuid        not null,
    decided_at      timestamptz not null,
    reason          text,
    content         jsonb       not null,
    content_hash    text        not null,
    primary key (plan_id, version)
);

-- From when to when each item of an issued plan holds; an item that is taken out stays, with its end, and never comes back.
create table plan_item_validity (
    plan_id       uuid not null references plan on delete cascade,
    item_id       uuid not null,
    kind          text not null,
    from_version  int  not null,
    from_on       date not null,
    until_version int,
    until_on      date,
    primary key (plan_id, item_id),
    constraint plan_item_validity_kind check (kind in ('TASK', 'INDICATOR', 'REPORT_OBLIGATION')),
    constraint plan_item_validity_ends_whole check ((until_version is null) = (until_on is null))
);
