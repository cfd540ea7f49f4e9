package vn.lantoa.notification.delivery;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The e-mails that wait, and what became of them. */
@Singleton
class EmailDeliveries {

    private final Jdbi db;

    EmailDeliveries(Jdbi db) {
        this.db = db;
    }

    /** One e-mail to hand over now. */
    record Email(
            UUID deliveryId,
            UUID noticeId,
            UUID organizationId,
            UUID recipientId,
            String subjectType,
            UUID subjectId,
            String address,
            String title,
            String body,
            int attempt) {}

    /**
     * Takes waiting e-mails and marks them as attempted until {@code leasedUntil}: when this process dies, another tries again
     * after that moment.
     */
    List<Email> claim(OffsetDateTime now, OffsetDateTime leasedUntil, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        with claimed as (
                            update delivery set state = 'ATTEMPTED', attempts = attempts + 1, next_attempt_at = :leasedUntil
                            where delivery_id in (
                                select delivery_id from delivery
                                where channel = 'EMAIL' and state in ('QUEUED', 'ATTEMPTED') and next_attempt_at <= :now
                                order by next_attempt_at limit :limit for update skip locked)
                            returning delivery_id, notice_id, address, attempts)
                        select c.delivery_id, c.notice_id, n.organization_id, n.recipient_id, n.subject_type, n.subject_id,
                               c.address, n.title, n.body, c.attempts
                        from claimed c join notice n using (notice_id) order by n.created_at, n.notice_id""")
                .bind("now", now)
                .bind("leasedUntil", leasedUntil)
                .bind("limit", limit)
                .map((row, _) -> new Email(
                        row.getObject("delivery_id", UUID.class),
                        row.getObject("notice_id", UUID.class),
                        row.getObject("organization_id", UUID.class),
                        row.getObject("recipient_id", UUID.class),
                        row.getString("subject_type"),
                        row.getObject("subject_id", UUID.class),
                        row.getString("address"),
                        row.getString("title"),
                        row.getString("body"),
                        row.getInt("attempts")))
                .list());
    }

    void handedOver(UUID deliveryId, OffsetDateTime at) {
        db.useHandle(handle -> handle.createUpdate(
                        "update delivery set state = 'HANDED_OVER', handed_over_at = :at, reason = null where delivery_id = :id")
                .bind("id", deliveryId)
                .bind("at", at)
                .execute());
    }

    void tryAgain(UUID deliveryId, OffsetDateTime at, String reason) {
        db.useHandle(handle -> handle.createUpdate("""
                        update delivery set state = 'QUEUED', next_attempt_at = :at, reason = :reason
                        where delivery_id = :id""")
                .bind("id", deliveryId)
                .bind("at", at)
                .bind("reason", reason)
                .execute());
    }

    void giveUp(UUID deliveryId, String reason) {
        db.useHandle(handle -> handle.createUpdate(
                        "update delivery set state = 'GIVEN_UP', reason = :reason where delivery_id = :id")
                .bind("id", deliveryId)
                .bind("reason", reason)
                .execute());
    }
}
