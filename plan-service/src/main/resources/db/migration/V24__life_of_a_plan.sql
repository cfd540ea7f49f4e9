-- The whole life of a plan: opinions on the draft, how it was issued on paper, how it ends.
alter table plan
    add column consultation jsonb,
    -- False when the document gives no date: then promulgated_on is the last day that it leaves possible.
    add column dated        boolean not null default true,
    add column replaced_by  uuid,
    -- First day on which it does not hold any more.
    add column ended_on     date,
    drop constraint plan_promulgated_is_dated,
    add constraint plan_promulgated_is_dated check (promulgated_on is not null
        or state not in ('PROMULGATED', 'IN_EXECUTION', 'REPLACED', 'REVOKED', 'CLOSED')),
    add constraint plan_ended_has_a_day check ((ended_on is not null) = (state in ('REPLACED', 'REVOKED', 'CLOSED'))),
    add constraint plan_replaced_names_its_successor check ((replaced_by is not null) = (state = 'REPLACED'));
-- What begins by itself on its first day.
create index plan_to_start on plan (starts_on) where state = 'PROMULGATED';

-- Nobody did it when it was time; else on whose behalf, out of which unit, and by which document.
alter table plan_decision
    alter column person_id drop not null,
    add column on_behalf_of uuid,
    add column unit_id      uuid,
    add column document     jsonb;

-- What units think of a draft. Rows are only added: the last word of a unit counts.
create table plan_opinion (
    opinion_id   uuid        primary key,
    plan_id      uuid        not null references plan on delete cascade,
    unit_id      uuid        not null,
    agrees       boolean     not null,
    body         text,
    items        jsonb       not null,
    plan_version bigint      not null,
    given_by     uuid        not null,
    on_behalf_of uuid,
    given_at     timestamptz not null,
    in_time      boolean     not null,
    constraint plan_opinion_objects_in_words check (agrees or body is not null or items <> '[]'::jsonb)
);
create index plan_opinion_of_plan on plan_opinion (plan_id, given_at, opinion_id);
