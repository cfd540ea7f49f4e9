-- What this service needs to know of a promulgated plan; its tasks are created once, with this row.
create table promulgated_plan (
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

create table task (
    id                        uuid        primary key,
    version                   bigint      not null,
    organization_id           uuid        not null,
    plan_id                   uuid        references promulgated_plan,
    plan_item_id              uuid,
    parent_task_id            uuid        references task,
    occurrence_on             date,
    number                    text,
    title                     text        not null,
    product                   text,
    excerpt                   text,
    source                    text,
    mode                      text        not null,
    state                     text        not null,
    lead_unit_id              uuid        not null,
    receiving_organization_id uuid,
    coordinating_as_written   text[]      not null,
    schedule_kind             text        not null,
    schedule_from             date,
    schedule_to               date,
    schedule_bound            text,
    schedule_yearly_days      text        not null,
    schedule_words            text        not null,
    due_date                  date,
    due_bound                 text,
    due_last_day              date,
    due_last_safe_day         date,
    due_calendar_version      text,
    plan_ends_on              date,
    assignee_id               uuid,
    evidence_count            int         not null,
    progress_count            int         not null,
    coordinating_done         int         not null,
    result_summary            text,
    submitted_on              date,
    submitted_by              uuid,
    completed_on              date,
    assigned_by               uuid        not null,
    assigned_at               timestamptz not null,
    -- tasks without a deadline come last
    sort_on                   date        generated always as (coalesce(due_last_day, date '9999-12-31')) stored,
    constraint task_mode check (mode in ('ASSIGN', 'REQUEST')),
    constraint task_of_a_plan check ((plan_id is null) = (plan_item_id is null)),
    constraint task_occurrence check ((occurrence_on is null) = (parent_task_id is null)),
    constraint task_deadline check ((due_date is null) = (due_last_day is null)
        and (due_date is null) = (due_bound is null)
        and (due_date is null) = (due_last_safe_day is null)
        and (due_date is null) = (due_calendar_version is null)),
    constraint task_result check ((submitted_on is null) = (submitted_by is null))
);

-- The natural key of what comes from a plan: one task per item, and one per item and day. Also finds the tasks of a plan.
create unique index task_of_plan_item on task (plan_id, plan_item_id, occurrence_on) nulls not distinct
    where plan_id is not null;
create index task_soonest on task (organization_id, sort_on, id);
create index task_soonest_of_unit on task (organization_id, lead_unit_id, sort_on, id);
create index task_soonest_of_assignee on task (organization_id, assignee_id, sort_on, id) where assignee_id is not null;
create index task_soonest_received on task (receiving_organization_id, sort_on, id)
    where receiving_organization_id is not null;
create index task_lead_unit on task (lead_unit_id) where receiving_organization_id is null;
create index task_parent on task (parent_task_id, occurrence_on) where parent_task_id is not null;

-- Each coordinating unit has its own part, and its own "done".
create table coordinating_duty (
    task_id                   uuid not null references task,
    unit_id                   uuid not null,
    receiving_organization_id uuid,
    done_on                   date,
    done_by                   uuid,
    note                      text,
    primary key (task_id, unit_id),
    constraint coordinating_duty_done check ((done_on is null) = (done_by is null))
);
create index coordinating_duty_unit on coordinating_duty (unit_id);
create index coordinating_duty_received on coordinating_duty (receiving_organization_id)
    where receiving_organization_id is not null;

-- Who did what, when, why, with the value before and after. Only ever added to.
create table task_history (
    id             uuid        primary key,
    task_id        uuid        not null references task,
    at             timestamptz not null,
    person_id      uuid        not null,
    unit_id        uuid,
    action         text        not null,
    previous_state text,
    state          text        not null,
    reason         text,
    old_value      text,
    new_value      text
);
create index task_history_task on task_history (task_id, id);

-- Proof of work. The file lies in the data folder under its hash.
create table evidence (
    id              uuid        primary key,
    task_id         uuid        not null references task,
    content_hash    text        not null,
    file_name       text        not null,
    content_type    text        not null,
    bytes           bigint      not null,
    channel         text        not null,
    taken_at        timestamptz,
    place           text,
    note            text,
    attached_by     uuid        not null,
    attached_at     timestamptz not null,
    unique (task_id, content_hash)
);

-- Yearly days of a recurring task whose occurrences are created ahead; a row is claimed when it is time to look again.
create table recurrence (
    task_id       uuid primary key references task,
    created_until date not null,
    ends_on       date not null,
    look_again_on date
);
create index recurrence_due on recurrence (look_again_on) where look_again_on is not null;
