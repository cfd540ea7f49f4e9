-- A duty that its plan took back stays closed, whatever comes late of a report on it, until it is scheduled again.
-- One dated day of a recurring task is announced with the task, and so are its changes.
alter table duty
    add column withdrawn  boolean not null default false,
    add column occurrence boolean not null default false;

-- When a ladder was told last: null for those that were set before policies were told.
alter table reminder_policy add column told_at timestamptz;
