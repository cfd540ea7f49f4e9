-- What plans told: indicators with their target path, and obligations to report.
create table plan (
    plan_id         uuid primary key,
    organization_id uuid not null,
    version         int  not null,
    subject         text not null,
    document_number text,
    document_symbol text,
    promulgated_on  date not null,
    starts_on       date not null,
    ends_on         date not null
);

-- An indicator of a plan, or one that a round asks of an organization whose plans do not have it.
create table indicator (
    indicator_id      uuid primary key,
    organization_id   uuid    not null,
    plan_id           uuid references plan,
    round_id          uuid,
    matching_key      text    not null,
    name              text    not null,
    unit              text    not null,
    numerator_words   text,
    denominator_words text,
    position          int     not null,
    check ((plan_id is null) <> (round_id is null)),
    unique (plan_id, indicator_id)
);
create index indicator_key on indicator (organization_id, matching_key);
create index indicator_plan on indicator (plan_id, position);
-- At most one asked indicator per organization and key, whatever the number of rounds.
create unique index indicator_asked on indicator (organization_id, matching_key) where plan_id is null;

create table indicator_target (
    indicator_id uuid    not null references indicator on delete cascade,
    year         int     not null,
    comparator   text    not null,
    value        numeric not null,
    aspirational boolean not null,
    words        text    not null,
    primary key (indicator_id, year, comparator)
);

create table report_obligation (
    obligation_id             uuid primary key,
    plan_id                   uuid   not null references plan,
    organization_id           uuid   not null,
    kind                      text   not null,
    frequency                 text,
    from_unit_id              uuid   not null,
    receiving_organization_id uuid,
    recipients                text[] not null,
    via_unit_id               uuid,
    words                     text   not null
);
create index report_obligation_organization on report_obligation (organization_id, plan_id);
create index report_obligation_receiver on report_obligation (receiving_organization_id);

create table report_duty (
    duty_id          uuid primary key,
    obligation_id    uuid not null references report_obligation,
    organization_id  uuid not null,
    period_start     date not null,
    period_end       date not null,
    due_date         date not null,
    due_bound        text not null,
    due_words        text not null,
    last_day         date not null,
    last_safe_day    date not null,
    legal_end        date not null,
    calendar_version text not null,
    unique (obligation_id, due_date)
);
create index report_duty_last_day on report_duty (last_day);

-- Figures: one per indicator and period.
create table figure (
    figure_id       uuid primary key,
    indicator_id    uuid        not null references indicator,
    organization_id uuid        not null,
    period_start    date        not null,
    period_end      date        not null,
    state           text        not null,
    numerator       numeric,
    denominator     numeric,
    value           numeric,
    cumulative      boolean     not null,
    source          text,
    evidence_ids    uuid[]      not null,
    explanation     text,
    recorded_by     uuid        not null,
    recorded_at     timestamptz not null,
    version         int         not null,
    unique (indicator_id, period_start, period_end),
    check (period_start <= period_end),
    check ((state = 'REPORTED') = (value is not null)),
    check ((numerator is null) = (denominator is null)),
    check (denominator is null or (denominator > 0 and numerator between 0 and denominator))
);
create index figure_organization on figure (organization_id, period_end desc, figure_id desc);

create table figure_history (
    figure_id    uuid        not null references figure,
    version      int         not null,
    state        text        not null,
    numerator    numeric,
    denominator  numeric,
    value        numeric,
    cumulative   boolean     not null,
    source       text,
    evidence_ids uuid[]      not null,
    explanation  text,
    recorded_by  uuid        not null,
    recorded_at  timestamptz not null,
    primary key (figure_id, version)
);

-- Rounds and reports. The reports of a round are the organizations expected: coverage is counted over these same rows.
create table report_round (
    round_id         uuid primary key,
    organization_id  uuid        not null,
    obligation_id    uuid,
    duty_id          uuid,
    title            text        not null,
    period_start     date        not null,
    period_end       date        not null,
    due_on           date        not null,
    legal_end        date        not null,
    calendar_version text        not null,
    opened_by        uuid        not null,
    opened_at        timestamptz not null,
    unique (organization_id, period_start, period_end, title)
);

create table round_indicator (
    round_id     uuid not null references report_round,
    position     int  not null,
    matching_key text not null,
    name         text not null,
    unit         text not null,
    primary key (round_id, matching_key)
);

