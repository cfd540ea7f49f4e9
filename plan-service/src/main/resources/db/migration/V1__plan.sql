-- A plan: its head, and the reading of its document, which people complete before it is signed.
create table plan (
    id                uuid        primary key,
    organization_id   uuid        not null,
    version           bigint      not null,
    edition           int         not null,
    state             text        not null,
    document_type     text        not null,
    subject           text,
    reading           jsonb       not null,
    source_hash       text        not null,
    registered_number text,
    registered_symbol text,
    register_year     int,
    promulgated_on    date,
    starts_on         date,
    ends_on           date,
    signing_mode      text,
    submitted_by      uuid,
    approved_by       uuid,
    promulgated_by    uuid,
    drafted_by        uuid        not null,
    drafted_at        timestamptz not null,
    changed_at        timestamptz not null,
    constraint plan_state check (state in ('DRAFT', 'CONSULTING', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PROMULGATED',
        'IN_EXECUTION', 'REPLACED', 'REVOKED', 'CLOSED')),
    constraint plan_number_has_year check ((registered_number is null) or (register_year is not null)),
    constraint plan_promulgated_is_dated check (state not in ('PROMULGATED', 'IN_EXECUTION') or promulgated_on is not null)
);
-- Numbers run per year in each register (Decree 30/2020/NĐ-CP, Article 15).
create unique index plan_number_in_register
    on plan (organization_id, document_type, register_year, registered_number) where registered_number is not null;
create index plan_of_organization on plan (organization_id, drafted_at desc, id desc);
create index plan_of_source on plan (organization_id, source_hash);

create table plan_task (
    id                     uuid          primary key,
    plan_id                uuid          not null references plan on delete cascade,
    position               int           not null,
    number                 text,
    title                  text          not null,
    body                   text          not null,
    heading                text,
    mode                   text          not null,
    lead_words             text,
    lead_unit_id           uuid,
    coordinating           jsonb         not null,
    implementing           jsonb         not null,
    schedule               jsonb,
    schedule_words         text,
    product                text,
    from_duty_id           uuid,
    source                 jsonb         not null,
    confidence             double precision not null,
    constraint plan_task_mode check (mode in ('ASSIGN', 'REQUEST'))
);
create index plan_task_of_plan on plan_task (plan_id, position);
-- One duty becomes one task, also when two people decide at once.
create unique index plan_task_from_duty on plan_task (from_duty_id) where from_duty_id is not null;

create table plan_indicator (
    id          uuid          primary key,
    plan_id     uuid          not null references plan on delete cascade,
    position    int           not null,
    name        text          not null,
    unit        text,
    numerator   text,
    denominator text,
    content     boolean       not null,
    targets     jsonb         not null,
    source      jsonb         not null,
    confidence  double precision not null
);
create index plan_indicator_of_plan on plan_indicator (plan_id, position);

create table plan_unit_duty (
    id           uuid          primary key,
    plan_id      uuid          not null references plan on delete cascade,
    position     int           not null,
    number       text,
    words        text          not null,
    units        jsonb         not null,
    mode         text          not null,
    overall_lead boolean       not null,
    duties       jsonb         not null,
    source       jsonb         not null,
    confidence   double precision not null
);
create index plan_unit_duty_of_plan on plan_unit_duty (plan_id, position);

create table plan_report_obligation (
    id                        uuid          primary key,
    plan_id                   uuid          not null references plan on delete cascade,
    position                  int           not null,
    kind                      text          not null,
    frequency                 text          not null,
    due                       jsonb         not null,
    from_words                text,
    from_unit_id              uuid,
    to_words                  jsonb         not null,
    receiving_organization_id uuid,
    receiver_outside          boolean       not null,
    via_words                 text,
    via_unit_id               uuid,
    onward_to                 jsonb         not null,
    tracked                   boolean       not null,
    words                     text          not null,
    source                    jsonb         not null,
    confidence                double precision not null
);
create index plan_report_obligation_of_plan on plan_report_obligation (plan_id, position);

create table plan_question (
    id          uuid        primary key,
    plan_id     uuid        not null references plan on delete cascade,
    position    int         not null,
    code        text        not null,
    subject_id  uuid,
    words       text,
    field       text        not null,
    question    text        not null,
    candidates  jsonb       not null,
    answer      jsonb,
    answered_by uuid,
    answered_at timestamptz
);
create index plan_question_of_plan on plan_question (plan_id, position);

-- Who did what to a plan, when and why. Rows are only added.
create table plan_decision (
    id          uuid        primary key,
    plan_id     uuid        not null references plan on delete cascade,
    action      text        not null,
    from_state  text,
    to_state    text        not null,
    person_id   uuid        not null,
    decided_at  timestamptz not null,
    subject_id  uuid,
    reason      text,
    details     jsonb       not null
);
create index plan_decision_of_plan on plan_decision (plan_id, decided_at, id);

-- The text to which all spans of the reading refer; the uploaded file itself lies in the data folder under its hash.
create table plan_source (
    plan_id      uuid   primary key references plan on delete cascade,
    content_hash text   not null,
    file_name    text,
    format       text   not null,
    bytes        bigint not null,
    content      text   not null
);
