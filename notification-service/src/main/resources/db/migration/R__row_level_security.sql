-- A duty concerns the organization whose plan it comes from and the one that received it; a notice, its recipient's organization.
call wall_around('duty', 'organization_id = (select acting_organization())
    or receiving_organization_id = (select acting_organization())');
call written_in_own_name('duty');
call wall_around('reminder', 'exists (select from duty
    where duty.subject_type = reminder.subject_type and duty.subject_id = reminder.subject_id)');
call wall_around('notice', 'organization_id = (select acting_organization())');
call wall_around('delivery', 'exists (select from notice where notice.notice_id = delivery.notice_id)');
call wall_around('reminder_policy', 'organization_id = (select acting_organization())');
