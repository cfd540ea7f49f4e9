package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.ReportAccepted;
import vn.lantoa.events.ReportApproved;
import vn.lantoa.events.ReportDutyScheduled;
import vn.lantoa.events.ReportDutyWithdrawn;
import vn.lantoa.events.ReportEvent;
import vn.lantoa.events.ReportReturned;
import vn.lantoa.events.ReportRoundOpened;
import vn.lantoa.events.ReportSent;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.notification.notice.Notice;
import vn.lantoa.notification.notice.Notices;
import vn.lantoa.notification.notice.Recipients;
import vn.lantoa.notification.notice.Texts;

/** What duties to report, rounds and reports mean for reminders, and who is told at once. */
@Singleton
class FollowReports {

    private final Duties duties;
    private final Reminders reminders;
    private final PlanReminders planReminders;
    private final Recipients recipients;
    private final Texts texts;
    private final Notices notices;

    FollowReports(
            Duties duties,
            Reminders reminders,
            PlanReminders planReminders,
            Recipients recipients,
            Texts texts,
            Notices notices) {
        this.duties = duties;
        this.reminders = reminders;
        this.planReminders = planReminders;
        this.recipients = recipients;
        this.texts = texts;
        this.notices = notices;
    }

    @Transactional(TxType.MANDATORY)
    void handle(ReportEvent event) {
        switch (event) {
            case ReportDutyScheduled scheduled -> begin(scheduled);
            case ReportRoundOpened opened ->
                opened.reportingOrganizationIds()
                        .forEach(organization -> tell(
                                Notice.Kind.ROUND_OPENED,
                                opened.roundId(),
                                "round-opened.1",
                                opened.period(),
                                Texts.date(opened.dueOn()),
                                recipients.withRole(organization, Role.SPECIALIST, Role.COORDINATOR)));
            case ReportSent sent -> {
                setOpen(sent.dutyId(), sent.organizationId(), sent.period(), false);
                tell(
                        Notice.Kind.REPORT_RECEIVED,
                        sent.reportId(),
                        "report-received.1",
                        sent.period(),
                        "",
                        recipients.withRole(sent.receivingOrganizationId(), Role.COORDINATOR));
            }
            case ReportReturned returned -> {
                setOpen(returned.dutyId(), returned.organizationId(), returned.period(), true);
                tell(
                        Notice.Kind.REPORT_RETURNED,
                        returned.reportId(),
                        "report-returned.1",
                        returned.period(),
                        returned.reason(),
                        recipients.withRole(returned.organizationId(), Role.SPECIALIST, Role.LEADER));
            }
            case ReportDutyWithdrawn withdrawn -> end(withdrawn);
            case ReportApproved _, ReportAccepted _ -> {}
        }
    }

    private void begin(ReportDutyScheduled it) {
        var subject = new Duty.Subject(Duty.Type.REPORT_DUTY, it.dutyId());
        var known = duties.find(subject);
        duties.record(new Duty(
                subject,
                it.organizationId(),
                null,
                it.unitId(),
                null,
                null,
                it.period(),
                false,
                false,
                it.deadline().lastDay(),
                it.deadline().lastSafeDay(),
                it.deadline().calendarVersion(),
                true));
        if (known.filter(before -> isMoved(before, it)).isPresent()) {
            reminders.beginAgain(subject);
        }
        planReminders.handle(subject);
    }

    /** Another unit writes it, or its day is another one: what went out before was for others, or for another day. */
    private static boolean isMoved(Duty before, ReportDutyScheduled now) {
        return !before.unitId().equals(now.unitId())
                || !now.deadline().lastDay().equals(before.lastDay());
    }

    /** Those who owed it are told once for all duties that a version takes from one obligation. */
    private void end(ReportDutyWithdrawn it) {
        var subject = new Duty.Subject(Duty.Type.REPORT_DUTY, it.dutyId());
        var known = duties.find(subject);
        duties.setOpenOrAwait(subject, it.organizationId(), it.period(), false);
        duties.withdraw(subject);
        planReminders.handle(subject);
        known.filter(Duty::open).ifPresent(duty -> {
            var lastDay = duty.lastDay();
            var text = texts.of(
                    "report-withdrawn.1",
                    Map.of(
                            "name", it.period(),
                            "words", it.reason(),
                            "lastDay", lastDay == null ? "" : Texts.date(lastDay)));
            notices.giveOnce(
                    Notice.Kind.REPORT_WITHDRAWN,
                    "PLAN",
                    it.planId(),
                    "obligation " + it.obligationId() + " version " + it.planVersion(),
                    text,
                    recipients.headsAndSpecialists(duty.organizationId(), duty.unitId()));
        });
    }

    /** Reports and duties have different keys on the topic: a report may be sent here before its duty is scheduled. */
    private void setOpen(@Nullable UUID dutyId, UUID organizationId, String period, boolean open) {
        if (dutyId != null) {
            var subject = new Duty.Subject(Duty.Type.REPORT_DUTY, dutyId);
            duties.setOpenOrAwait(subject, organizationId, period, open);
            planReminders.handle(subject);
        }
    }

    private void tell(
            Notice.Kind kind, UUID subjectId, String template, String period, String words, List<Member> people) {
        notices.give(kind, "REPORT", subjectId, texts.of(template, Map.of("name", period, "words", words)), people);
    }
}
