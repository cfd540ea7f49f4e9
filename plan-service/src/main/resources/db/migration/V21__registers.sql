-- The registers of an organization (sổ đăng ký văn bản đi): one row for each register and year. It is the counter, and is locked by
-- whoever takes a number, until they commit: a rollback gives the number back. Numbers begin anew on 1 January (Decree 30/2020/NĐ-CP,
-- Article 15).
create table register (
    organization_id uuid not null,
    year            int  not null,
    code            text not null,
    opening_number  int,
    last_number     int  not null,
    primary key (organization_id, year, code),
    constraint register_opening check (opening_number > 0 and last_number >= opening_number - 1),
    constraint register_last check (last_number >= 0)
);

-- Which document types share a register, from a year on. A type without a row has a register of its own, named like the type.
create table register_cut (
    organization_id uuid not null,
    document_type   text not null,
    from_year       int  not null,
    code            text not null,
    primary key (organization_id, document_type, from_year)
);

-- What stands in the registers: plans as they are issued, and documents that were issued outside of this system.
create table register_entry (
    id              uuid        primary key,
    organization_id uuid        not null,
    year            int         not null,
    code            text        not null,
    number          int         not null,
    suffix          text        not null,
    document_type   text        not null,
    symbol          text,
    issued_on       date        not null,
    subject         text,
    signer          text,
    note            text,
    plan_id         uuid        references plan deferrable initially deferred,
    entered_by      uuid        not null,
    entered_at      timestamptz not null,
    constraint register_entry_number check (number > 0 and suffix ~ '^[a-z]?$'),
    constraint register_entry_of_its_year check (extract(year from issued_on) = year),
    constraint register_number_once unique (organization_id, year, code, number, suffix)
);
create index register_entry_of_type on register_entry (organization_id, document_type, year);
create unique index register_entry_of_plan on register_entry (plan_id) where plan_id is not null;

-- Plans that were issued before there were registers stand in that of their type; numbers left out then stay out.
insert into register_entry (id, organization_id, year, code, number, suffix, document_type, symbol, issued_on, subject, plan_id,
    entered_by, entered_at)
select gen_random_uuid(), organization_id, register_year, document_type, substring(registered_number from '^\d+')::int,
    lower(coalesce(substring(registered_number from '[a-zA-Z]$'), '')), document_type, registered_symbol, promulgated_on, subject, id,
    coalesce(promulgated_by, drafted_by), changed_at
from plan where registered_number is not null
on conflict do nothing;
insert into register (organization_id, year, code, opening_number, last_number)
select organization_id, year, code, min(number), max(number) from register_entry group by organization_id, year, code;
