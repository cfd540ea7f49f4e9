-- To what a machine client is let in; people have none, and machine clients without any are let in nowhere.
alter table directory_membership add column scopes text[] not null default '{}';
-- Those that were here before may go on reading what they could read.
update directory_membership set scopes = '{reports:read,directory:read,plans:read,tasks:read}' where kind = 'MACHINE';

-- When a machine client was last seen by this service, to tell of it at most once an hour.
create table machine_use (
    membership_id   uuid        primary key,
    organization_id uuid        not null,
    used_at         timestamptz not null
);
