-- What the other services published, as far as a plan needs to know it. Each part of a row names the event that it was taken from:
-- what comes late, or twice, is older than what is known, and changes nothing. A part that was not told yet is empty.
create table published_task (
    task_id                   uuid   primary key,
    organization_id           uuid   not null,
    plan_id                   uuid,
    item_id                   uuid,
    parent_task_id            uuid,
    occurrence_on             date,
    number                    text,
    title                     text,
    mode                      text,
    lead_unit_id              uuid,
    coordinating_unit_ids     uuid[] not null default '{}',
    receiving_organization_id uuid,
    due_on                    date,
    bound                     text,
    last_day                  date,
    last_safe_day             date,
    legal_end                 date,
    calendar_version          text,
    told_by                   uuid,
    state                     text,
    state_told_by             uuid,
    assignee_id               uuid,
    assignee_told_by          uuid,
    constraint published_task_told_whole check ((told_by is null) = (mode is null))
);
create index published_task_of_plan on published_task (plan_id) where plan_id is not null;

create table published_duty (
    duty_id                   uuid    primary key,
    organization_id           uuid    not null,
    plan_id                   uuid,
    obligation_id             uuid,
    unit_id                   uuid,
    receiving_organization_id uuid,
    period                    text,
    period_start              date,
    period_end                date,
    due_on                    date,
    bound                     text,
    last_day                  date,
    last_safe_day             date,
    legal_end                 date,
    calendar_version          text,
    told_by                   uuid,
    withdrawn                 boolean not null default false,
    withdrawn_told_by         uuid,
    sent                      boolean not null default false,
    fulfilled                 boolean not null default false,
    fulfilled_told_by         uuid,
    constraint published_duty_told_whole check ((told_by is null) = (due_on is null))
);
create index published_duty_of_plan on published_duty (plan_id) where plan_id is not null;

create table published_reminder_policy (
    organization_id uuid  primary key,
    version         int   not null,
    rungs           int[] not null
);
