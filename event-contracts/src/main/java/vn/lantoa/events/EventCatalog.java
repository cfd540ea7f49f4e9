package vn.lantoa.events;

import java.util.List;
import java.util.Optional;

/** The only list of what is published: record, type name and topic. */
public final class EventCatalog {

    private static final List<Entry> ENTRIES = List.of(
            entry(OrganizationRecorded.class, "organization.recorded.v1", Topic.ORGANIZATIONS),
            entry(UnitRecorded.class, "unit.recorded.v1", Topic.ORGANIZATIONS),
            entry(MembershipRecorded.class, "membership.recorded.v1", Topic.ORGANIZATIONS),
            entry(CalendarRecorded.class, "calendar.recorded.v1", Topic.ORGANIZATIONS),
            entry(QuotasRecorded.class, "quotas.recorded.v1", Topic.ORGANIZATIONS),
            entry(MachineUsed.class, "machine.used.v1", Topic.ORGANIZATIONS),
            entry(PlanConsulted.class, "plan.consulted.v1", Topic.PLANS),
            entry(PlanSubmitted.class, "plan.submitted.v1", Topic.PLANS),
            entry(PlanReturned.class, "plan.returned.v1", Topic.PLANS),
            entry(PlanApproved.class, "plan.approved.v1", Topic.PLANS),
            entry(PlanPromulgated.class, "plan.promulgated.v1", Topic.PLANS),
            entry(PlanStarted.class, "plan.started.v1", Topic.PLANS),
            entry(PlanAmended.class, "plan.amended.v1", Topic.PLANS),
            entry(PlanReplaced.class, "plan.replaced.v1", Topic.PLANS),
            entry(PlanRevoked.class, "plan.revoked.v1", Topic.PLANS),
            entry(PlanClosed.class, "plan.closed.v1", Topic.PLANS),
            entry(TaskAssigned.class, "task.assigned.v1", Topic.TASKS),
            entry(TaskAccepted.class, "task.accepted.v1", Topic.TASKS),
            entry(TaskDeclined.class, "task.declined.v1", Topic.TASKS),
            entry(TaskDelegated.class, "task.delegated.v1", Topic.TASKS),
            entry(TaskProgressed.class, "task.progressed.v1", Topic.TASKS),
            entry(TaskEvidenceAttached.class, "task.evidence-attached.v1", Topic.TASKS),
            entry(TaskResultSubmitted.class, "task.result-submitted.v1", Topic.TASKS),
            entry(TaskResultAccepted.class, "task.result-accepted.v1", Topic.TASKS),
            entry(TaskResultReturned.class, "task.result-returned.v1", Topic.TASKS),
            entry(TaskRequestAcknowledged.class, "task.request-acknowledged.v1", Topic.TASKS),
            entry(TaskRequestAnswered.class, "task.request-answered.v1", Topic.TASKS),
            entry(TaskAmended.class, "task.amended.v1", Topic.TASKS),
            entry(TaskCancelled.class, "task.cancelled.v1", Topic.TASKS),
            entry(ReportDutyScheduled.class, "report.duty-scheduled.v1", Topic.REPORTS),
            entry(ReportDutyWithdrawn.class, "report.duty-withdrawn.v1", Topic.REPORTS),
            entry(ReportRoundOpened.class, "report.round-opened.v1", Topic.REPORTS),
            entry(ReportApproved.class, "report.approved.v1", Topic.REPORTS),
            entry(ReportSent.class, "report.sent.v1", Topic.REPORTS),
            entry(ReportAccepted.class, "report.accepted.v1", Topic.REPORTS),
            entry(ReportReturned.class, "report.returned.v1", Topic.REPORTS),
            entry(NoticeHandedOver.class, "notice.handed-over.v1", Topic.NOTIFICATIONS),
            entry(ReminderPolicyRecorded.class, "reminder.policy-recorded.v1", Topic.NOTIFICATIONS));

    private EventCatalog() {}

    /** One published event. */
    public record Entry(Class<? extends DomainEvent> recordClass, String type, Topic topic) {}

    public enum Topic {
        ORGANIZATIONS,
        PLANS,
        TASKS,
        REPORTS,
        NOTIFICATIONS;

        /** Its name in Kafka. */
        public String topicName() {
            return switch (this) {
                case ORGANIZATIONS -> "organizations";
                case PLANS -> "plans";
                case TASKS -> "tasks";
                case REPORTS -> "reports";
                case NOTIFICATIONS -> "notifications";
            };
        }
    }

    public static List<Entry> entries() {
        return ENTRIES;
    }

    /**
     * The entry of an event.
     *
     * @throws IllegalArgumentException when the event is missing from the catalogue, which a test rules out
     */
    public static Entry of(DomainEvent event) {
        return ENTRIES.stream()
                .filter(entry -> entry.recordClass() == event.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not in the catalogue: " + event.getClass()));
    }

    /** Empty when the type is newer than this version of the catalogue. */
    public static Optional<Entry> ofType(String type) {
        return ENTRIES.stream().filter(entry -> entry.type().equals(type)).findFirst();
    }

    private static Entry entry(Class<? extends DomainEvent> recordClass, String type, Topic topic) {
        return new Entry(recordClass, type, topic);
    }
}
