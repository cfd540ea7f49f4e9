-- The first answer to a request that its sender may repeat. A row without an answer is a request that runs; it is given up when
-- leased_until has passed, since its process must have died. Moments are the database's own, which all processes share.
create table idempotency_key (
    organization_id uuid        not null,
    subject         text        not null,
    method          text        not null,
    path            text        not null,
    key             text        not null,
    fingerprint     text        not null,
    lease           uuid        not null,
    leased_until    timestamptz not null,
    created_at      timestamptz not null default now(),
    status          integer,
    headers         jsonb,
    body            bytea,
    primary key (organization_id, subject, method, path, key)
);

create index idempotency_key_by_age on idempotency_key (created_at);
