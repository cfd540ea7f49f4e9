-- How many requests a client of an organization may send, where that was set apart from what holds for all. Told by plan-service.
create table directory_quota (
    organization_id uuid not null,
    quota_class     text not null,
    per_minute      int  not null check (per_minute > 0),
    primary key (organization_id, quota_class)
);
