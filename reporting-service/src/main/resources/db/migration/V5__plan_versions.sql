-- From when each version of a plan holds. What is reported of a period is bound to the version in force on its last day.
create table plan_version (
    plan_id       uuid not null references plan,
    version       int  not null,
    in_force_from date not null,
    primary key (plan_id, version)
);
insert into plan_version select plan_id, version, promulgated_on from plan;

-- The end of a plan; it may be heard of before the version that it ends.
create table plan_end (
    plan_id         uuid primary key,
    organization_id uuid not null,
    version         int  not null,
    ended_on        date not null
);

-- An indicator as each version of its plan says it; never changed afterwards. The table indicator holds the newest.
create table indicator_version (
    indicator_id    uuid not null references indicator,
    version         int  not null,
    organization_id uuid not null,
    matching_key    text not null,
    name            text not null,
    unit            text not null,
    primary key (indicator_id, version)
);
create index indicator_version_key on indicator_version (organization_id, matching_key);
insert into indicator_version
select indicator_id, plan.version, indicator.organization_id, matching_key, name, unit from indicator join plan using (plan_id);

create table indicator_version_target (
    indicator_id uuid    not null,
    version      int     not null,
    year         int     not null,
    comparator   text    not null,
    value        numeric not null,
    aspirational boolean not null,
    words        text    not null,
    primary key (indicator_id, version, year, comparator),
    foreign key (indicator_id, version) references indicator_version
);
insert into indicator_version_target
select indicator_id, version, year, comparator, value, aspirational, words
from indicator_target join indicator_version using (indicator_id);

-- In which version an indicator is not any more, or was last when the plan ended, and from which day on.
alter table indicator
    add column ended_in_version int,
    add column ended_on         date;

-- The version of an indicator for a period that ends on a day: the newest in force then, else the first; null without a plan.
create function indicator_version_on(of_indicator uuid, on_day date) returns int language sql stable as $$
    select said.version
    from indicator_version said
        join indicator on indicator.indicator_id = said.indicator_id
        join plan_version held on held.plan_id = indicator.plan_id and held.version = said.version
    where said.indicator_id = of_indicator
    order by held.in_force_from <= on_day desc, case when held.in_force_from <= on_day then -said.version else said.version end
    limit 1
$$;

alter table figure add column plan_version int;
alter table figure_history add column plan_version int;
update figure set plan_version = indicator_version_on(indicator_id, period_end);
update figure_history past set plan_version = figure.plan_version from figure where figure.figure_id = past.figure_id;

alter table report_figure
    add column plan_version        int,
    add column target_year         int,
    add column target_comparator   text,
    add column target_value        numeric,
    add column target_aspirational boolean,
    add column target_words        text;
update report_figure frozen set plan_version = indicator_version_on(frozen.indicator_id, round.period_end)
from report join report_round round using (round_id)
where report.report_id = frozen.report_id;
update report_figure frozen
set (target_year, target_comparator, target_value, target_aspirational, target_words)
  = (target.year, target.comparator, target.value, target.aspirational, target.words)
from report
    join report_round round using (round_id),
    (select distinct on (indicator_id, version, year) * from indicator_version_target
        order by indicator_id, version, year, comparator desc) target
where report.report_id = frozen.report_id and target.indicator_id = frozen.indicator_id
    and target.version = frozen.plan_version and target.year = extract(year from round.period_end);

-- The newest version that has an obligation, its yearly days as the plan states them, and in which version it ended.
alter table report_obligation
    add column plan_version     int,
    add column due              jsonb not null default '[]',
    add column ended_in_version int,
    add column ended_on         date;
update report_obligation set plan_version = plan.version from plan where plan.plan_id = report_obligation.plan_id;
alter table report_obligation alter column plan_version set not null;
update report_obligation set due = (
    select coalesce(jsonb_agg(jsonb_build_object('monthDay', day, 'bound', due_bound, 'words', due_words) order by day), '[]')
    from (select distinct to_char(due_date, 'MM-DD') as day, due_bound, due_words
        from report_duty duty where duty.obligation_id = report_obligation.obligation_id) as days);