create table report (
    report_id                 uuid primary key,
    round_id                  uuid    not null references report_round,
    organization_id           uuid    not null,
    receiving_organization_id uuid    not null,
    population                bigint,
    state                     text    not null,
    version                   int     not null,
    row_version               bigint  not null,
    narrative                 text    not null,
    narrative_edited          boolean not null,
    nil_reason                text,
    submitted_by              uuid,
    submitted_at              timestamptz,
    approved_by               uuid,
    approved_at               timestamptz,
    sent_by                   uuid,
    sent_at                   timestamptz,
    first_sent_at             timestamptz,
    late                      boolean,
    accepted_by               uuid,
    accepted_at               timestamptz,
    return_reason             text,
    returned_figure_id        uuid,
    unique (round_id, organization_id)
);
create index report_organization on report (organization_id, report_id desc);
create index report_receiver on report (receiving_organization_id, state);

-- The figure that somebody chose for an indicator of the round; without a row, the matching figure of the period stands.
create table report_line (
    report_id    uuid not null references report,
    matching_key text not null,
    figure_id    uuid not null references figure,
    primary key (report_id, matching_key)
);
create index report_line_figure on report_line (figure_id);

-- Figures of a report that is not yet approved, one row per indicator of the round: live, until approval freezes them.
-- Without a figure the indicator is missing, or not yet due when all targets of the plan lie in later years.
create view live_report_figure as
select report.report_id, asked.position, asked.matching_key, asked.name, asked.unit,
    coalesce(figure.state, case when later.not_yet_due then 'NOT_YET_DUE' else 'MISSING' end) as state,
    figure.numerator, figure.denominator, figure.value, coalesce(figure.cumulative, false) as cumulative, figure.source,
    coalesce(figure.evidence_ids, '{}') as evidence_ids, figure.explanation,
    coalesce(figure.indicator_id, own.indicator_id) as indicator_id, figure.figure_id, figure.version as figure_version
from report
    join report_round round using (round_id)
    join round_indicator asked using (round_id)
    left join report_line line on line.report_id = report.report_id and line.matching_key = asked.matching_key
    left join figure on figure.figure_id = coalesce(line.figure_id, (
        select f.figure_id
        from indicator i join figure f using (indicator_id)
        where i.organization_id = report.organization_id and i.matching_key = asked.matching_key
            and f.period_start = round.period_start and f.period_end = round.period_end
        order by f.state = 'REPORTED' desc, i.plan_id desc nulls last, f.figure_id limit 1))
    left join lateral (
        select i.indicator_id from indicator i
        where i.organization_id = report.organization_id and i.matching_key = asked.matching_key
        order by i.plan_id desc nulls last, i.indicator_id limit 1) own on true
    left join lateral (
        select min(t.year) > extract(year from round.period_end) as not_yet_due
        from indicator_target t where t.indicator_id = own.indicator_id) later on true;

-- The figures of a version as they were approved; never changed afterwards.
create table report_figure (
    report_id      uuid    not null references report,
    version        int     not null,
    matching_key   text    not null,
    position       int     not null,
    name           text    not null,
    unit           text    not null,
    state          text    not null,
    numerator      numeric,
    denominator    numeric,
    value          numeric,
    cumulative     boolean not null,
    source         text,
    evidence_ids   uuid[]  not null,
    explanation    text,
    indicator_id   uuid,
    figure_id      uuid,
    figure_version int,
    primary key (report_id, version, matching_key)
);
create index report_figure_key on report_figure (matching_key);

-- The words of a version as they were approved.
create table report_snapshot (
    report_id   uuid        not null references report,
    version     int         not null,
    narrative   text        not null,
    nil_reason  text,
    approved_by uuid        not null,
    approved_at timestamptz not null,
    primary key (report_id, version)
);

create table report_decision (
    report_id  uuid        not null references report,
    position   int         not null,
    version    int         not null,
    action     text        not null,
    from_state text        not null,
    to_state   text        not null,
    decided_by uuid        not null,
    decided_at timestamptz not null,
    reason     text,
    figure_id  uuid,
    primary key (report_id, position)
);

-- Facts of the work, as task-service told them; what a report counts is computed from these rows.
create table task_fact (
    task_id         uuid primary key,
    organization_id uuid not null,
    plan_id         uuid,
    plan_item_id    uuid,
    parent_task_id  uuid,
    number          text,
    title           text,
    mode            text,
    state           text not null,
    lead_unit_id    uuid,
    schedule_kind   text,
    assigned_on     date,
    due_on          date,
    submitted_on    date,
    completed_on    date,
    summary         text
);
create index task_fact_organization on task_fact (organization_id, completed_on);

create table evidence_fact (
    evidence_id     uuid primary key,
    task_id         uuid not null,
    organization_id uuid not null,
    channel         text not null,
    content_hash    text not null,
    file_name       text,
    attached_on     date not null
);
create index evidence_fact_organization on evidence_fact (organization_id, attached_on);
