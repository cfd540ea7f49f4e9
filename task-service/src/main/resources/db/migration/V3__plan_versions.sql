-- The newest version of a plan that its tasks follow, with its items as they were told.
alter table promulgated_plan add column items jsonb not null default '[]';
alter table promulgated_plan add column in_force_from date;
update promulgated_plan set in_force_from = promulgated_on;
alter table promulgated_plan alter column in_force_from set not null;

-- Which version of its plan a task follows; what is done stays with the one under which it was done.
alter table task add column plan_version int;
update task set plan_version = plan.version from promulgated_plan plan where plan.plan_id = task.plan_id;
alter table task add constraint task_plan_version check ((plan_id is null) = (plan_version is null));

-- The items of plans that were told before this migration, as far as their tasks tell them. A leader may have moved a task since:
-- what its item said is in the history.
update promulgated_plan plan set items = told.items
from (select task.plan_id,
             jsonb_agg(jsonb_build_object(
                 'itemId', task.plan_item_id,
                 'number', task.number,
                 'title', task.title,
                 'mode', task.mode,
                 'leadUnitId', coalesce(
                     (select cast(history.old_value as uuid) from task_history history
                      where history.task_id = task.id and history.action = 'reassign'
                      order by history.at, history.id limit 1),
                     task.lead_unit_id),
                 'coordinatingUnitIds', coalesce(
                     (select jsonb_agg(duty.unit_id order by duty.unit_id) from coordinating_duty duty
                      where duty.task_id = task.id),
                     '[]'),
                 'coordinatingAsWritten', to_jsonb(task.coordinating_as_written),
                 'schedule', jsonb_build_object(
                     'kind', task.schedule_kind,
                     'from', task.schedule_from,
                     'to', task.schedule_to,
                     'bound', task.schedule_bound,
                     'yearlyDays', cast(task.schedule_yearly_days as jsonb),
                     'words', task.schedule_words),
                 'product', task.product,
                 'excerpt', task.excerpt) order by task.id) as items
      from task where task.plan_id is not null and task.parent_task_id is null group by task.plan_id) told
where told.plan_id = plan.plan_id;

-- A task that was called off stays, and another may stand in its place.
drop index task_of_plan_item;
create unique index task_of_plan_item on task (plan_id, plan_item_id, occurrence_on) nulls not distinct
    where plan_id is not null and state <> 'CANCELLED';
create index task_of_plan on task (plan_id, plan_item_id) where plan_id is not null;

-- Plans that are over, also those whose end was told before a version of them.
create table ended_plan (
    plan_id         uuid primary key,
    organization_id uuid not null,
    version         int  not null,
    ended_on        date not null
);
