-- Who changed what, for each organization, so that nobody can change the past without being noticed (docs/guides/audit.md).

-- Written in the transaction of the change, without knowing its place yet: to know it, all writers of an organization would
-- have to wait for each other. The sealer gives the places shortly after.
create table audit_waiting (
    position        bigint generated always as identity primary key,
    entry_id        uuid  not null unique,
    organization_id uuid  not null,
    content         text  not null,
    command_salt    bytea not null
);

-- The chain: one per organization, without gaps. The canonical text is what counts; the columns beside it are for searching.
create table audit_entry (
    organization_id uuid        not null,
    sequence        bigint      not null check (sequence > 0),
    entry_id        uuid        not null unique,
    recorded_at     timestamptz not null,
    actor_id        uuid,
    subject_ids     uuid[]      not null,
    canonical       text        not null,
    hash            text        not null,
    command_salt    bytea       not null,
    primary key (organization_id, sequence)
);
create index audit_entry_actor on audit_entry (organization_id, actor_id, sequence);
create index audit_entry_subject on audit_entry using gin (subject_ids);

create function audit_refuses_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit of an organization is only ever added to';
end $$;

create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function audit_refuses_change();
create trigger audit_entry_is_not_emptied before truncate on audit_entry
    for each statement execute function audit_refuses_change();
create trigger audit_waiting_stays before update on audit_waiting
    for each row execute function audit_refuses_change();
create trigger audit_waiting_is_not_emptied before truncate on audit_waiting
    for each statement execute function audit_refuses_change();

-- What waits goes away only into the chain.
create function audit_waits_for_its_seal() returns trigger language plpgsql as $$
begin
    if not exists (select from audit_entry where entry_id = old.entry_id) then
        raise exception 'Entry % of the audit is not sealed yet', old.entry_id;
    end if;
    return old;
end $$;

create trigger audit_waiting_waits before delete on audit_waiting
    for each row execute function audit_waits_for_its_seal();
