-- Set when a calendar changed: the dates and reminders of the duty are computed again, some duties at a time.
alter table duty add column replan boolean not null default false;
create index duty_replan on duty (subject_id) where replan;
