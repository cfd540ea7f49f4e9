-- An event leaves only if the change that caused it was committed: the row is written in the same transaction.
create table outbox (
    position     bigint generated always as identity primary key,
    event_id     uuid        not null unique,
    topic        text        not null,
    aggregate_id uuid        not null,
    event_type   text        not null,
    envelope     text        not null,
    recorded_at  timestamptz not null
);

create function outbox_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end $$;

create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();

-- What the broker will never take (too large, for example): set aside with its reason, so that the others go on.
create table outbox_refused (
    position     bigint primary key,
    event_id     uuid        not null,
    topic        text        not null,
    aggregate_id uuid        not null,
    event_type   text        not null,
    envelope     text        not null,
    recorded_at  timestamptz not null,
    reason       text        not null
);

-- An event takes effect once: the row is written in the transaction of the effect. Rows stay as long as the topics do, which
-- is for ever: a consumer that reads its topic again from the beginning repeats nothing.
create table inbox (
    event_id    uuid        primary key,
    event_type  text        not null,
    received_at timestamptz not null
);
