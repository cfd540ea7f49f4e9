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

-- An event takes effect once: the row is written in the transaction of the effect.
create table inbox (
    event_id    uuid        primary key,
    event_type  text        not null,
    received_at timestamptz not null
);
create index inbox_received_at on inbox (received_at);
