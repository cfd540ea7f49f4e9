-- What the identity provider has to be told. One row a thing: "wanted" counts its changes, "done" says up to which of them the
-- provider is equal to the directory. organization_id names whose administrators answer for it.
create table provisioning (
    kind            text        not null,
    thing_id        uuid        not null,
    organization_id uuid        not null,
    wanted          bigint      not null,
    done            bigint      not null,
    attempts        int         not null,
    next_attempt_at timestamptz not null,
    leased_until    timestamptz,
    last_problem    text,
    primary key (kind, thing_id),
    constraint provisioning_done check (done <= wanted)
);
create index provisioning_due on provisioning (next_attempt_at) where done < wanted;
