-- Last day that is not late: where the last day is a day off, the next working day.
alter table task add column due_legal_end date;

-- What was given before keeps its last day until its calendar is told again.
update task set due_legal_end = due_last_day where due_legal_end is null;

alter table task add constraint task_legal_end check ((due_date is null) = (due_legal_end is null));
