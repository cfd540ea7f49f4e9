-- A report concerns who writes it and who receives it; what it is made of can be traced by both. Views ask as their caller.
alter view live_report_figure set (security_invoker = true);
alter view report_claim set (security_invoker = true);
alter view named_indicator set (security_invoker = true);

-- Looked up with the owner's eyes, because the policies of rounds and reports would ask for each other.
create or replace function acting_is_asked(round uuid) returns boolean language sql stable security definer
    set search_path = public as $$
    select exists (select from report where report.round_id = round and report.organization_id = acting_organization())
$$;

-- Who has a report for the acting organization.
create or replace function reporting_to_acting() returns setof uuid language sql stable security definer
    set search_path = public as $$
    select distinct organization_id from report where receiving_organization_id = acting_organization()
$$;

-- The communes of which the acting organization may ask reports of a day: its own then, or for a department those of its city.
drop policy if exists asked_for on report;
drop function if exists acting_territory();
create or replace function acting_territory(on_day date) returns setof uuid language sql stable security definer
    set search_path = public as $$
    select commune.organization_id
    from directory_organization asking
        join directory_organization_period commune on commune.validity @> on_day and commune.parent_id =
            case when asking.kind = 'DEPARTMENT' then parent_on(asking.organization_id, on_day) else asking.organization_id end
    where asking.organization_id = acting_organization() and asking.level = 'CITY'
$$;

-- How many are asked is told to each of them; who they are is not.
create or replace function reports_expected(round uuid) returns bigint language sql stable security definer
    set search_path = public as $$
    select count(*) from report
    where report.round_id = round and exists (
        select from report_round where round_id = round
            and (organization_id = acting_organization() or acting_is_asked(round) or acting_in_background()))
$$;

call wall_around('report', 'organization_id = (select acting_organization())
    or receiving_organization_id = (select acting_organization())');
-- A report is asked for by its receiver, of a commune of theirs: one of another's making would open that one's figures.
create policy asked_for on report as restrictive for insert
    with check ((select acting_in_background()) or organization_id in (select acting_territory(
        (select period_end from report_round where report_round.round_id = report.round_id))));
call wall_around('report_line', 'exists (select from report where report.report_id = report_line.report_id)');
call wall_around('report_figure', 'exists (select from report where report.report_id = report_figure.report_id)');
call wall_around('report_snapshot', 'exists (select from report where report.report_id = report_snapshot.report_id)');
call wall_around('report_decision', 'exists (select from report where report.report_id = report_decision.report_id)');
call wall_around('report_round', 'organization_id = (select acting_organization()) or acting_is_asked(round_id)');
call wall_around('round_indicator', 'exists (select from report_round where report_round.round_id = round_indicator.round_id)');

call wall_around('plan', 'organization_id = (select acting_organization())
    or exists (select from report_obligation where report_obligation.plan_id = plan.plan_id
        and report_obligation.receiving_organization_id = (select acting_organization()))');
call wall_around('report_obligation', 'organization_id = (select acting_organization())
    or receiving_organization_id = (select acting_organization())');
call wall_around('report_duty', 'organization_id = (select acting_organization())
    or exists (select from report_obligation where report_obligation.obligation_id = report_duty.obligation_id)');

call wall_around('plan_version', 'exists (select from plan where plan.plan_id = plan_version.plan_id)');
call wall_around('plan_end', 'organization_id = (select acting_organization())');

call written_in_own_name('plan');
call written_in_own_name('report_obligation');

-- The receiver sees the figures behind reports and never writes them; one who asks gives those asked an indicator to record them for.
call wall_around('indicator', 'organization_id = (select acting_organization())');
drop policy if exists received on indicator;
create policy received on indicator for select using (organization_id in (select reporting_to_acting())
    or plan_id in (select obligation.plan_id from report_obligation obligation
        where obligation.receiving_organization_id = (select acting_organization())));
drop policy if exists asked on indicator;
create policy asked on indicator for insert
    with check (plan_id is null and organization_id in (select reporting_to_acting()));
call wall_around('indicator_target', 'exists (select from indicator where indicator.indicator_id = indicator_target.indicator_id)');
call wall_around('indicator_version',
    'exists (select from indicator where indicator.indicator_id = indicator_version.indicator_id)');
call wall_around('indicator_version_target',
    'exists (select from indicator where indicator.indicator_id = indicator_version_target.indicator_id)');
call wall_around('figure', 'organization_id = (select acting_organization())');
drop policy if exists received on figure;
create policy received on figure for select using (organization_id in (select reporting_to_acting()));
call wall_around('figure_history', 'exists (select from figure where figure.figure_id = figure_history.figure_id
    and figure.organization_id = (select acting_organization()))');
drop policy if exists received on figure_history;
create policy received on figure_history for select
    using (exists (select from figure where figure.figure_id = figure_history.figure_id));
call wall_around('task_fact', 'organization_id = (select acting_organization())');
call wall_around('evidence_fact', 'organization_id = (select acting_organization())');
drop policy if exists received on evidence_fact;
create policy received on evidence_fact for select using (organization_id in (select reporting_to_acting()));
