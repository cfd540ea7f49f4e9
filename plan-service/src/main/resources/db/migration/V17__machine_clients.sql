-- Programs that act for an organization, and their keys. No secret is here: the identity provider alone keeps them.
create table machine_client (
    id              uuid        primary key,
    organization_id uuid        not null,
    version         bigint      not null,
    name            text        not null,
    purpose         text        not null,
    contact_unit_id uuid,
    scopes          jsonb       not null,
    valid_to        date        not null,
    state           text        not null,
    created_by      uuid        not null,
    changed_at      timestamptz not null,
    constraint machine_client_state check (state in ('ACTIVE', 'DISABLED'))
);
create index machine_client_of_organization on machine_client (organization_id, name, id);

-- A key is a membership: its id is that of directory_membership.
create table machine_key (
    id             uuid        primary key,
    client_id      uuid        not null references machine_client on delete cascade,
    subject        text        unique,
    valid_from     date        not null,
    valid_to       date        not null,
    retire_on      date,
    secret_told_at timestamptz,
    secret_told_to uuid,
    revoked_at     timestamptz
);
create index machine_key_of_client on machine_key (client_id);

-- When the program last came with the key, roughly; told by the services, apart from what administrators change.
create table machine_key_use (
    key_id          uuid        primary key,
    organization_id uuid        not null,
    last_used_at    timestamptz not null
);