-- A duty that is not owed any more keeps its row. One whose time was over before its plan was heard of was told to nobody.
alter table report_duty
    add column withdrawn_on   date,
    add column reference_only boolean not null default false;

-- Under which names an organization has indicators: those of a plan under the name of each version, asked ones under their own.
create view named_indicator with (security_invoker = true) as
select organization_id, matching_key, indicator_id, plan_id, cast(null as int) as version, ended_on
from indicator where plan_id is null
union all
select said.organization_id, said.matching_key, said.indicator_id, indicator.plan_id, said.version, indicator.ended_on
from indicator_version said join indicator using (indicator_id);

-- As before, with the version of the plan to which each figure is bound and its target; what the plan does not hold any more is not
-- missing.
drop view live_report_figure;
create view live_report_figure with (security_invoker = true) as
select report.report_id, asked.position, asked.matching_key, asked.name, asked.unit,
    coalesce(figure.state, case when own.ended then 'NOT_APPLICABLE' when later.not_yet_due then 'NOT_YET_DUE'
        else 'MISSING' end) as state,
    figure.numerator, figure.denominator, figure.value, coalesce(figure.cumulative, false) as cumulative, figure.source,
    coalesce(figure.evidence_ids, '{}') as evidence_ids, figure.explanation,
    bound.indicator_id, figure.figure_id, figure.version as figure_version, bound.version as plan_version,
    target.year as target_year, target.comparator as target_comparator, target.value as target_value,
    target.aspirational as target_aspirational, target.words as target_words
from report
    join report_round round using (round_id)
    join round_indicator asked using (round_id)
    left join report_line line on line.report_id = report.report_id and line.matching_key = asked.matching_key
    left join figure on figure.figure_id = coalesce(line.figure_id, (
        select f.figure_id
        from named_indicator i
            join figure f on f.indicator_id = i.indicator_id and f.plan_version is not distinct from i.version
        where i.organization_id = report.organization_id and i.matching_key = asked.matching_key
            and f.period_start = round.period_start and f.period_end = round.period_end
        order by f.state = 'REPORTED' desc, i.plan_id desc nulls last, f.figure_id limit 1))
    left join lateral (
        select i.indicator_id, i.version, coalesce(i.ended_on <= round.period_end, false) as ended
        from named_indicator i
        where i.organization_id = report.organization_id and i.matching_key = asked.matching_key
            and i.version is not distinct from indicator_version_on(i.indicator_id, round.period_end)
        order by 3, i.plan_id desc nulls last, i.indicator_id limit 1) own on true
    left join lateral (
        select min(t.year) > extract(year from round.period_end) as not_yet_due
        from indicator_version_target t
        where t.indicator_id = own.indicator_id and t.version = own.version) later on true
    left join lateral (
        select coalesce(figure.indicator_id, own.indicator_id) as indicator_id,
            case when figure.figure_id is null then own.version else figure.plan_version end as version) bound on true
    left join lateral (
        select t.* from indicator_version_target t
        where t.indicator_id = bound.indicator_id and t.version = bound.version
            and t.year = extract(year from round.period_end)
        order by t.comparator desc limit 1) target on true;

-- As before, without duties that are not owed any more.
create or replace view report_claim with (security_invoker = true) as
select report.report_id, report.organization_id, report.receiving_organization_id, report.state, round.period_start,
    round.period_end, coalesce(report.duty_id, own.duty_id) as duty_id
from report
    join report_round round using (round_id)
    left join report_duty own on own.duty_id = round.duty_id and own.organization_id = report.organization_id
        and own.withdrawn_on is null
        and not exists (select 1 from report other where other.duty_id = own.duty_id);
