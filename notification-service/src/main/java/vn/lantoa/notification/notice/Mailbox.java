package vn.lantoa.notification.notice;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.MovableClock;
import vn.lantoa.notification.notice.NotificationResource.NoticeView;

/** Reads a person's messages. */
@Singleton
class Mailbox {

    private static final String LIST = "notifications";

    private final Jdbi db;

    Mailbox(Jdbi db) {
        this.db = db;
    }

    Page<NoticeView> page(UUID organizationId, UUID personId, boolean unreadOnly, int limit, @Nullable String cursor) {
        var list = Cursor.listOf(LIST, unreadOnly);
        var after = Cursor.read(list, cursor, 2);
        var rows = db.withHandle(handle -> handle.createQuery("""
                        select notice_id, kind, subject_type, subject_id, title, body, created_at, read_at, acknowledged_at
                        from notice
                        where organization_id = :organization and recipient_id = :person
                          and (not :unreadOnly or read_at is null)
                          and (cast(:at as timestamptz) is null
                               or (created_at, notice_id) < (cast(:at as timestamptz), cast(:id as uuid)))
                        order by created_at desc, notice_id desc
                        limit :limit""")
                .bind("organization", organizationId)
                .bind("person", personId)
                .bind("unreadOnly", unreadOnly)
                .bind("at", after.isEmpty() ? null : Cursor.moment(after.getFirst()))
                .bind("id", after.isEmpty() ? null : Cursor.id(after.getLast()))
                .bind("limit", limit + 1)
                .map((row, _) -> view(row))
                .list());
        return Page.cut(
                rows,
                limit,
                last -> "/api/v1/notifications?limit=" + limit + "&unread=" + unreadOnly + "&cursor="
                        + Cursor.of(list, last.createdAt(), last.id()));
    }

    NoticeView get(UUID organizationId, UUID personId, UUID noticeId) {
        return db.withHandle(handle -> handle.createQuery("""
                                select notice_id, kind, subject_type, subject_id, title, body, created_at, read_at,
                                       acknowledged_at
                                from notice
                                where organization_id = :organization and recipient_id = :person and notice_id = :id""")
                        .bind("organization", organizationId)
                        .bind("person", personId)
                        .bind("id", noticeId)
                        .map((row, _) -> view(row))
                        .findOne())
                .orElseThrow(() -> new Problem.NotFound("notice.not-found"));
    }

    int unread(UUID organizationId, UUID personId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select count(*) from notice
                        where organization_id = :organization and recipient_id = :person and read_at is null""")
                .bind("organization", organizationId)
                .bind("person", personId)
                .mapTo(Integer.class)
                .one());
    }

    private static NoticeView view(ResultSet row) throws SQLException {
        return new NoticeView(
                row.getObject("notice_id", UUID.class),
                row.getString("kind"),
                row.getString("subject_type"),
                row.getObject("subject_id", UUID.class),
                row.getString("title"),
                row.getString("body"),
                local(row.getObject("created_at", OffsetDateTime.class)),
                local(row.getObject("read_at", OffsetDateTime.class)),
                local(row.getObject("acknowledged_at", OffsetDateTime.class)));
    }

    private static @Nullable OffsetDateTime local(@Nullable OffsetDateTime instant) {
        return instant == null
                ? null
                : instant.atZoneSameInstant(MovableClock.VIETNAM).toOffsetDateTime();
    }
}
