-- The duty that a report fulfils, written at its first sending: of several duties of one period each is fulfilled by one report.
alter table report add column duty_id uuid references report_duty;
update report set duty_id = first.duty_id
from (select distinct on (duty.duty_id) duty.duty_id, sent.report_id
    from report_duty duty
        join report_obligation obligation using (obligation_id)
        join report sent on sent.organization_id = duty.organization_id
            and sent.receiving_organization_id = obligation.receiving_organization_id and sent.first_sent_at is not null
        join report_round round on round.round_id = sent.round_id and round.period_start = duty.period_start
            and round.period_end = duty.period_end
    order by duty.duty_id, round.duty_id = duty.duty_id desc nulls last, sent.first_sent_at, sent.report_id) first
where first.report_id = report.report_id;
create unique index report_duty_fulfilled on report (duty_id) where duty_id is not null;
create index report_duty_organization on report_duty (organization_id, period_end);

-- Which duty a report is for, as far as that is sure: the one it fulfils, else the one of its organization from which its round
-- was opened.
create view report_claim as
select report.report_id, report.organization_id, report.receiving_organization_id, report.state, round.period_start,
    round.period_end, coalesce(report.duty_id, own.duty_id) as duty_id
from report
    join report_round round using (round_id)
    left join report_duty own on own.duty_id = round.duty_id and own.organization_id = report.organization_id
        and not exists (select 1 from report other where other.duty_id = own.duty_id);
