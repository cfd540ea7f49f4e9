-- A plan, its content and its source belong to the organization that drafts it.
call wall_around('plan', 'organization_id = (select acting_organization())');
call wall_around('plan_task', 'exists (select from plan where plan.id = plan_task.plan_id)');
call wall_around('plan_indicator', 'exists (select from plan where plan.id = plan_indicator.plan_id)');
call wall_around('plan_unit_duty', 'exists (select from plan where plan.id = plan_unit_duty.plan_id)');
call wall_around('plan_report_obligation', 'exists (select from plan where plan.id = plan_report_obligation.plan_id)');
call wall_around('plan_question', 'exists (select from plan where plan.id = plan_question.plan_id)');
call wall_around('plan_decision', 'exists (select from plan where plan.id = plan_decision.plan_id)');
call wall_around('plan_source', 'exists (select from plan where plan.id = plan_source.plan_id)');

-- Why the past of an organization or a unit was corrected: for those responsible for it.
call wall_around('directory_correction', 'subject_id in (select acting_scope()) or exists (select from directory_unit
    where unit_id = subject_id and organization_id in (select acting_scope()))',
    'acting_manages(subject_id) or exists (select from directory_unit where unit_id = subject_id and acting_manages(organization_id))');

-- What the identity provider still has to be told: for those responsible. People move between organizations: for whoever sees them.
call wall_around('provisioning', 'case kind when ''PERSON'' then exists (select from person where person_id = thing_id)
    else organization_id in (select acting_scope()) end');

-- Programs belong to the organization for which they act, and to those responsible for it.
call wall_around('machine_client', 'organization_id in (select acting_scope())');
call wall_around('machine_key', 'exists (select from machine_client where machine_client.id = machine_key.client_id)');
call wall_around('machine_key_use', 'organization_id in (select acting_scope())');
-- People and their delegations: for the organizations of one of their posts, and those above.
call wall_around('person', 'exists (select from directory_membership post where post.person_id = person.person_id
    and post.organization_id in (select acting_scope()))');
call wall_around('person_disabled_membership', 'exists (select from directory_membership post
    where post.membership_id = person_disabled_membership.membership_id
    and post.organization_id in (select acting_scope()))');
call wall_around('delegation', 'organization_id in (select acting_scope())');

-- Registers are each organization's own.
call wall_around('register', 'organization_id = (select acting_organization())');
call wall_around('register_cut', 'organization_id = (select acting_organization())');
call wall_around('register_entry', 'organization_id = (select acting_organization())');
-- What is handed down concerns the organization above and the one below; the items are the organization's own business.
call wall_around('cascade_branch', 'organization_id = (select acting_organization())
    or origin_organization_id = (select acting_organization())');
call wall_around('cascade_item', 'exists (select from cascade_branch where cascade_branch.id = cascade_item.branch_id)');
call wall_around('cascade_proposal', 'organization_id = (select acting_organization())
    or origin_organization_id = (select acting_organization())');

-- That a plan was issued, and on what, is known to those above; what it says is not.
call wall_around('issued_plan', 'organization_id in (select acting_scope())', 'organization_id = (select acting_organization())');
-- What became of a table of days: for those whose days it decides or decided. A state is added and stays as it is.
call wall_around('calendar_version', 'organization_id = ''00000000-0000-0000-0000-000000000000''
    or organization_id in (select acting_circle())', 'organization_id = (select acting_organization())');
revoke update, delete on calendar_version from "${application_role}";
call wall_around('calendar_keeper', 'organization_id = (select acting_organization())', 'false');

-- The days of the whole country are changed by their keeper.
do $$
declare
    target text;
begin
    foreach target in array array['calendar_version', 'directory_calendar', 'directory_calendar_day'] loop
        execute format('drop policy if exists keeper on %I', target);
        execute format('create policy keeper on %I
            using (organization_id = ''00000000-0000-0000-0000-000000000000'' and (select acting_keeps_the_country()))', target);
    end loop;
end $$;
-- Versions of a plan, and what the other services published of it.
call wall_around('plan_version', 'organization_id = (select acting_organization())');
call wall_around('plan_item_validity', 'exists (select from plan where plan.id = plan_item_validity.plan_id)');
call wall_around('published_task', 'organization_id = (select acting_organization())');
call wall_around('published_duty', 'organization_id = (select acting_organization())');
call wall_around('published_reminder_policy', 'organization_id = (select acting_organization())');

-- A document that was sent concerns who sent it and each of those who got it, who also read the words of the plan. Only the issuer sends, and
-- only the issuer sees who else got it.
call wall_around('recipient_choice', 'organization_id = (select acting_organization())');
call wall_around('distributed_recipient', 'organization_id = (select acting_organization())
    or receiving_organization_id = (select acting_organization())');
call wall_around('distributed_document', 'organization_id = (select acting_organization())
    or exists (select from distributed_recipient recipient where recipient.document_id = distributed_document.id
        and recipient.receiving_organization_id = (select acting_organization()))',
    'organization_id = (select acting_organization())');
call wall_around('distributed_line', 'organization_id = (select acting_organization())');
call written_in_own_name('distributed_recipient');
drop policy if exists sent on plan_source;
create policy sent on plan_source for select using (exists (
    select from distributed_recipient recipient join distributed_document document on document.id = recipient.document_id
    where document.plan_id = plan_source.plan_id and recipient.receiving_organization_id = (select acting_organization())));
