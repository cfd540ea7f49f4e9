-- The duties of two plans may ask for the same period under the same title: each opens its own round, and none opens twice.
alter table report_round drop constraint report_round_organization_id_period_start_period_end_title_key;
alter table report_round
    add constraint report_round_once unique nulls not distinct (organization_id, period_start, period_end, title, duty_id);
