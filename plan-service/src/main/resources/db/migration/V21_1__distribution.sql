-- Whom a line of "Nơi nhận" means, where a person said so before the plan was issued.
create table recipient_choice (
    plan_id          uuid        not null references plan on delete cascade,
    line             int         not null,
    organization_id  uuid        not null,
    unit_ids         uuid[]      not null,
    organization_ids uuid[]      not null,
    chosen_by        uuid        not null,
    chosen_at        timestamptz not null,
    primary key (plan_id, line)
);

-- A document that was issued and sent, as those to whom it was sent may know it. Its words stay with the plan.
create table distributed_document (
    id              uuid        primary key,
    organization_id uuid        not null,
    plan_id         uuid        not null references plan deferrable initially deferred,
    issuer          text        not null,
    document_type   text        not null,
    number          text,
    symbol          text,
    issued_on       date        not null,
    subject         text,
    sent_at         timestamptz not null
);
create index distributed_document_of_plan on distributed_document (plan_id, sent_at);

-- The lines of its "Nơi nhận", as written.
create table distributed_line (
    document_id     uuid    not null references distributed_document on delete cascade,
    line            int     not null,
    organization_id uuid    not null,
    words           text    not null,
    note            text,
    archive         boolean not null,
    chosen          boolean not null,
    unresolved      text[]  not null,
    primary key (document_id, line)
);

-- To whom it was sent, once each. register_by: the last day on which it is registered as incoming (Decree 30/2020/NĐ-CP, Article 22).
create table distributed_recipient (
    id                        uuid        primary key,
    document_id               uuid        not null references distributed_document on delete cascade,
    line                      int         not null,
    position                  int         not null,
    organization_id           uuid        not null,
    receiving_organization_id uuid        not null,
    receiving_unit_id         uuid,
    name                      text        not null,
    sent_at                   timestamptz not null,
    register_by               date        not null,
    received_at               timestamptz,
    received_by               uuid,
    opened_at                 timestamptz,
    opened_by                 uuid,
    constraint distributed_recipient_once unique nulls not distinct (document_id, receiving_organization_id, receiving_unit_id),
    constraint distributed_recipient_opened_is_received check (opened_at is null or received_at is not null)
);
create index distributed_recipient_of_receiver on distributed_recipient (receiving_organization_id, sent_at desc, id desc);
create index distributed_recipient_of_line on distributed_recipient (document_id, line, position);
