-- A task concerns who gave it, who received it, and whose unit contributes. The last is looked up with the owner's eyes: the
-- policy of the duties asks for the task in turn, and neither could be answered first.
create or replace function acting_contributes(task uuid) returns boolean language sql stable security definer
    set search_path = public as $$
    select exists (select from coordinating_duty duty
                   where duty.task_id = task and duty.receiving_organization_id = acting_organization())
$$;

call wall_around('task', 'organization_id = (select acting_organization())
    or receiving_organization_id = (select acting_organization())
    or acting_contributes(id)');
call written_in_own_name('task');
call wall_around('coordinating_duty', 'receiving_organization_id = (select acting_organization())
    or exists (select from task where task.id = coordinating_duty.task_id)');
-- Who gives a part out decides who has one: a part of one's own making would open the task.
drop policy if exists given_out on coordinating_duty;
create policy given_out on coordinating_duty as restrictive for insert
    with check ((select acting_in_background()) or exists (select from task where task.id = coordinating_duty.task_id));
call wall_around('task_history', 'exists (select from task where task.id = task_history.task_id)');
call wall_around('evidence', 'exists (select from task where task.id = evidence.task_id)');
call wall_around('recurrence', 'exists (select from task where task.id = recurrence.task_id)');
call wall_around('promulgated_plan', 'organization_id = (select acting_organization())
    or exists (select from task where task.plan_id = promulgated_plan.plan_id)');
call wall_around('ended_plan', 'organization_id = (select acting_organization())');
