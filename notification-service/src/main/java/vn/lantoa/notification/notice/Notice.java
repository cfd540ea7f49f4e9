package vn.lantoa.notification.notice;

import java.util.UUID;
import vn.lantoa.kit.directory.Member;

/**
 * A message about to be given to one person.
 *
 * @param organizationId the organization in which the person reads it
 * @param kind what it is: REMINDER, ASSIGNED, …; people choose by it
 * @param occasion what makes it unique for its subject: the rung, or the event
 * @param template which text, in which version
 */
public record Notice(
        UUID organizationId,
        Member recipient,
        Kind kind,
        String subjectType,
        UUID subjectId,
        String occasion,
        String template,
        String title,
        String body) {

    public enum Kind {
        REMINDER,
        ASSIGNED,
        REQUESTED,
        DECLINED,
        DELEGATED,
        RESULT_SUBMITTED,
        RESULT_ACCEPTED,
        RESULT_RETURNED,
        AMENDED,
        CANCELLED,
        PLAN_CONSULTED,
        PLAN_SUBMITTED,
        PLAN_RETURNED,
        PLAN_APPROVED,
        PLAN_STARTED,
        PLAN_ENDED,
        ROUND_OPENED,
        REPORT_RECEIVED,
        REPORT_RETURNED,
        REPORT_WITHDRAWN
    }
}
