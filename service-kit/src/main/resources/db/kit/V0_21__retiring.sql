-- Who still calls an endpoint that will go away.
create table retiring_use (
    organization_id uuid not null,
    operation       text not null,
    subject         text not null,
    sunset          date not null,
    first_used_on   date not null,
    last_used_on    date not null,
    primary key (organization_id, operation, subject)
);
