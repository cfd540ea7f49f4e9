package vn.lantoa.notification.notice;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;

/** Marks one message, or all, as read, and one as acknowledged. The first time counts. */
@Singleton
class ReadNotices {

    /** @param noticeId null means all */
    record Command(
            UUID organizationId, UUID personId, @Nullable UUID noticeId, boolean acknowledge) {}

    private final Jdbi db;
    private final Clock clock;

    ReadNotices(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "notice", id = "noticeId", organization = "organizationId")
    void handle(Command command) {
        int marked = db.withHandle(handle -> handle.createUpdate("""
                        update notice
                        set read_at = coalesce(read_at, :now),
                            acknowledged_at = case when :acknowledge then coalesce(acknowledged_at, :now)
                                                   else acknowledged_at end
                        where organization_id = :organization and recipient_id = :person
                          and (notice_id = :id or (cast(:id as uuid) is null and read_at is null))""")
                .bind("now", OffsetDateTime.now(clock))
                .bind("acknowledge", command.acknowledge())
                .bind("organization", command.organizationId())
                .bind("person", command.personId())
                .bind("id", command.noticeId())
                .execute());
        if (marked == 0 && command.noticeId() != null) {
            throw new Problem.NotFound("notice.not-found");
        }
    }
}
