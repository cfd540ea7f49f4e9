-- What a period's counts need besides the state: when the work began, when a request was answered, and when lateness begins.
alter table task_fact
    add column started_on  date,
    add column answered_on date,
    add column legal_end   date;

-- Facts from before: as far as they tell. On which day an earlier request was answered is not known any more.
update task_fact
set started_on = coalesce(
        (select min(attached_on) from evidence_fact where evidence_fact.task_id = task_fact.task_id),
        submitted_on, completed_on, assigned_on)
where state in ('IN_PROGRESS', 'RESULT_SUBMITTED', 'COMPLETED');
update task_fact
set legal_end = due_on + case extract(isodow from due_on) when 6 then 2 when 7 then 1 else 0 end
where due_on is not null;
