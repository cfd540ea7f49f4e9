-- A plan that is handed down: once for each organization below, as a draft of its own.
create table cascade_branch (
    id                     uuid        primary key,
    origin_plan_id         uuid        not null,
    origin_organization_id uuid        not null,
    organization_id        uuid        not null,
    -- the organizations through which it came down, from the top: none gets its own plan back
    lineage                uuid[]      not null,
    -- which items are taken over, and which kind of unit leads a task where the level above named one
    wanted                 jsonb       not null,
    handed_down_by         uuid        not null,
    handed_down_at         timestamptz not null,
    state                  text        not null,
    attempts               int         not null,
    next_attempt_at        timestamptz not null,
    plan_id                uuid        unique,
    -- version of the plan above to which the organization was last heard
    origin_edition         int         not null,
    -- what the level above sees of the plan below, as of this version of it
    plan_version           bigint,
    plan_state             text,
    plan_number            text,
    plan_promulgated_on    date,
    deviations             jsonb       not null default '[]',
    constraint cascade_branch_once unique (origin_plan_id, organization_id),
    constraint cascade_branch_state check (state in ('WAITING', 'DRAFTED', 'FAILED')),
    constraint cascade_branch_plan check ((state = 'DRAFTED') = (plan_id is not null))
);
create index cascade_branch_waiting on cascade_branch (next_attempt_at) where state = 'WAITING';
create index cascade_branch_of_organization on cascade_branch (organization_id);

-- Which item came of which, and what the item above said when the organization last decided about it.
create table cascade_item (
    branch_id      uuid  not null references cascade_branch on delete cascade,
    origin_item_id uuid  not null,
    item_id        uuid,
    -- false for what the level above kept for itself
    chosen         boolean not null,
    content        jsonb not null,
    primary key (branch_id, origin_item_id)
);

-- A later change above, for the organization below to accept or refuse.
create table cascade_proposal (
    id                     uuid        primary key,
    branch_id              uuid        not null references cascade_branch on delete cascade,
    plan_id                uuid        not null,
    organization_id        uuid        not null,
    origin_organization_id uuid        not null,
    from_edition           int         not null,
    to_edition             int         not null,
    changes                jsonb       not null,
    state                  text        not null,
    made_at                timestamptz not null,
    decided_by             uuid,
    decided_at             timestamptz,
    reason                 text,
    constraint cascade_proposal_state check (state in ('OPEN', 'ACCEPTED', 'REFUSED', 'OUTDATED')),
    constraint cascade_proposal_decided check ((state in ('ACCEPTED', 'REFUSED')) = (decided_by is not null))
);
create index cascade_proposal_of_plan on cascade_proposal (plan_id, made_at, id);
-- One question at a time: a newer change takes the place of one that nobody answered.
create unique index cascade_proposal_open on cascade_proposal (branch_id) where state = 'OPEN';
