-- What somebody has to do, as far as reminding needs to know it: a task, or a dated duty to report.
create table duty (
    subject_type              text    not null check (subject_type in ('TASK', 'REPORT_DUTY')),
    subject_id                uuid    not null,
    organization_id           uuid    not null,
    receiving_organization_id uuid,
    unit_id                   uuid    not null,
    assignee_id               uuid,
    number                    text,
    title                     text    not null,
    requested                 boolean not null,
    -- The three dates are null when the duty has no deadline.
    last_day                  date,
    last_safe_day             date,
    calendar_version          text,
    -- What came of it; reminders go out only while it is open.
    open                      boolean not null default true,
    primary key (subject_type, subject_id),
    check ((last_day is null) = (last_safe_day is null))
);
create index duty_open on duty (organization_id) where open and last_day is not null;

-- One rung of the ladder of one duty. The key is what makes a reminder go out once.
create table reminder (
    subject_type text not null,
    subject_id   uuid not null,
    rung         int  not null,
    fires_on     date not null,
    state        text not null check (state in ('PLANNED', 'FIRED', 'COLLAPSED', 'CANCELLED')),
    fired_at     timestamptz,
    primary key (subject_type, subject_id, rung),
    foreign key (subject_type, subject_id) references duty
);
create index reminder_due on reminder (fires_on) where state = 'PLANNED';

-- One message for one person. The occasion (the rung, or the event) makes it unique.
create table notice (
    notice_id       uuid primary key,
    organization_id uuid        not null,
    recipient_id    uuid        not null,
    kind            text        not null,
    subject_type    text        not null,
    subject_id      uuid        not null,
    occasion        text        not null,
    template        text        not null,
    title           text        not null,
    body            text        not null,
    created_at      timestamptz not null,
    read_at         timestamptz,
    acknowledged_at timestamptz,
    unique (recipient_id, subject_type, subject_id, kind, occasion)
);
create index notice_inbox on notice (organization_id, recipient_id, created_at desc, notice_id desc);
create index notice_unread on notice (organization_id, recipient_id) where read_at is null;
create index notice_subject on notice (subject_type, subject_id);

-- The way of one message through one channel.
create table delivery (
    delivery_id     uuid primary key,
    notice_id       uuid        not null references notice,
    channel         text        not null check (channel in ('IN_APP', 'EMAIL')),
    address         text,
    state           text        not null check (state in ('QUEUED', 'ATTEMPTED', 'HANDED_OVER', 'GIVEN_UP', 'SKIPPED')),
    reason          text,
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    handed_over_at  timestamptz,
    unique (notice_id, channel)
);
create index delivery_waiting on delivery (next_attempt_at) where state in ('QUEUED', 'ATTEMPTED');

-- The ladder of an organization: working days before (negative) and after (positive) the last safe day.
create table reminder_policy (
    organization_id uuid primary key,
    rungs           int[]       not null,
    changed_by      uuid        not null,
    changed_at      timestamptz not null,
    version         int         not null
);
