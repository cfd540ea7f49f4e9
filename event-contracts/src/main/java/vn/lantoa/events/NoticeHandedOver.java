package vn.lantoa.events;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A notice reached its channel: it lies in the person's inbox, or the mail server took it.
 *
 * @param channel IN_APP or EMAIL
 * @param subjectType what it is about: TASK, REPORT_DUTY, PLAN or REPORT
 */
public record NoticeHandedOver(
        UUID noticeId,
        UUID organizationId,
        UUID recipientId,
        String channel,
        String subjectType,
        UUID subjectId,
        OffsetDateTime handedOverAt)
        implements NotificationEvent {

    @Override
    public UUID aggregateId() {
        return noticeId;
    }
}
